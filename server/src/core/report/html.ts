import { STYLE, STYLE_HASH } from './style.js';

/** A piece of HTML; whatever is put into it as text is escaped. */
export class Html {
  constructor(readonly source: string) {}
}

type Piece = Html | string | number | readonly Html[];

/** Template of HTML: text is escaped, HTML (and lists of it) stays. */
export function html(parts: TemplateStringsArray, ...pieces: readonly Piece[]): Html {
  return new Html(parts.reduce((all, part, index) => all + sourceOf(pieces[index - 1]!) + part));
}

function sourceOf(piece: Piece): string {
  if (piece instanceof Html) return piece.source;
  if (typeof piece === 'object') return piece.map(({ source }) => source).join('');
  return escapeHtml(String(piece));
}

export const NOTHING = new Html('');

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const CHARACTERS: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(ENTITIES).map(([character, entity]) => [entity, character]),
);

/** Text as it was before it was escaped. */
export const unescapeHtml = (source: string): string =>
  source.replace(/&(?:amp|lt|gt|quot|#39);/g, (entity) => CHARACTERS[entity]!);

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what HTML forbids
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g;

/** Text that means only itself, in content and in quoted attributes. Characters that HTML forbids are taken out. */
function escapeHtml(text: string): string {
  return text.replace(FORBIDDEN, '\ufffd').replace(/[&<>"']/g, (c) => ENTITIES[c]!);
}

/** What the policy of a page lets through, by its hash. */
export interface Allowed {
  readonly source: string;
  /** `sha256-…` of the source, in base64. */
  readonly hash: string;
}

/** What one kind of page has of its own. */
interface Own {
  readonly style?: Allowed;
  readonly head?: Html;
  /** Runs at the end of the page; most have none. */
  readonly script?: Allowed;
}

/** Data for the script of a page: not run, and nothing in it ends the element early. */
export const dataBlock = (id: string, value: unknown): Html =>
  new Html(`<script type="application/json" id="${id}">${JSON.stringify(value).replaceAll('<', '\\u003c')}</script>\n`);

/** A page that stands alone: no scripts but its own, nothing from elsewhere, light and dark, and fit to print. */
export function page(title: string, body: readonly Html[], { style, head = NOTHING, script }: Own = {}): string {
  const hashes = [STYLE_HASH, ...(style ? [style.hash] : [])].map((hash) => `'${hash}'`).join(' ');
  const scripts = script ? ` script-src '${script.hash}';` : '';
  const policy = `default-src 'none'; style-src ${hashes};${scripts} base-uri 'none'; form-action 'none'`;
  return html`<!doctype html>
<html lang="nl">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
${head}<title>${title}</title>
<style>${new Html(STYLE)}</style>
${style ? html`<style>${new Html(style.source)}</style>\n` : NOTHING}</head>
<body>
<main>
${body}
</main>
${script ? new Html(`<script>${script.source}</script>\n`) : NOTHING}</body>
</html>
`.source;
}
