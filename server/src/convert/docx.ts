import { strToU8, zipSync } from 'fflate';
import mammoth from 'mammoth';
import type { Root } from 'xast';
import { toXml } from 'xast-util-to-xml';
import { openArchive } from './archive.js';
import { styleHeadings } from './docx/headings.js';
import { markNumbers, startLists } from './docx/numbers.js';
import { makePlain } from './docx/plain.js';
import { countOf, stylesOf } from './docx/styles.js';
import { parseHtml } from './parse-html.js';
import type { Read } from './read.js';
import { BROKEN, Refusal, TOO_LARGE } from './refusal.js';
import { CHANGES, left } from './remarks.js';
import { childOf, childrenOf, parseXml } from './xml.js';

/** Elements that are left to be read: six times those of a programme of a hundred pages. */
const MOST_ELEMENTS = 120_000;

/** The parts with text, and what leads to them; no pictures, macros or embedded files. */
const PARTS =
  /^(?:\[Content_Types\]\.xml|_rels\/\.rels|word\/(?:_rels\/\w+\.xml\.rels|(?:document|styles|numbering|footnotes|endnotes|comments)\d*\.xml))$/;

/** Reads a Word file: what is to be read of it is chosen here, and mammoth makes lists, tables, notes and links of that. */
export async function read(bytes: Uint8Array): Promise<Read> {
  const parts = openArchive(bytes, (name) => PARTS.test(name));
  const trees = new Map([...parts].map(([name, text]) => [name, parseXml(text)]));
  const part = (name: string): [string, Root] | undefined =>
    [...trees].find(([path]) => path.startsWith(`word/${name}`));
  const styles = stylesOf(part('styles')?.[1]);
  const [, document] = part('document') ?? [];
  const body = childOf(childOf(document, 'w:document'), 'w:body');
  if (body === undefined) throw new Refusal(BROKEN);
  const remarks = remarksOf(document, part('comments')?.[1]);
  const [path] = part('comments') ?? [];
  if (path !== undefined) trees.delete(path);
  for (const name of ['document', 'footnotes', 'endnotes']) {
    for (const root of childrenOf(part(name)?.[1])) makePlain(root, styles);
  }
  if ([...trees.values()].reduce((sum, tree) => sum + countOf(tree), 0) > MOST_ELEMENTS) throw new Refusal(TOO_LARGE);
  markNumbers(body, part('numbering')?.[1], styles);
  styleHeadings(body, styles);
  const tree = parseHtml(await toHtml(trees));
  startLists(tree);
  return { tree, remarks };
}

async function toHtml(trees: ReadonlyMap<string, Root>): Promise<string> {
  const plain = zipSync(Object.fromEntries([...trees].map(([name, tree]) => [name, strToU8(toXml(tree))])), {
    level: 0,
  });
  // The one for Node, the other for a browser.
  const input = { buffer: plain as Buffer, arrayBuffer: plain.buffer as ArrayBuffer };
  try {
    const { value } = await mammoth.convertToHtml(input, { styleMap: STYLES, includeEmbeddedStyleMap: false });
    return value;
  } catch (error) {
    throw new Refusal(BROKEN, { cause: error });
  }
}

const STYLES = ['p.Title => h1.title:fresh', 'u =>'];

function remarksOf(document: Root | undefined, comments: Root | undefined): string[] {
  return [
    ...left(countOf(comments, 'w:comment'), 'opmerking', 'opmerkingen', 'in de kantlijn'),
    ...left(countOf(document, 'pic:pic', 'v:imagedata'), 'afbeelding', 'afbeeldingen'),
    ...(countOf(document, 'w:ins', 'w:del', 'w:moveTo', 'w:moveFrom') > 0 ? [CHANGES] : []),
  ];
}
