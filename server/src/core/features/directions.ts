import type { Choice, Direction } from '../study/model.js';
import { actorsText, pageText } from '../study/reference.js';

/** Whose idea a direction is, where the study does not give it. */
const EXAMPLE = 'voorbeeld van Opgavenwijzer';

/** `p. 61; gemeente, Rijk`: where a direction stands and who acts. */
export function directionNote({ page, who, example }: Direction): string {
  return [example ? EXAMPLE : pageText(page), actorsText(who)].filter(Boolean).join('; ');
}

/** The same as far as it needs saying to a writer in a gemeente, below the page. */
export function directionRemark({ who, example }: Direction): string {
  return [example ? EXAMPLE : '', who.length === 0 || who.includes('gemeente') ? '' : actorsText(who)]
    .filter(Boolean)
    .join('; ');
}

/** `Wij kiezen onbenut arbeidspotentieel boven arbeidsmigranten`, and the other way round. */
export function choiceSentences({ options: [one, other] }: Choice): [string, string] {
  return [`Wij kiezen ${one} boven ${other}`, `Wij kiezen ${other} boven ${one}`];
}
