import type { Line } from './line.js';

const title = /^(?:inhoud(?:sopgave)?|index|inhoudstafel|contents)\W*$/i;
const leader = /(?:[.…·_]\s?){4,}/;

/** The number of the page that an entry of a table of contents ends with. */
function pageOf({ text, cells }: Line): number | undefined {
  const [, before, number] = /^(.*\p{L}.*?)[\s.…·_]+(\d{1,4})\.?$/u.exec(text) ?? [];
  if (number === undefined || before === undefined) return undefined;
  const last = cells
    .at(-1)!
    .map((word) => word.text)
    .join(' ');
  const apart = (cells.length > 1 && /^[\s.…·_]*\d{1,4}\.?$/.test(last)) || leader.test(text);
  return apart ? Number(number) : undefined;
}

/** A column without its table of contents; `pages` is how many the document has. */
export function withoutContents(lines: readonly Line[], pages: number, continued: boolean): Line[] {
  const gone = new Set<number>();
  for (const run of runsOf(lines)) {
    const numbers = run.flatMap((at) => pageOf(lines[at]!) ?? []);
    const rising = numbers.filter((number, at) => at === 0 || number >= numbers[at - 1]!).length;
    const first = run[0]!;
    const heading = lines.slice(Math.max(0, first - 4), first).findIndex(({ text }) => title.test(text));
    const enough = heading >= 0 || (continued && first <= 2) ? 1 : 4;
    if (numbers.length < enough || rising < 0.8 * numbers.length || Math.max(...numbers) > pages + 50) continue;
    for (let at = first; at <= run.at(-1)!; at++) gone.add(at);
    if (heading >= 0) for (let at = Math.max(0, first - 4) + heading; at < first; at++) gone.add(at);
  }
  return lines.filter((_, at) => !gone.has(at));
}

/** Whether a column ends within a table of contents. */
export function endsInContents(lines: readonly Line[]): boolean {
  return lines.slice(-3).filter((line) => pageOf(line) !== undefined).length >= 2;
}

/** Entries that follow each other, with at most two lines between for titles that run over and groups. */
function runsOf(lines: readonly Line[]): number[][] {
  const runs: number[][] = [];
  for (const [at, line] of lines.entries()) {
    if (pageOf(line) === undefined) continue;
    const run = runs.at(-1);
    if (run && at - run.at(-1)! <= 3) run.push(at);
    else runs.push([at]);
  }
  return runs;
}
