import pc from 'picocolors';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Finding } from '../../core/findings.js';

const paint: Readonly<Record<Finding['level'], (text: string) => string>> = {
  fout: pc.red,
  waarschuwing: pc.yellow,
  informatie: pc.blue,
  hint: pc.dim,
};

/** Most of a line that is shown around the words. */
const WIDTH = 100;

/** Findings of one file, each with the line it stands on and the words underlined. */
export function prettyFile(file: string, document: TextDocument, findings: readonly Finding[]): string {
  const lines = [pc.underline(file)];
  for (const finding of findings) {
    const start = document.positionAt(finding.from);
    const place = `${start.line + 1}:${start.character + 1}`;
    lines.push(
      `  ${pc.dim(place.padStart(5))}  ${paint[finding.level](finding.level)}  ${finding.message}  ${pc.dim(finding.code)}`,
    );
    lines.push(...excerpt(document, finding, start.line));
  }
  return lines.join('\n');
}

function excerpt(document: TextDocument, { from, to, level }: Finding, line: number): string[] {
  const lineFrom = document.offsetAt({ line, character: 0 });
  const text = document
    .getText()
    .slice(lineFrom, document.offsetAt({ line: line + 1, character: 0 }))
    .replace(/\s+$/, '');
  const begin = from - lineFrom;
  const end = Math.min(to - lineFrom, text.length);
  const cut = Math.max(0, Math.min(begin - 30, text.length - WIDTH));
  const shown = text.slice(cut, cut + WIDTH);
  const number = String(line + 1).padStart(5);
  const before = cut > 0 ? '…' : '';
  const after = cut + WIDTH < text.length ? '…' : '';
  const under = '─'.repeat(Math.max(1, Math.min(end, cut + WIDTH) - begin));
  return [
    `${pc.dim(`${number} │`)} ${before}${shown.replaceAll('\t', ' ')}${after}`,
    `${pc.dim('      │')} ${' '.repeat(before.length + begin - cut)}${paint[level](under)}`,
  ];
}
