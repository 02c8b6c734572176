import type { Root } from 'hast';
import { Refusal } from '../refusal.js';
import { type Block, blocksOf, leadingOf } from './blocks.js';
import { columnsOf } from './columns.js';
import { endsInContents, withoutContents } from './contents.js';
import { flowOf } from './flow.js';
import { withoutFurniture } from './furniture.js';
import type { Sheet } from './glyph.js';
import { bodyOf, headingsOf } from './headings.js';
import { vocabularyOf } from './hyphens.js';
import { byTurn, readable } from './letters.js';
import { loadLibrary, openDocument } from './library.js';
import { type Line, linesOf } from './line.js';
import { readSheet } from './sheet.js';
import { treeOf } from './tree.js';
import { segmentsOf } from './words.js';

/** Reads a PDF: its text in the order in which it is read, as headings, lists, tables and paragraphs with their pages. */
export async function read(bytes: Uint8Array): Promise<{ tree: Root; remarks: string[] }> {
  const library = await loadLibrary();
  const document = await openDocument(library, bytes);
  try {
    const layers = await document.getOptionalContentConfig();
    const sheets: Sheet[] = [];
    for (let number = 1; number <= document.numPages; number++) {
      sheets.push(await readSheet(library, await document.getPage(number), layers));
    }
    return { tree: layOut(sheets), remarks: [] };
  } finally {
    await document.loadingTask.destroy();
  }
}

/** The tree of a document, from what is drawn on its pages. */
export function layOut(sheets: readonly Sheet[]): Root {
  const pages = sheets.flatMap((sheet) =>
    byTurn(readable(sheet), sheet).map((glyphs) => ({ page: sheet.page, segments: segmentsOf(glyphs) })),
  );
  if (pages.length === 0) {
    throw new Refusal(
      'Deze pdf is alleen beeld; zet de tekst er eerst in met tekstherkenning (OCR) en probeer het dan opnieuw.',
    );
  }
  const columns: Line[][] = [];
  for (const { page, segments } of withoutFurniture(pages)) {
    for (const column of columnsOf(segments)) columns.push(linesOf(column, page));
  }
  const vocabulary = vocabularyOf(columns.flat());
  const texts = columns.map((lines, at) =>
    withoutContents(lines, sheets.length, at > 0 && endsInContents(columns[at - 1]!)),
  );
  if (texts.flat().length === 0) return { type: 'root', children: [] };
  const leading = leadingOf(texts);
  const body = bodyOf(texts.flat());
  const blocks = texts.map((lines) => blocksOf(lines, leading, body));
  const headings = headingsOf(blocks.flat(), body);
  const flow: Block[] = flowOf(blocks, (block) => headings.has(block));
  return treeOf(
    flow.map((block) => ({ block, level: headings.get(block) })),
    vocabulary,
  );
}
