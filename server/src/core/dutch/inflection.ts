import { endingBit, WITH } from './endings.js';
import { type Add, addVerb, canBeVerb, closedStems, isFixed } from './verbs.js';

/**
 * Dutch inflection, from a written word to the shapes it takes in a text: plural, diminutive, adjective and verb
 * endings, with the spelling changes that come with them (school/scholen, brief/brieven, huis/huizen, stop/stoppen).
 * Rules: Algemene Nederlandse Spraakkunst, chapters on inflection; derivation (betaalbaar/betalen) is left alone.
 */

/** A beginning of word forms and the endings that complete it. */
export interface Base {
  readonly text: string;
  readonly endings: number;
}

/** Words that never inflect; without this list `des` would find "deze" and `voor` "voren". */
const FUNCTION_WORDS = new Set(
  (
    'aan achter al alle alleen alles als ander bij binnen boven buiten daar dan dat de des deze die dit door dus een en er gaat geen ' +
    'had haar heb heeft het hem hen hier hij hoe hun iedereen ik in is ja je kan maar me mee meer men met mij na naar naast nee niet ' +
    'niets nog nu of om omdat onder ons ook op over per sinds te tegen toch toe tot tussen uit van veel vanaf via voor waar wat we weer ' +
    'wel wie wij wil zal ze zelf zich zij zijn zo zonder zou'
  ).split(' '),
);

/** Singular and plural that no rule joins; also the ends of compounds. */
const PLURALS: readonly (readonly [singular: string, plural: string])[] = [
  ['stad', 'steden'], ['lid', 'leden'], ['heid', 'heden'], ['schip', 'schepen'], ['kind', 'kinderen'], ['lied', 'liederen'], ['ei', 'eieren'],
  ['icus', 'ici'], ['museum', 'musea'], ['centrum', 'centra'], ['ium', 'ia'], ['datum', 'data'], ['crisis', 'crises'],
  ['vakman', 'vaklieden'], ['vakman', 'vakmensen'], ['kapitaalgoed', 'kapitaalgoederen'],
]; // biome-ignore format: a table
/** What those words end on. */
const OF_PLURALS = new RegExp(`(?:${PLURALS.flat().join('|')})$`);
/** Short in the singular, long in the plural: dag, dagen. */
const LENGTHENED =
  /(?:bad|bedrag|blad|dag|dak|gat|gebod|gebrek|glas|graf|grof|hof|oorlog|pad|slag|slot|spel|vat|verbod|verdrag|verlof|weg)$/;

/** Adjectives have degrees of comparison. Most show in their ending; of the others the usual ones are listed. */
const ADJECTIVE = new RegExp(
  '(?:[^aeiou]ig|lijk|zaam|baar|isch|ief|eel|eem|oom|aal|loos|rijk|vol|arm|eerd|end|ant|ent|air|eus|abel|ibel)$|^(?:' +
    'arm|breed|dicht|diep|divers|donker|druk|dun|duur|echt|fel|fijn|fit|fris|gemakkelijk|gewoon|gezond|goedkoop|groen|groot|grof|hard|heel|' +
    'hoog|inclusief|jong|klein|kort|krap|laag|lang|laat|leeg|licht|mild|modern|mooi|nauw|nieuw|oud|puur|ruim|schaars|scherp|schoon|simpel|' +
    'slecht|slim|smal|snel|soepel|sober|stabiel|sterk|stevig|stil|strak|streng|trots|vast|vers|vlak|vlot|vroeg|vrij|warm|wijd|zacht|zeker|' +
    '(?:on)?(?:veilig|zuinig|gelijk|handig)|zuiver|zwaar|zwak|compact|complex|concreet|robuust|bewust|exact|direct|flexibel)$',
);

/** Forms that the rules make and that are another word. */
const OTHER_WORDS: ReadonlyMap<string, readonly string[]> = new Map([
  ['behouden', ['behoudens']], ['denken', ['gedachte', 'gedachten']], ['nieuw', ['nieuws']], ['recht', ['rechts']], ['tijden', ['tijdens']],
  ['wegen', ['wegens']], ['aard', ['aarde']], ['afvallen', ['afval']], ['indienen', ['indien']], ['oud', ['ouder']],
  ['ouder', ['oudere', 'ouderen']], ['voldoen', ['voldoende']], ['weren', ['weer']],
]); // biome-ignore format: a table

const LONG_VOWEL = /([aeou])\1([bcdfgklmnprstvz])$/;
const SHORT_VOWEL = /(?:^|[^aeiou])([aeiou])([bdfgklmnprst])$/;

/** Gives the bases of a folded word. */
export type BasesOf = (word: string) => readonly Base[];

/** {@link basesOf} that finds those of a word once: where a study is read a word is asked for some four times. */
export function basesOnce(): BasesOf {
  const known = new Map<string, readonly Base[]>();
  return (word) => {
    const bases = known.get(word) ?? basesOf(word);
    known.set(word, bases);
    return bases;
  };
}

/** All bases of a written word. `word` is folded. */
export function basesOf(word: string): Base[] {
  const bases = new Map<string, number>();
  const add = (text: string, endings: number): void => void bases.set(text, (bases.get(text) ?? 0) | endings);
  add(word, WITH.none);
  if (word.length > 2 && !FUNCTION_WORDS.has(word) && !/\d/.test(word)) {
    addNominal(word, add);
    if (ADJECTIVE.test(word)) addDegrees(word, add);
    if (canBeVerb(word)) addVerb(word, add);
    if (/(?:[bcdfghjklmnpqrstvwxz]|[aeou]i|[ie]e)en$/.test(word) && !isFixed(word)) addSingular(word, add);
  }
  for (const form of OTHER_WORDS.get(word) ?? []) forbid(form, bases);
  const found: Base[] = [];
  for (const [text, endings] of bases) if (endings !== 0) found.push({ text, endings });
  return found;
}

function addNominal(word: string, add: Add): void {
  add(word, WITH.sDiminutive);
  // After one short vowel the consonant doubles: kop has koppen, and kopen is another word.
  if (!/^[^aeiou]*[aeiou][bdfgklmnprst]$/.test(word)) add(word, word.length > 3 ? WITH.eEn : WITH.en);
  if (word.endsWith('e')) add(word, WITH.n);
  if (/(?:ch|sh|ss|x)$/.test(word)) add(word, WITH.es);
  if (word.endsWith('ing')) add(`${word.slice(0, -1)}k`, WITH.jes);
  const vowel = /[aou]$/.exec(word)?.[0];
  if (vowel) add(word + vowel, WITH.tjes);
  for (const changed of changedStems(word)) add(changed, WITH.eEnEtjes);
  if (!OF_PLURALS.test(word)) return;
  for (const [singular, plural] of PLURALS) {
    if (word.endsWith(singular)) add(word.slice(0, -singular.length) + plural, WITH.none);
    else if (word.endsWith(plural)) add(word.slice(0, -plural.length) + singular, WITH.none);
  }
}

/** Plurals that do not begin with the word itself: huis, huizen; stad, steden. Beginnings of compounds too. */
export function changedPlurals(word: string): string[] {
  if (word.length < 3 || word === 'taal') return []; // talen-: talent
  const changed = changedStems(word).map((stem) => `${stem}en`);
  const irregular = (OF_PLURALS.test(word) ? PLURALS : [])
    .filter(([singular]) => word.endsWith(singular))
    .map(([singular, plural]) => word.slice(0, -singular.length) + plural);
  return [...changed, ...irregular].filter((plural) => !plural.startsWith(word));
}

/** A plural on -en also finds its singular: woningen, woning; gemeenten, gemeente. */
function addSingular(plural: string, add: Add): void {
  const open = plural.slice(0, -2);
  for (const closed of closedStems(open)) if (closed.length > 2) add(closed, WITH.noneDiminutive);
  if (/(?:[flmnpr]t|[lnr]d|kt|ig|lijk|[a-z]{4}el)$/.test(open)) add(open, WITH.e);
}

function addDegrees(word: string, add: Add): void {
  add(word, word.endsWith('r') ? WITH.degreesOfR : word.endsWith('s') ? WITH.degreesOfS : WITH.degrees);
  for (const changed of changedStems(word)) add(changed, WITH.erEre);
}

/** The stem as it is spelled before an ending with a vowel, where that differs. */
function changedStems(stem: string): string[] {
  if (LENGTHENED.test(stem)) return [stem, stem.replace(/s$/, 'z').replace(/f$/, 'v'), stem + stem.at(-1)!];
  const long = LONG_VOWEL.exec(stem);
  if (!long && SHORT_VOWEL.test(stem)) return [stem + stem.at(-1)!];
  const open = long ? stem.slice(0, -2) + long[2]! : stem;
  const changed = long ? [open] : [];
  if (/[aeiourlnm]f$/.test(open)) changed.push(`${open.slice(0, -1)}v`);
  if (/[aeiourlnm]s$/.test(open)) changed.push(`${open.slice(0, -1)}z`);
  return changed;
}

function forbid(form: string, bases: Map<string, number>): void {
  for (const [text, endings] of bases) {
    if (form.startsWith(text)) bases.set(text, endings & ~endingBit(form.slice(text.length)));
  }
}
