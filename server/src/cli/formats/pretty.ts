import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Finding } from '../../core/index.js';
import { printable, type Terminal } from '../terminal.js';
import { type CheckedFile, type Format, summary } from './result.js';

type Paint = Terminal['paint'];

/** Most of a line that is shown around the words. */
const WIDTH = 100;

/** For a reader: findings of each file with the line they stand on and the words underlined, then the summary. */
export const pretty: Format = (result, { paint }) => {
  const { files, programmes } = result;
  const parts = files.filter(({ findings }) => findings.length > 0).map((file) => fileText(file, paint));
  if (programmes.length > 0) parts.push(paint.bold(summary(result)));
  return parts.length === 0 ? '' : `${parts.join('\n\n')}\n`;
};

function fileText({ file, document, findings }: CheckedFile, paint: Paint): string {
  const lines = [paint.underline(printable(file.name))];
  for (const [index, finding] of findings.entries()) {
    const start = document.positionAt(finding.from);
    const place = `${start.line + 1}:${start.character + 1}`;
    const level = painter(paint, finding.level)(finding.level);
    lines.push(
      `  ${paint.dim(place.padStart(5))}  ${level}  ${printable(finding.message)}  ${paint.dim(finding.code)}`,
    );
    // Several findings at the same words share one excerpt.
    const next = findings[index + 1];
    if (next?.from !== finding.from || next.to !== finding.to)
      lines.push(...excerpt(document, finding, start.line, paint));
  }
  return lines.join('\n');
}

function excerpt(document: TextDocument, { from, to, level }: Finding, line: number, paint: Paint): string[] {
  const lineFrom = document.offsetAt({ line, character: 0 });
  const text = document
    .getText()
    .slice(lineFrom, document.offsetAt({ line: line + 1, character: 0 }))
    .replace(/\s+$/, '');
  const begin = from - lineFrom;
  const end = Math.min(to - lineFrom, text.length);
  const cut = Math.max(0, Math.min(begin - 30, text.length - WIDTH));
  const number = String(line + 1).padStart(5);
  const before = cut > 0 ? '…' : '';
  const after = cut + WIDTH < text.length ? '…' : '';
  const under = '─'.repeat(Math.max(1, Math.min(end, cut + WIDTH) - begin));
  return [
    `${paint.dim(`${number} │`)} ${before}${printable(text.slice(cut, cut + WIDTH))}${after}`,
    `${paint.dim('      │')} ${' '.repeat(before.length + begin - cut)}${painter(paint, level)(under)}`,
  ];
}

function painter(paint: Paint, level: Finding['level']): (text: string) => string {
  switch (level) {
    case 'fout':
      return paint.red;
    case 'waarschuwing':
      return paint.yellow;
    case 'informatie':
      return paint.blue;
    case 'hint':
      return paint.dim;
  }
}
