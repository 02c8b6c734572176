import { enumeration } from '../dutch/enumeration.js';
import { wrappedLines } from '../features/room.js';
import type { Finding } from './finding.js';

/** Of what is left so much is named, whatever the room. */
const NAMED = 6;

/** Whether a message takes two lines of a hover, with the code that VS Code puts behind it. */
const isInTwoLines = (message: string): boolean => wrappedLines(`${message} opgavenwijzer(opgave-ontbreekt)`) <= 2;

/**
 * A message that names some items, and in brief as many of them as two lines of a hover have room for.
 * @param sentence the message around what is named
 * @param shorter the same where there is no room for more than one item
 */
export function saidOf(
  items: readonly string[],
  sentence: (named: string) => string,
  shorter = sentence,
): Pick<Finding, 'message' | 'brief'> {
  const message = sentence(enumeration(items, NAMED));
  if (isInTwoLines(message)) return { message };
  const brief = namingWhatFits(items, sentence);
  return { message, brief: isInTwoLines(brief) ? brief : namingWhatFits(items, shorter) };
}

/** As many of some items as there is room for; one at least, if need be another than the first. */
function namingWhatFits(items: readonly string[], message: (named: string) => string): string {
  for (let most = 4; most > 1; most--) {
    const text = message(enumeration(items, most));
    if (isInTwoLines(text)) return text;
  }
  const alone = items.map((item) => message(enumeration([item, ...items.slice(1)], 1)));
  return alone.find(isInTwoLines) ?? alone[0]!;
}
