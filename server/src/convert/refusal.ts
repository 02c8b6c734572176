/** A file that is not converted; the message says in Dutch what is wrong with it and what to do. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
}

/** Said of a file that cannot be read to its end. */
export const BROKEN =
  'Het bestand is beschadigd. Open het in een tekstverwerker, bewaar het opnieuw en probeer het nog eens.';

/** Said of a file that swells, or holds more than any programme. */
export const TOO_LARGE =
  'Het bestand is veel te groot voor een programma. Kopieer de tekst die u nodig hebt naar een nieuw document en probeer dat.';

/** Said of a file that only opens with a password. */
export const LOCKED =
  'Het bestand is met een wachtwoord beveiligd. Bewaar het zonder wachtwoord en probeer het opnieuw.';

/** Said of a file without a word in it. */
export const NO_TEXT =
  'Het bestand bevat geen tekst, of alleen beeld. Zet de tekst er eerst in met tekstherkenning en probeer het opnieuw.';
