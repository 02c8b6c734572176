/**
 * Words that begin like another and have nothing to do with it: `verkeer*` does not mean "verkeerd". Each row: a
 * beginning, then the beginnings of words that it leaves alone; `.` ends a word that is only meant as a whole.
 */
const ROWS =
  'auto autoriteit automat autonom autonoom auteur|buiten buitengewoon buitensporig|gas gast|geweld geweldig|groen groente|' +
  'hand handel handig|huis huiselijk|kunst kunstmatig|maat maatregel maatschap|minima minimaal minimale|natuur natuurlijk.|' +
  'nieuw nieuws. nieuwsbrief nieuwsblad nieuwsbericht nieuwsgierig|nood noodzaak noodzakelijk|open openbaar openbare|oud ouderwets|' +
  'ouder ouderwets|over overigens|park parket parkeer parkeren|plan plank plant|politie politiek|raad raadsel|regel regelma|' +
  'ruim ruimschoots|samen samenvatting|stad stadion stadium|station stationair|stel stellig stelsel stelselmatig|stroom stroomlijn|' +
  'tegel tegelijk|trap trapsgewijs|veilig veiliggesteld veiligstel|verkeer verkeerd|vrij vrijdag vrijwel|weg wegens|werk werkelijk|' +
  'zon zonder zondag zonet|zorg zorgvuldig zorgelo';

/** Per lookalike how long a beginning must be to mean it; those that are meant as a whole apart. */
const starts = new Map<string, number>();
const wholes = new Map<string, number>();
for (const row of ROWS.split('|')) {
  const [beginning, ...words] = row.split(' ');
  for (const word of words) {
    const into = word.endsWith('.') ? wholes : starts;
    const key = word.replace('.', '');
    into.set(key, Math.max(into.get(key) ?? 0, beginning!.length + 1));
  }
}
const SHORTEST = Math.min(...[...starts.keys()].map((word) => word.length));

/** How long a beginning must be to be meant by a folded word: 0 for most words. */
export function leastBeginning(word: string): number {
  let least = wholes.get(word) ?? 0;
  for (let length = SHORTEST; length <= word.length; length++)
    least = Math.max(least, starts.get(word.slice(0, length)) ?? 0);
  return least;
}
