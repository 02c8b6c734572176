import { type Diagnostic, DiagnosticSeverity, DiagnosticTag } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Finding } from '../core/findings.js';

export const SEVERITY: Readonly<Record<Finding['level'], DiagnosticSeverity>> = {
  fout: DiagnosticSeverity.Error,
  waarschuwing: DiagnosticSeverity.Warning,
  informatie: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

/** What a diagnostic carries for the quick fixes. */
export interface DiagnosticData {
  readonly opgave?: string;
  readonly trend?: string;
  readonly suggestions?: readonly string[];
}

/** A finding as LSP shows it; places in other documents need those documents. */
export function toDiagnostic(
  document: TextDocument,
  finding: Finding,
  documentOf: (uri: string) => TextDocument | undefined,
): Diagnostic {
  const { code, level, message, opgave, trend, suggestions } = finding;
  const range = (from: number, to: number, of = document) => ({ start: of.positionAt(from), end: of.positionAt(to) });
  const related = finding.related.flatMap((place) => {
    const of = place.document === undefined || place.document === document.uri ? document : documentOf(place.document);
    if (!of) return [];
    const line = of.positionAt(place.from).line + 1;
    const text = place.entry === undefined ? `${place.message} op regel ${line}` : place.message;
    return [{ location: { uri: of.uri, range: range(place.from, place.to, of) }, message: text }];
  });
  const data: DiagnosticData = {
    ...(opgave === undefined ? {} : { opgave }),
    ...(trend === undefined ? {} : { trend }),
    ...(suggestions === undefined ? {} : { suggestions }),
  };
  return {
    range: range(finding.from, finding.to),
    severity: SEVERITY[level],
    code,
    source: 'opgavenwijzer',
    message,
    data,
    ...(related.length > 0 ? { relatedInformation: related } : {}),
    ...(finding.unnecessary ? { tags: [DiagnosticTag.Unnecessary] } : {}),
  };
}
