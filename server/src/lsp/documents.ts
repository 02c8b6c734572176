import { type TextDocumentContentChangeEvent, TextDocuments } from 'vscode-languageserver';
import type { Service } from '../core/index.js';
import { OpenDocument } from './open-document.js';

/**
 * The open documents. What does not have the form of the protocol is refused before it is let in: a document without a
 * name or with half a text would be in the way of every later answer.
 * @param note hears of changes before they are applied
 */
export function openDocuments(
  service: Service,
  note: (uri: string, changes: TextDocumentContentChangeEvent[]) => void,
): TextDocuments<OpenDocument> {
  return new TextDocuments({
    create(uri, language, version, text) {
      if (typeof uri !== 'string' || !Number.isInteger(version) || typeof text !== 'string')
        throw new Error('Een document zonder uri, versie of tekst wordt niet geopend.');
      return new OpenDocument(service, uri, language, version, text);
    },
    update(document, changes, version) {
      if (!Number.isInteger(version) || !changes.every(isChange))
        throw new Error(`Een wijziging van ${document.uri} heeft niet de vorm van het protocol en telt niet mee.`);
      note(document.uri, changes);
      document.update(changes, version);
      return document;
    },
  });
}

function isChange(change: TextDocumentContentChangeEvent | null): boolean {
  if (typeof change?.text !== 'string') return false;
  if (!('range' in change)) return true;
  const { start, end } = change.range ?? {};
  return [start?.line, start?.character, end?.line, end?.character].every(Number.isFinite);
}
