import type { Finding } from '../../core/index.js';
import { labelAt, type PlacedText } from './place.js';
import { type Format, summary } from './result.js';

const COMMANDS: Readonly<Record<Finding['level'], 'error' | 'warning' | 'notice'>> = {
  fout: 'error',
  waarschuwing: 'warning',
  informatie: 'notice',
  hint: 'notice',
};

/** Annotations for a GitHub workflow: they appear beside the lines of a pull request. Lines and columns from one. */
export const github: Format = (result) => {
  const lines = result.files.flatMap(({ findings, ...read }) =>
    findings.map(({ level, code, from, to, message }) => {
      const label = labelAt(read, from);
      const properties = {
        file: read.file.name,
        ...(label === undefined ? linesOf(read, from, to) : {}),
        title: `opgavenwijzer: ${code}`,
      };
      const list = Object.entries(properties).map(([name, value]) => `${name}=${property(String(value))}`);
      return `::${COMMANDS[level]} ${list.join(',')}::${data(label === undefined ? message : `${label}: ${message}`)}`;
    }),
  );
  for (const problem of result.problems) lines.push(`::error title=opgavenwijzer::${data(problem)}`);
  return `${[...lines, summary(result)].join('\n')}\n`;
};

function linesOf({ document }: PlacedText, from: number, to: number) {
  const start = document.positionAt(from);
  const end = document.positionAt(to);
  return {
    line: start.line + 1,
    endLine: end.line + 1,
    // GitHub takes columns only within one line.
    ...(start.line === end.line ? { col: start.character + 1, endColumn: end.character } : {}),
  };
}

const data = (text: string): string => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
const property = (text: string): string => data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
