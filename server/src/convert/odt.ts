import type { Root as Hast } from 'hast';
import type { Root } from 'xast';
import { openArchive } from './archive.js';
import { elementsOf, replaceElements } from './hast.js';
import { headingLevels } from './look.js';
import { BlockReader } from './odt/blocks.js';
import { Styles } from './odt/styles.js';
import type { Read } from './read.js';
import { BROKEN, LOCKED, Refusal } from './refusal.js';
import { CHANGES, left } from './remarks.js';
import { childOf, everyElement, parseXml } from './xml.js';

/** Reads an OpenDocument text, as LibreOffice writes it. */
export async function read(bytes: Uint8Array): Promise<Read> {
  const parts = openArchive(bytes, (name) => /^(?:content|styles|META-INF\/manifest)\.xml$/.test(name));
  if (parts.get('META-INF/manifest.xml')?.includes('encryption-data')) throw new Refusal(LOCKED);
  const [styles, content] = ['styles.xml', 'content.xml'].map((name) => {
    const text = parts.get(name);
    return text === undefined ? undefined : parseXml(text);
  });
  const text = childOf(childOf(childOf(content, 'office:document-content'), 'office:body'), 'office:text');
  if (content === undefined || text === undefined) throw new Refusal(BROKEN);
  const reader = new BlockReader(new Styles([styles, content]));
  const children = reader.read(text);
  const blocks = [...reader.blocks];
  const levels = headingLevels(blocks.map(([, block]) => block));
  blocks.forEach(([element], index) => {
    if (levels[index] !== undefined) element.tagName = `h${Math.min(levels[index], 6)}`;
  });
  const tree: Hast = { type: 'root', children: [...children, ...reader.notes] };
  freeHeadings(tree);
  return { tree, remarks: remarksOf(content) };
}

/** Headings with a number stand in lists, each in its own. */
function freeHeadings(tree: Hast): void {
  replaceElements(tree, (element) => {
    const items = elementsOf(element).flatMap(elementsOf);
    const free = /^[uo]l$/.test(element.tagName) && items.some(({ tagName }) => /^h[1-6]$/.test(tagName));
    return free ? items : [element];
  });
}

function remarksOf(content: Root): string[] {
  const count = (name: string): number => [...everyElement(content, name)].length;
  return [
    ...left(count('office:annotation'), 'opmerking', 'opmerkingen', 'in de kantlijn'),
    ...left(count('draw:image'), 'afbeelding', 'afbeeldingen'),
    ...(count('text:changed-region') > 0 ? [CHANGES] : []),
  ];
}
