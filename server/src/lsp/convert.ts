import {
  type Diagnostic,
  type DiagnosticRelatedInformation,
  DiagnosticSeverity,
  DiagnosticTag,
  type Location,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Finding, Related } from '../core/index.js';
import { rangeIn } from './session.js';

const SEVERITY: Readonly<Record<Finding['level'], DiagnosticSeverity>> = {
  fout: DiagnosticSeverity.Error,
  waarschuwing: DiagnosticSeverity.Warning,
  informatie: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

/** What a diagnostic carries for tools that read it. */
export interface DiagnosticData {
  readonly opgave?: string;
  readonly trend?: string;
  readonly suggestions?: readonly string[];
}

/** Places outside the document that a finding may refer to. */
export interface Elsewhere {
  documentOf(uri: string): TextDocument | undefined;
  /** Where an entry can be read, in an editor that can open the study. */
  studyPlace(id: string): Location | undefined;
}

/** A finding as LSP shows it. */
export function toDiagnostic(document: TextDocument, finding: Finding, elsewhere: Elsewhere): Diagnostic {
  const { code, level, message, opgave, trend, suggestions } = finding;
  const related = finding.related.flatMap((place) => relatedInformation(document, place, elsewhere) ?? []);
  const data: DiagnosticData = {
    ...(opgave === undefined ? {} : { opgave }),
    ...(trend === undefined ? {} : { trend }),
    ...(suggestions === undefined ? {} : { suggestions }),
  };
  return {
    range: rangeIn(document, finding),
    severity: SEVERITY[level],
    code,
    source: 'opgavenwijzer',
    message,
    data,
    ...(related.length > 0 ? { relatedInformation: related } : {}),
    ...(finding.unnecessary ? { tags: [DiagnosticTag.Unnecessary] } : {}),
  };
}

function relatedInformation(
  document: TextDocument,
  place: Related,
  { documentOf, studyPlace }: Elsewhere,
): DiagnosticRelatedInformation | undefined {
  if (place.entry !== undefined) {
    const location = studyPlace(place.entry) ?? { uri: document.uri, range: rangeIn(document, place) };
    return { location, message: place.message };
  }
  const of = place.document === undefined || place.document === document.uri ? document : documentOf(place.document);
  if (!of) return undefined;
  const range = rangeIn(of, place);
  return { location: { uri: of.uri, range }, message: `${place.message} op regel ${range.start.line + 1}` };
}
