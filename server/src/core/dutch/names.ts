/**
 * Names of parties and places that read like other words: what stands in them says nothing about a subject. Written
 * with a capital. Names that signals look for (a region, the capital) have no place here.
 */
const PARTIES =
  'GroenLinks|Groen Links|Groen-Links|GroenLinks-PvdA|PvdA-GroenLinks|PvdA/GroenLinks|Partij voor de Dieren|Partij van de Arbeid|' +
  'Partij voor de Vrijheid|Forum voor Democratie|Volkspartij voor Vrijheid en Democratie|Socialistische Partij|ChristenUnie|Christen Unie|' +
  'ChristenUnie-SGP|Staatkundig Gereformeerde Partij|Democraten 66|Nieuw Sociaal Contract|BoerBurgerBeweging|Boer Burger Beweging|' +
  'Ouderenpartij|Ouderen Partij|Ouderen Politiek Actief|Seniorenpartij|Senioren Partij|Senioren Belang|Seniorenbelang|Partij voor de Ouderen|' +
  'Jonge Democraten|Jonge Socialisten|Student en Stad|Student & Stad|Lokaal Belang|Algemeen Belang|Gemeentebelangen|Gemeente Belangen|' +
  'Dorpsbelangen|Dorpsbelang|Burgerbelangen|Burger Belangen|Wijkbelangen|Stadspartij|Dorpspartij|Groene Partij|De Groenen';
const PLACES =
  'Alblasserdam|Almere Buiten|Almere Haven|Badhoevedorp|Berg en Dal|Bergen op Zoom|Beverwijk|Bosch en Duin|Boskoop|Brandwijk|Den Bosch|' +
  'Dijk en Waard|Ewijk|Goeree-Overflakkee|Groenekan|Groenlo|Harderwijk|Hoeksche Waard|Hof van Twente|Hollands Kroon|Hoofddorp|' +
  'Huis ter Heide|Katwijk|Kerkrade|Krimpen aan den IJssel|Krimpen aan de Lek|Krimpenerwaard|Landgraaf|Landsmeer|Land van Cuijk|Leiderdorp|' +
  'Lelystad|Meierijstad|Molenlanden|Naaldwijk|Nieuwkoop|Nieuwegein|Nieuw-Vennep|Noordwijk|Noordwijkerhout|Oisterwijk|Ouder-Amstel|' +
  'Ouderkerk aan de Amstel|Ouderkerk aan den IJssel|Oudewater|Peel en Maas|Ridderkerk|Rijswijk|Rozendaal|Schoonhoven|Stadskanaal|' +
  'Steenwijk|Steenwijkerland|Veenendaal|Vijfheerenlanden|Voorne aan Zee|Waalwijk|Wageningen|Waterland|Werkendam|West Maas en Waal|' +
  'Wijk aan Zee|Wijk bij Duurstede|Wijk en Aalburg|Winterswijk|Zaanstad|Zwartewaterland';
/** One ordinary word each: at the start of a sentence, or among capitals only, the capital proves nothing. */
const HOMONYMS =
  'Assen|Beek|Best|Buren|Duiven|Echt|Goes|Grave|Haren|Hoorn|Houten|Huizen|Hulst|Kampen|Laren|Leek|Made|Ommen|Putten|Sluis|Son|' +
  'Stein|Tiel|Veere|Volt|Weert|Wierden';

const WORD = /[\p{L}\p{N}]+/gu;
const NAME_END = '';

/** A node of the names: the forms that go on, and whether a name ends here. */
type Names = Map<string, Names>;
const END: Names = new Map();

const names: Names = new Map();
const homonyms = new Set<string>();

const folded = (word: string): string => word.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '');

for (const name of `${PARTIES}|${PLACES}`.split('|')) {
  let node = names;
  // A hyphen closes a word up; a slash, an ampersand and a space part it.
  for (const word of name.replace(/[-’]/g, '').match(WORD) ?? []) {
    const form = folded(word);
    let next = node.get(form);
    if (!next) {
      next = new Map();
      node.set(form, next);
    }
    node = next;
  }
  node.set(NAME_END, END);
}
for (const name of HOMONYMS.split('|')) homonyms.add(folded(name));

/** Half of the local parties bears this name: "Leefbaar Rotterdam". */
const LEAVABLE = 'leefbaar';
/** A party that is always written in capitals, and a verb that is not. */
const IN_CAPITALS = 'denk';

/** Whether a name can begin with a folded form. */
export function beginsName(form: string): boolean {
  return names.has(form) || homonyms.has(form) || form === LEAVABLE || form === IN_CAPITALS;
}

/** How a word is written. */
export type Writing = 'lower' | 'Capital' | 'CAPITALS';

/**
 * How many words a name takes up, 0 for none.
 * @param formAt folded form of the nth word from here, undefined past the end of the sentence
 * @param writingAt how the nth word from here is written
 * @param first whether the sentence begins here
 */
export function nameLength(
  formAt: (n: number) => string | undefined,
  writingAt: (n: number) => Writing,
  first: boolean,
): number {
  const form = formAt(0)!;
  if (form === LEAVABLE) return formAt(1) !== undefined && writingAt(1) === 'Capital' ? 2 : 0;
  if (form === IN_CAPITALS) return writingAt(0) === 'CAPITALS' ? 1 : 0;
  let longest = homonyms.has(form) && !first && writingAt(0) === 'Capital' ? 1 : 0;
  let node: Names | undefined = names;
  for (let n = 0; node; n++) {
    if (node.has(NAME_END)) longest = Math.max(longest, n);
    const next = formAt(n);
    node = next === undefined ? undefined : node.get(next);
  }
  return longest;
}
