import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Finding } from '../../core/findings.js';

/** Words for other tools: those of LSP. */
export const SEVERITIES: Readonly<Record<Finding['level'], 'error' | 'warning' | 'information' | 'hint'>> = {
  fout: 'error',
  waarschuwing: 'warning',
  informatie: 'information',
  hint: 'hint',
};

/** One finding in the JSON of `check`: zero-based, UTF-16, as in LSP. */
export function findingJson(file: string, document: TextDocument, finding: Finding): object {
  const { code, level, from, to, message, opgave, trend } = finding;
  return {
    file,
    code,
    severity: SEVERITIES[level],
    range: { start: document.positionAt(from), end: document.positionAt(to) },
    message,
    ...(opgave === undefined ? {} : { opgave }),
    ...(trend === undefined ? {} : { trend }),
  };
}
