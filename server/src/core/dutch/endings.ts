/** The endings that a base may carry; a set of them is a bit mask over this list. */
export const ENDINGS = [
  '', 'e', 'en', 's', 'es', 'n', 'je', 'jes', 'tje', 'tjes', 'pje', 'pjes', 'etje', 'etjes', 'er', 'ere', 'st', 'ste', 'der', 'dere',
  't', 'te', 'ten', 'd', 'de', 'den', 'end', 'ende', 'enden',
] as const; // biome-ignore format: a table of endings reads better dense

/** Mask that lets anything follow: for the beginnings of compounds. */
export const ANYTHING = -1;

const BIT = new Map<string, number>(ENDINGS.map((ending, bit) => [ending, 1 << bit]));

/** Maps a remainder of a word to its bit, 0 when it is no ending. */
export const endingBit = (rest: string): number => BIT.get(rest) ?? 0;

/** The mask of endings separated by spaces; `-` is no ending. */
const maskOf = (endings: string): number =>
  endings.split(' ').reduce((mask, ending) => mask | BIT.get(ending === '-' ? '' : ending)!, 0);

/** Sets of endings, by what they hold. Made once: thousands of words of a study are inflected when it is read. */
export const WITH = {
  none: maskOf('-'),
  n: maskOf('n'),
  e: maskOf('e'),
  en: maskOf('en'),
  eEn: maskOf('e en'),
  es: maskOf('es'),
  jes: maskOf('je jes'),
  tjes: maskOf('tje tjes'),
  eEnEtjes: maskOf('e en etje etjes'),
  noneDiminutive: maskOf('- je jes tje tjes pje pjes etje etjes'),
  sDiminutive: maskOf('s je jes tje tjes pje pjes etje etjes'),
  degrees: maskOf('e er ere st ste'),
  degreesOfR: maskOf('e der dere st ste'),
  degreesOfS: maskOf('e er ere t te'),
  erEre: maskOf('er ere'),
  enEnd: maskOf('en end ende enden'),
  noneT: maskOf('- t'),
  teTen: maskOf('te ten'),
  deDen: maskOf('de den'),
  tTeTen: maskOf('t te ten'),
  dDeDen: maskOf('d de den'),
  noneEEn: maskOf('- e en'),
} as const;
