import type { TextDocumentEdit, TextEdit, WorkspaceEdit } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Edit } from '../core/index.js';
import { rangeIn, type Session } from './session.js';

/** Edits to a document at its present version: an editor refuses them once the text has changed. */
export function workspaceEdit(
  { client }: Pick<Session, 'client'>,
  document: TextDocument,
  edits: readonly Edit[],
): WorkspaceEdit {
  const { uri, version } = document;
  if (!client.versionsEdits) return { changes: { [uri]: edits.map((edit) => textEdit(document, edit)) } };
  const converted: TextDocumentEdit['edits'] = edits.map((edit) =>
    client.snippetEdits && edit.snippet !== undefined
      ? { range: rangeIn(document, edit), snippet: { kind: 'snippet', value: edit.snippet } }
      : textEdit(document, edit),
  );
  return { documentChanges: [{ textDocument: { uri, version }, edits: converted }] };
}

export function textEdit(document: TextDocument, edit: Edit): TextEdit {
  return { range: rangeIn(document, edit), newText: edit.text };
}
