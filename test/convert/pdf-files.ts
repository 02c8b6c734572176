import type { Element, Nodes, Root } from 'hast';
import { type Browser, chromium } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { read } from '../../server/src/convert/pdf/read.js';

/** For the tests of a file: prints a page of HTML to PDF, on small sheets, as a browser does. */
export function printer(): (html: string, foot?: string) => Promise<Uint8Array> {
  let browser: Browser;
  beforeAll(async () => {
    browser = await chromium.launch({
      executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
      args: ['--no-sandbox', '--disable-gpu'],
    });
  });
  afterAll(() => browser.close());
  return async (html, foot) => {
    const page = await browser.newPage();
    await page.setContent(`<html lang="nl"><style>
      body { font: 11pt/1.35 "DejaVu Serif", serif; margin: 0 }
      h1 { font-size: 22pt } h2 { font-size: 16pt } h3 { font-size: 11pt } p, li { margin: 0 0 7pt }
    </style>${html}</html>`);
    const pdf = await page.pdf({
      format: 'A5',
      margin: { top: '22mm', bottom: '22mm', left: '18mm', right: '18mm' },
      ...(foot === undefined
        ? {}
        : { displayHeaderFooter: true, headerTemplate: '<span></span>', footerTemplate: foot }),
    });
    await page.close();
    return new Uint8Array(pdf);
  };
}

/** What is in a PDF, a block a line: `h1 Wonen`, `p …`, `li …` (two spaces more for each list within a list). */
export async function blocksIn(pdf: Uint8Array): Promise<string[]> {
  return outline((await read(pdf)).tree, '');
}

function outline(node: Root | Element, indent: string): string[] {
  return node.children.flatMap((child) => {
    if (child.type !== 'element') return [];
    const { tagName } = child;
    if (tagName === 'ul' || tagName === 'ol') return outline(child, node.type === 'root' ? indent : `${indent}  `);
    if (tagName === 'li') {
      const own = child.children.filter((part) => part.type !== 'element' || !/^[uo]l$/.test(part.tagName));
      return [
        `${indent}li ${own.map(textOf).join(' ')}`,
        ...outline(child, indent).filter((line) => / li |^li /.test(line)),
      ];
    }
    if (tagName === 'table') return rowsOf(child);
    return [`${indent}${tagName} ${textOf(child)}`];
  });
}

function rowsOf(table: Element): string[] {
  return table.children.flatMap((part) =>
    part.type !== 'element'
      ? []
      : part.children.map((row) => `tr ${'children' in row ? row.children.map(textOf).join(' | ') : ''}`),
  );
}

function textOf(node: Nodes): string {
  if (node.type === 'text') return node.value;
  return 'children' in node ? node.children.map(textOf).join('') : '';
}

/** The pages of the blocks of a PDF, in their order. */
export async function pagesIn(pdf: Uint8Array): Promise<(number | undefined)[]> {
  return (await read(pdf)).tree.children.map((block) =>
    'data' in block && block.type === 'element' ? block.data?.page : undefined,
  );
}

/** A small PDF by hand: its pages by what is drawn on them (Helvetica as F1, bold as F2), on sheets of 400 by 400 points. */
export function drawn(pages: readonly string[], trailer = ''): Uint8Array {
  const kids = pages.map((_, at) => `${10 + 2 * at} 0 R`).join(' ');
  const parts = [
    '%PDF-1.4\n',
    '1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n',
    `2 0 obj\n<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>\nendobj\n`,
    '3 0 obj\n<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>\nendobj\n',
    '4 0 obj\n<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold /Encoding /WinAnsiEncoding >>\nendobj\n',
  ];
  for (const [at, drawing] of pages.entries()) {
    const id = 10 + 2 * at;
    parts.push(
      `${id} 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 400 400] /Contents ${id + 1} 0 R /Resources << /Font << /F1 3 0 R /F2 4 0 R >> >> >>\nendobj\n`,
      `${id + 1} 0 obj\n<< /Length ${drawing.length} >>\nstream\n${drawing}\nendstream\nendobj\n`,
    );
  }
  parts.push(`trailer\n<< /Root 1 0 R /Size ${12 + 2 * pages.length} ${trailer} >>\n%%EOF\n`);
  return new Uint8Array(Buffer.from(parts.join(''), 'latin1'));
}

/** Draws a line of text at a place from the lower left. */
export const line = (text: string, x: number, y: number, more = '', font = 'F1', size = 12): string =>
  `BT /${font} ${size} Tf ${more} ${x} ${y} Td (${text}) Tj ET`;
