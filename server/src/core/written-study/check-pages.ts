import type { Form } from './form.js';
import { type HeadFile, MORE_FORM } from './study-form.js';
import type { ReadFile } from './yaml-file.js';

/** Every page that is named is one of the document, where the study says from which to which that runs. */
export function checkPages({ pages }: HeadFile, files: readonly ReadFile[]): void {
  if (!pages) return;
  const [first, last] = [Math.min(...pages), Math.max(...pages)];
  for (const { file, value } of files)
    for (const [owner, key, page] of pagesIn(MORE_FORM, value, value, ''))
      if (page < first || page > last)
        file.fault(
          file.placeOf(owner, key),
          `p. ${page} ligt buiten het document: de studie loopt van p. ${first} tot en met p. ${last}. Verbeter het nummer.`,
        );
}

/** Every page in what was read by a form, with where it stands. */
function* pagesIn(
  form: Form,
  value: unknown,
  owner: object,
  key: string | number,
): Generator<readonly [owner: object, key: string | number, page: number]> {
  if (form.kind === 'page') yield [owner, key, value as number];
  else if (form.kind === 'pages') {
    const pages = value as readonly number[];
    for (const [i, page] of pages.entries()) yield [pages, i, page];
  } else if (form.kind === 'list') {
    const list = value as readonly unknown[];
    for (const [i, item] of list.entries()) yield* pagesIn(form.of, item, list, i);
  } else if (form.kind === 'object') {
    const object = value as Readonly<Record<string, unknown>>;
    for (const [name, inside] of Object.entries(form.keys))
      if (object[name] !== undefined) yield* pagesIn(inside, object[name], object, name);
  }
}
