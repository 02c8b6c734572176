import { enumeration } from '../dutch/enumeration.js';
import { wrappedLines } from '../features/room.js';

/** Whether a message takes two lines of a hover, with the code that VS Code puts behind it. */
export const isInTwoLines = (message: string): boolean =>
  wrappedLines(`${message} opgavenwijzer(opgave-ontbreekt)`) <= 2;

/** A message that names as many of some items as there is room for; one at least, if need be another than the first. */
export function namingWhatFits(items: readonly string[], message: (named: string) => string): string {
  for (let most = 4; most > 1; most--) {
    const text = message(enumeration(items, most));
    if (isInTwoLines(text)) return text;
  }
  const alone = items.map((item) => message(enumeration([item, ...items.slice(1)], 1)));
  return alone.find(isInTwoLines) ?? alone[0]!;
}
