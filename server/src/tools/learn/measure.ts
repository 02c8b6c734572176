import type { Mention } from '../../core/recognition/mentions.js';
import type { StudyIndex } from '../../core/study/index.js';
import type { CodedDocument, Unit } from './corpus.js';

/** What was found and should have been, what was found and should not, what was missed. */
export interface Score {
  right: number;
  wrong: number;
  missed: number;
}

export const noScore = (): Score => ({ right: 0, wrong: 0, missed: 0 });

export function addScore(into: Score, other: Score): void {
  into.right += other.right;
  into.wrong += other.wrong;
  into.missed += other.missed;
}

const ratio = (a: number, b: number): number => (b === 0 ? 1 : a / b);
export const precision = ({ right, wrong }: Score): number => ratio(right, right + wrong);
export const recall = ({ right, missed }: Score): number => ratio(right, right + missed);
export const f1 = ({ right, wrong, missed }: Score): number => ratio(2 * right, 2 * right + wrong + missed);

/** Holds what was found against what the readings say; what they disagree on counts neither way. */
export function scoreOf(found: ReadonlySet<string>, coded: ReadonlySet<string>, maybe: ReadonlySet<string>): Score {
  const score = noScore();
  for (const code of found) {
    if (coded.has(code)) score.right++;
    else if (!maybe.has(code)) score.wrong++;
  }
  for (const code of coded) if (!found.has(code)) score.missed++;
  return score;
}

export interface Measured {
  readonly themes: Score;
  readonly opgaven: Score;
  readonly coverage: Score;
}

/** What the certain mentions of a document are worth on its coded passages. */
export function measure(
  study: StudyIndex,
  { units }: CodedDocument,
  mentions: readonly Mention[],
  counts: (unit: Unit) => boolean,
): Measured {
  const byBlock = new Map<number, Mention[]>();
  for (const mention of mentions) {
    if (!mention.certain) continue;
    const list = byBlock.get(mention.block);
    if (list) list.push(mention);
    else byBlock.set(mention.block, [mention]);
  }
  const measured = { themes: noScore(), opgaven: noScore(), coverage: noScore() };
  const all = { found: new Set<string>(), coded: new Set<string>(), maybe: new Set<string>() };
  for (const unit of units) {
    if (!counts(unit)) continue;
    const themes = new Set<string>();
    const opgaven = new Set<string>();
    for (const { kind, id } of unit.blocks.flatMap((block) => byBlock.get(block) ?? [])) {
      const entry = study.find(id)!;
      if (entry.kind !== 'part') themes.add(study.themeOf(entry).section);
      if (kind === 'opgave') for (const code of study.opgave(id)!.inventory) if (/^o\d/.test(code)) opgaven.add(code);
    }
    addScore(measured.themes, scoreOf(themes, unit.themes, unit.themesMaybe));
    addScore(measured.opgaven, scoreOf(opgaven, unit.opgaven, unit.opgavenMaybe));
    for (const code of opgaven) all.found.add(code);
    for (const code of unit.opgaven) all.coded.add(code);
    for (const code of unit.opgavenMaybe) all.maybe.add(code);
  }
  for (const code of all.coded) all.maybe.delete(code);
  addScore(measured.coverage, scoreOf(all.found, all.coded, all.maybe));
  return measured;
}
