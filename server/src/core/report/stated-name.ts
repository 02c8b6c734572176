import { parseDocument } from 'yaml';
import { readHead } from '../markdown/head.js';

/** Longer front matter is not read. */
const LONGEST = 32_000;

/** What a programme says of itself in the front matter: `partij` and `title`. */
export function statedNames(text: string): { readonly party?: string; readonly title?: string } {
  const { yaml } = readHead(text);
  if (!yaml || yaml.to - yaml.from > LONGEST) return {};
  const source = text.slice(yaml.from, yaml.to);
  if (!/^(?:partij|title)[ \t]*:/m.test(source)) return {};
  const document = parseDocument(source, { logLevel: 'silent' });
  const read = (key: string): string | undefined => {
    const value: unknown = document.get(key);
    return typeof value === 'string' && value.trim() !== '' ? value.replace(/\s+/g, ' ').trim() : undefined;
  };
  const [party, title] = [read('partij'), read('title')];
  return { ...(party === undefined ? {} : { party }), ...(title === undefined ? {} : { title }) };
}
