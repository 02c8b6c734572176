import { type Diagnostic, DiagnosticSeverity, DiagnosticTag } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Finding } from '../core/index.js';
import { rangeIn } from './session.js';

const SEVERITY: Readonly<Record<Finding['level'], DiagnosticSeverity>> = {
  fout: DiagnosticSeverity.Error,
  waarschuwing: DiagnosticSeverity.Warning,
  informatie: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

/** What a diagnostic carries for tools that read it. */
export interface DiagnosticData {
  /** The first of {@link opgaven}. */
  readonly opgave?: string;
  readonly opgaven?: readonly string[];
  readonly trend?: string;
  readonly suggestions?: readonly string[];
}

/** A finding as LSP shows it. */
export function toDiagnostic(document: TextDocument, finding: Finding): Diagnostic {
  const { code, level, message, brief = message, opgaven, trend, suggestions } = finding;
  const data: DiagnosticData = {
    ...(opgaven === undefined ? {} : { opgave: opgaven[0]!, opgaven }),
    ...(trend === undefined ? {} : { trend }),
    ...(suggestions === undefined ? {} : { suggestions }),
  };
  return {
    range: rangeIn(document, finding),
    severity: SEVERITY[level],
    code,
    source: 'opgavenwijzer',
    message: brief,
    data,
    ...(finding.unnecessary ? { tags: [DiagnosticTag.Unnecessary] } : {}),
  };
}
