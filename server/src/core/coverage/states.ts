/** What a programme does with an opgave. */
export type CoverageState = 'opgepakt' | 'anders' | 'mogelijk' | 'ontbreekt' | 'niet-genoemd' | 'bewust-niet';

/** What a passage does with an opgave: takes it up, takes a stand against it, or only names its subject. */
export type Stance = 'opgepakt' | 'anders' | 'genoemd';

/** One sign a state, the same wherever states are shown; always beside its name. */
export const STATE_SIGNS: Readonly<Record<CoverageState, string>> = {
  opgepakt: '●',
  anders: '⊘',
  mogelijk: '◐',
  ontbreekt: '○',
  'niet-genoemd': '·',
  'bewust-niet': '–',
};

export const STATE_NAMES: Readonly<Record<CoverageState, string>> = {
  opgepakt: 'opgepakt',
  anders: 'kiest anders',
  mogelijk: 'mogelijk opgepakt',
  ontbreekt: 'ontbreekt',
  'niet-genoemd': 'niet genoemd',
  'bewust-niet': 'bewust niet',
};

/** For where there is little room. */
export const SHORT_NAMES: typeof STATE_NAMES = { ...STATE_NAMES, anders: 'anders', mogelijk: 'mogelijk' };

/** The states that are counted beside `opgepakt`: together they add up, and what a text does not speak of at all comes last. */
type Counted = Exclude<CoverageState, 'opgepakt'>;
const MISSING_LAST: readonly Counted[] = ['anders', 'mogelijk', 'bewust-niet', 'ontbreekt', 'niet-genoemd'];
/** For a line of which the end may fall away. */
export const MISSING_FIRST: readonly Counted[] = ['ontbreekt', 'anders', 'mogelijk', 'bewust-niet', 'niet-genoemd'];

/** `5 van 9 opgaven opgepakt · 1 mogelijk · 2 ontbreken · 1 niet genoemd`; what is zero is left out. @param several what the study calls its opgaven */
export function countsText(
  counts: Readonly<Record<CoverageState, number>>,
  order: readonly Counted[] = MISSING_LAST,
  several = 'opgaven',
): string {
  const total = Object.values(counts).reduce((sum, count) => sum + count, 0);
  const parts = order
    .filter((state) => counts[state] > 0)
    .map(
      (state) => `${counts[state]} ${state === 'ontbreekt' && counts[state] > 1 ? 'ontbreken' : SHORT_NAMES[state]}`,
    );
  return [`${counts.opgepakt} van ${total} ${several} opgepakt`, ...parts].join(' · ');
}
