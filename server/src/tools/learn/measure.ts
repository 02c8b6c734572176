import { sigmoid } from '../../core/recognition/model.js';
import type { Recogniser } from '../../core/recognition/recogniser.js';
import type { CodedDocument, Sign, Unit } from './corpus.js';
import type { Estimate } from './lesson.js';
import { codesOf } from './places.js';

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
function scoreOf(found: ReadonlySet<string>, coded: ReadonlySet<string>, maybe: ReadonlySet<string>): Score {
  const score = noScore();
  for (const code of found) {
    if (coded.has(code)) score.right++;
    else if (!maybe.has(code)) score.wrong++;
  }
  for (const code of coded) if (!found.has(code)) score.missed++;
  return score;
}

/** Below this an opgave is not even possibly taken up. A stand against it is one from here on: its words leave little doubt. */
export const POSSIBLE = 0.06;

/** From these probabilities on a theme is raised, an opgave taken up, clearly so, named, and stood against. */
export interface Thresholds {
  readonly themes: number;
  readonly certain: number;
  readonly clear: number;
  readonly about: number;
  readonly against: number;
}

/** How the estimates of some passages hold. */
export interface Measured {
  /** Per passage, and of opgaven what the document takes up. */
  readonly themes: Score;
  readonly opgaven: Score;
  readonly coverage: Score;
  readonly otherwise: Score;
  /** What is only named, and how much of it counts as taken up. */
  readonly named: { all: number; counted: number };
  /** The first three clear places of an opgave in a document, and how many hold. */
  readonly clear: { all: number; right: number };
  /** By tenth of the probability: how many places, and how many hold. */
  readonly strength: { all: number; right: number }[];
}

export const nothingMeasured = (): Measured => ({
  themes: noScore(),
  opgaven: noScore(),
  coverage: noScore(),
  otherwise: noScore(),
  named: { all: 0, counted: 0 },
  clear: { all: 0, right: 0 },
  strength: Array.from({ length: 10 }, () => ({ all: 0, right: 0 })),
});

export function addMeasured(into: Measured, other: Measured): void {
  for (const kind of ['themes', 'opgaven', 'coverage', 'otherwise'] as const) addScore(into[kind], other[kind]);
  into.named.all += other.named.all;
  into.named.counted += other.named.counted;
  for (const [one, more] of [
    [into.clear, other.clear],
    ...into.strength.map((bin, i) => [bin, other.strength[i]!]),
  ] as const) {
    one!.all += more!.all;
    one!.right += more!.right;
  }
}

/** A passage with what is estimated of it, by the numbers of the study's inventory. */
export interface Judged {
  readonly unit: Unit;
  readonly themes: ReadonlyMap<string, number>;
  readonly opgaven: ReadonlyMap<string, { readonly taken: number; readonly named: number; readonly against: number }>;
}

/** The passages of a document that `counts` admits, with what is estimated of them. */
export function judge(
  recogniser: Recogniser,
  { units }: CodedDocument,
  estimates: ReadonlyMap<number, readonly Estimate[]>,
  counts: (unit: Unit) => boolean,
): Judged[] {
  const codes = new Map([...codesOf(recogniser, 'themes'), ...codesOf(recogniser, 'opgaven')]);
  return units.filter(counts).map((unit): Judged => {
    const themes = new Map<string, number>();
    const opgaven = new Map<string, { taken: number; named: number; against: number }>();
    for (const { label, z, named, against } of unit.blocks.flatMap((block) => estimates.get(block) ?? [])) {
      const isTheme = recogniser.labels.kind[label] === 'theme';
      for (const code of codes.get(label)!) {
        if (isTheme) themes.set(code, Math.max(themes.get(code) ?? 0, sigmoid(z)));
        else if ((opgaven.get(code)?.taken ?? 0) <= sigmoid(z))
          opgaven.set(code, { taken: sigmoid(z), named: sigmoid(named), against: sigmoid(against) });
      }
    }
    return { unit, themes, opgaven };
  });
}

/** What a passage counts for under some thresholds, by numbers of the inventory. */
export function findingsIn(
  { themes, opgaven }: Judged,
  { themes: theme, certain, about, against: opposed }: Thresholds,
): Record<'themes' | 'opgaven' | 'otherwise', Set<string>> {
  const found = {
    themes: new Set([...themes].flatMap(([code, p]) => (p >= theme ? [code] : []))),
    opgaven: new Set<string>(),
    otherwise: new Set<string>(),
  };
  for (const [code, { taken, named, against }] of opgaven) {
    if (taken >= certain || named >= about) found.themes.add(code[1]!);
    if (taken < (against >= opposed ? POSSIBLE : certain)) continue;
    found.opgaven.add(code);
    if (against >= opposed) found.otherwise.add(code);
  }
  return found;
}

/** How what is estimated of the passages of one document holds under some thresholds. */
export function measure(judged: readonly Judged[], thresholds: Thresholds): Measured {
  const measured = nothingMeasured();
  const all = { found: new Set<string>(), coded: new Set<string>(), maybe: new Set<string>() };
  const places = new Map<string, [taken: number, right: boolean][]>();
  for (const passage of judged) {
    const { unit } = passage;
    const { themes: raised, opgaven: found, otherwise } = findingsIn(passage, thresholds);
    const right = (sign: Sign | undefined): boolean => sign === '+' || sign === '-';
    for (const code of found) {
      const { taken } = passage.opgaven.get(code)!;
      const holds = right(unit.opgaven.get(code));
      if (unit.opgavenMaybe.has(code)) continue;
      if (taken >= thresholds.clear) places.set(code, [...(places.get(code) ?? []), [taken, holds]]);
      const bin = measured.strength[Math.min(9, Math.floor(taken * 10))]!;
      bin.all++;
      if (holds) bin.right++;
    }
    const signed = (...signs: Sign[]): Set<string> =>
      new Set([...unit.opgaven].flatMap(([code, sign]) => (signs.includes(sign) ? [code] : [])));
    addScore(measured.themes, scoreOf(raised, unit.themes, unit.themesMaybe));
    addScore(measured.opgaven, scoreOf(found, signed('+', '-'), unit.opgavenMaybe));
    if (unit.hasSigns) addScore(measured.otherwise, scoreOf(otherwise, signed('-'), new Set()));
    for (const code of signed('~')) {
      measured.named.all++;
      if (found.has(code)) measured.named.counted++;
    }
    for (const code of found) all.found.add(code);
    for (const code of signed('+', '-')) all.coded.add(code);
    for (const code of unit.opgavenMaybe) all.maybe.add(code);
  }
  for (const code of all.coded) all.maybe.delete(code);
  addScore(measured.coverage, scoreOf(all.found, all.coded, all.maybe));
  for (const of of places.values()) {
    for (const [, right] of of.sort((a, b) => b[0] - a[0]).slice(0, 3)) {
      measured.clear.all++;
      if (right) measured.clear.right++;
    }
  }
  return measured;
}
