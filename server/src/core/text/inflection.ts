/**
 * Dutch inflection, from a written word to the shapes it takes in a text: plural, diminutive, adjective and verb
 * endings, with the spelling changes that come with them (school/scholen, brief/brieven, huis/huizen, stop/stoppen).
 * Rules: Algemene Nederlandse Spraakkunst, chapters on inflection; derivation (betaalbaar/betalen) is left alone.
 */

/** The endings that a base may carry; a set of them is a bit mask over this list. */
export const ENDINGS = [
  '', 'e', 'en', 's', 'es', 'je', 'jes', 'tje', 'tjes', 'pje', 'pjes', 'etje', 'etjes', 'er', 'ere', 'st', 'ste',
  't', 'te', 'ten', 'd', 'de', 'den', 'end', 'ende', 'eren', 'der', 'dere', 'n', 'ns',
] as const; // biome-ignore format: a table of endings reads better dense

/** Mask that lets anything follow: for the beginnings of compounds. */
export const ANYTHING = -1;

const BIT = new Map<string, number>(ENDINGS.map((ending, bit) => [ending, 1 << bit]));
const mask = (list: string): number =>
  list.split(' ').reduce((sum, ending) => sum | BIT.get(ending === '-' ? '' : ending)!, 0);

const NOMINAL = mask('- e en s es je jes tje tjes pje pjes er ere st ste eren n ns');
/** After a spelling change: schol-en, brieve-n, mann-etje. */
const NOMINAL_CHANGED = mask('e en etje etjes er ere');
const COMPARATIVE = mask('der dere');
const FINITE = mask('- t te ten de den');
const INFINITIVE = mask('en end ende');
const PARTICIPLE = mask('t te ten d de den');
const BARE = mask('-');
const BARE_E = mask('- e');

/** A beginning of word forms and the endings that complete it. */
export interface Base {
  readonly text: string;
  readonly endings: number;
}

/** Maps a remainder of a word to its bit, 0 when it is no ending. */
export function endingBit(rest: string): number {
  return BIT.get(rest) ?? 0;
}

/** Plurals that no rule makes. */
const IRREGULAR: Readonly<Record<string, readonly string[]>> = {
  stad: ['steden'], lid: ['leden'], schip: ['schepen'], heid: ['heden'], gebrek: ['gebreken'], weg: ['wegen'], dak: ['daken'],
  bad: ['baden'], pad: ['paden'], dag: ['dagen'], spel: ['spelen'], verdrag: ['verdragen'], bedrag: ['bedragen'],
  slag: ['slagen'], gat: ['gaten'], glas: ['glazen'], gebod: ['geboden'], verbod: ['verboden'], oorlog: ['oorlogen'],
  museum: ['musea'], centrum: ['centra'], medium: ['media'], datum: ['data'], musicus: ['musici'], crisis: ['crises'],
}; // biome-ignore format: a table

const SEPARABLE =
  /^(aan|achter|af|bij|binnen|door|goed|in|langs|los|mee|mis|na|neer|om|onder|op|open|over|rond|samen|schoon|stil|stop|tegen|terecht|terug|toe|tussen|uit|vast|voor|vooruit|vrij|waar|weg)(?=[a-z]{3,}n$)/;
/** Prefixes that keep `ge-` away from the participle. */
const INSEPARABLE = /^(be|ge|ver|ont|her|er|mis|over(?=wegen)|onder(?=steunen|zoeken|houden|nemen|wijzen|vinden))/;

const LONG_VOWEL = /([aeou])\1([bcdfgklmnprstvz])$/;
const SHORT_VOWEL = /(?:^|[^aeiou])([aeiou])([bdfgklmnprst])$/;

/** All bases of a written word. `word` is folded. */
export function basesOf(word: string): Base[] {
  const bases = new Map<string, number>();
  const add = (text: string, endings: number): void => {
    if (text.length > 1) bases.set(text, (bases.get(text) ?? 0) | endings);
  };
  add(word, word.length <= 2 ? BARE : word.length === 3 ? NOMINAL & ~mask('er ere st ste e n ns') : NOMINAL);
  addNominal(word, add);
  if (/[^i]en$/.test(word) && word.length > 4) addVerbal(word, add);
  return [...bases].map(([text, endings]) => ({ text, endings }));
}

function addNominal(word: string, add: (text: string, endings: number) => void): void {
  for (const changed of changedStems(word)) add(changed, NOMINAL_CHANGED);
  if (word.endsWith('baar')) add(word, COMPARATIVE);
  for (const [singular, plurals] of Object.entries(IRREGULAR)) {
    if (!word.endsWith(singular)) continue;
    for (const plural of plurals) add(word.slice(0, -singular.length) + plural, BARE);
  }
}

/** The stem as it is spelled before an ending with a vowel, where that differs. */
function changedStems(stem: string): string[] {
  const changed: string[] = [];
  const long = LONG_VOWEL.exec(stem);
  if (long) changed.push(stem.slice(0, -2) + long[2]!);
  else if (SHORT_VOWEL.test(stem)) changed.push(stem + stem.at(-1)!);
  for (const variant of [stem, ...changed]) {
    if (/[aeiourlnm]f$/.test(variant)) changed.push(`${variant.slice(0, -1)}v`);
    if (/[aeiourlnm]s$/.test(variant)) changed.push(`${variant.slice(0, -1)}z`);
  }
  return changed;
}

/** The stem of a word on -en as it is spelled without the ending: lopen → loop, stoppen → stop, geven → geef. */
function closedStem(open: string): string {
  let stem = open;
  if (/([bcdfgklmnprst])\1$/.test(stem)) stem = stem.slice(0, -1);
  else if (/(?:^|[^aeiou])[aeou][bcdfgklmnprstvz]$/.test(stem) && !/(?:ig|el|er|em|en)$/.test(stem)) {
    stem = stem.slice(0, -1) + stem.at(-2)! + stem.at(-1)!;
  }
  return stem.replace(/v$/, 'f').replace(/z$/, 's');
}

function addVerbal(infinitive: string, add: (text: string, endings: number) => void): void {
  const open = infinitive.slice(0, -2);
  const closed = closedStem(open);
  // A plural noun is written like an infinitive: woningen → woning.
  add(closed, NOMINAL & ~mask('st ste er ere'));
  add(closed, FINITE);
  add(open, INFINITIVE);
  const particle = SEPARABLE.exec(infinitive)?.[0];
  if (particle) {
    const verb = infinitive.slice(particle.length);
    const verbStem = closedStem(verb.slice(0, -2));
    if (INSEPARABLE.test(verb)) add(particle + verbStem, PARTICIPLE);
    else {
      add(`${particle}ge${verbStem}`, PARTICIPLE);
      add(`${particle}ge${verb}`, BARE_E);
    }
  }
  if (INSEPARABLE.test(infinitive)) add(closed, PARTICIPLE);
  else {
    add(`ge${closed}`, PARTICIPLE);
    add(`ge${infinitive}`, BARE_E);
  }
}

/** A verb that falls apart in a main clause: aanpakken → ['aan', 'pakken']; undefined for other words. */
export function separate(word: string): [particle: string, verb: string] | undefined {
  const particle = /en$|aan$|doen$|zien$|staan$/.test(word) ? SEPARABLE.exec(word)?.[0] : undefined;
  if (!particle || INSEPARABLE.test(word)) return undefined;
  return [particle, word.slice(particle.length)];
}
