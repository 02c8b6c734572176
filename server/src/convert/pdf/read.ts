import type { Root } from 'hast';
import type { Read } from '../read.js';
import { Refusal } from '../refusal.js';
import { blocksOf, leadingOf } from './blocks.js';
import { withBullets } from './bullets.js';
import { withRows } from './cells.js';
import { columnsOf } from './columns.js';
import { endsInContents, withoutContents } from './contents.js';
import { withDropCaps } from './drop-caps.js';
import { flowOf } from './flow.js';
import { withoutNotes } from './footnotes.js';
import { type SegmentedPage, withoutFurniture } from './furniture.js';
import { bodyOf, headingsOf } from './headings.js';
import { vocabularyOf } from './hyphens.js';
import { byTurn, readable } from './letters.js';
import { damaged, type OpenPdf, openPdf } from './library.js';
import { refuseBombs, refuseTooLong, refuseTooMuchText } from './limits.js';
import { linesOf } from './line.js';
import { rulesOf } from './rules.js';
import { readSheet } from './sheet.js';
import { treeOf } from './tree.js';
import { segmentsOf } from './words.js';

/** Reads a PDF: its text in the order in which it is read, as headings, lists, tables and paragraphs with their pages. */
export async function read(bytes: Uint8Array): Promise<Read> {
  await refuseBombs(bytes);
  const pdf = await openPdf(bytes);
  try {
    const count = pdf.document.numPages;
    refuseTooLong(count);
    const { pages, broken } = await readPages(pdf);
    if (broken.length === count) throw new Refusal(damaged);
    if (pages.length === 0) {
      throw new Refusal(
        'Deze pdf is alleen beeld; zet de tekst er eerst in met tekstherkenning (OCR) en probeer het dan opnieuw.',
      );
    }
    const remarks = broken.map((page) => `Bladzijde ${page} is beschadigd en weggelaten.`);
    return { tree: layOut(pages, count), remarks };
  } finally {
    await pdf.close();
  }
}

/** The words of each page. Text that runs another way than most of its page is a page of its own. */
async function readPages({
  library,
  document,
  page: within,
}: OpenPdf): Promise<{ pages: SegmentedPage[]; broken: number[] }> {
  const layers = await document.getOptionalContentConfig();
  const pages: SegmentedPage[] = [];
  const broken: number[] = [];
  let letters = 0;
  for (let page = 1; page <= document.numPages; page++) {
    const sheet = await within(document.getPage(page).then((open) => readSheet(library, open, layers))).catch(
      (cause: unknown) => {
        if (cause instanceof Refusal) throw cause;
        return undefined;
      },
    );
    if (!sheet) {
      broken.push(page);
      continue;
    }
    letters += sheet.glyphs.length;
    refuseTooMuchText(letters);
    for (const [turn, glyphs] of byTurn(readable(sheet), sheet).entries()) {
      const segments = withDropCaps(segmentsOf(glyphs));
      const upright = turn === 0;
      pages.push({
        page,
        height: sheet.height,
        segments: upright ? withBullets(segments, sheet.dots) : segments,
        pictures: upright ? sheet.pictures : [],
        rules: rulesOf(upright ? sheet.rules : []),
      });
    }
  }
  return { pages, broken };
}

function layOut(pages: readonly SegmentedPage[], count: number): Root {
  const bare = withoutFurniture(pages).map((page) => ({ ...page, ...withRows(page.segments, page.rules) }));
  const parted = columnsOf(bare);
  const columns = bare.flatMap(({ page }, at) => parted[at]!.map((column) => linesOf(column, page)));
  const vocabulary = vocabularyOf(columns.flat());
  const noted = columns.map((lines, at) => withoutContents(lines, count, at > 0 && endsInContents(columns[at - 1]!)));
  if (noted.flat().length === 0) return { type: 'root', children: [] };
  const body = bodyOf(noted.flat());
  const { columns: texts, notes } = withoutNotes(noted, body);
  const leading = leadingOf(texts);
  const blocks = texts.map((lines) => blocksOf(lines, leading, body));
  const headings = headingsOf(blocks.flat(), body);
  const flow = flowOf(blocks, (block) => headings.has(block));
  return treeOf(
    flow.map((block) => ({ block, level: headings.get(block) })),
    notes,
    vocabulary,
  );
}
