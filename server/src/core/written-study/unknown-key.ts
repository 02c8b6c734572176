import { choice } from '../dutch/enumeration.js';
import { nearest } from '../dutch/spelling.js';
import type { Form, ObjectForm } from './form.js';
import { STUDY_FORM } from './study-form.js';

/** So many places are named where a key belongs. */
const MOST_PLACES = 3;

/** What to do about a key that an object of a study does not have: what was meant, where it belongs, or what there is. */
export function unknownKeyHint({ keys }: ObjectForm, key: string): string {
  const [near] = nearest(key, Object.keys(keys), 1);
  const meant = near === undefined ? undefined : `Bedoelt u ‘${near}’?`;
  // Singular or plural, it is meant here, wherever else it may be known.
  if (meant && (near!.startsWith(key) || key.startsWith(near!))) return meant;
  const elsewhere = placesOf(key).slice(0, MOST_PLACES);
  if (elsewhere.length > 0) return `Deze sleutel hoort bij ${choice(elsewhere)}.`;
  return meant ?? `Bekend zijn: ${Object.keys(keys).join(', ')}.`;
}

/** Where a key is known, from the outside in: `een thema (onder ‘themes’)`. */
function placesOf(key: string): string[] {
  const places = new Set<string>();
  const objects: { form: ObjectForm; where: string }[] = [{ form: STUDY_FORM, where: 'bovenaan in studie.yaml' }];
  // The list grows while it is walked.
  for (const { form, where } of objects) {
    // A name for an opgave is given seldom: who writes the key means the opgave.
    if (Object.hasOwn(form.keys, key) && form.keys[key]!.kind !== 'name') places.add(`${form.named} (${where})`);
    for (const [name, inside] of Object.entries(form.keys)) {
      const below = objectIn(inside);
      if (below) objects.push({ form: below, where: `onder ‘${name}’` });
    }
  }
  return [...places];
}

/** The object that stands in a form, or in each item of it. */
const objectIn = (form: Form): ObjectForm | undefined =>
  form.kind === 'object' ? form : form.kind === 'list' || form.kind === 'map' ? objectIn(form.of) : undefined;
