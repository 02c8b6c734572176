import { type TextDocumentContentChangeEvent, TextDocuments } from 'vscode-languageserver';
import type { URI } from 'vscode-uri';
import { isStudyPart, type Service } from '../core/index.js';
import { nameOf, ResourceMap, uriOf } from '../project/uris.js';
import { CONFIGURATION_FILE } from '../protocol/programme-files.js';
import { OpenDocument } from './open-document.js';

/** Is this a file of a study, or one that may be? */
export const isStudyFile = (uri: URI | string): boolean =>
  isStudyPart(nameOf(typeof uri === 'string' ? uriOf(uri) : uri));

/** Is this a document of a programme, and not what stands beside it? */
const isText = (uri: URI | string): boolean => !isConfiguration(uri) && !isStudyFile(uri);

/** Is this the configuration file of a programme? */
export const isConfiguration = (uri: URI | string): boolean =>
  nameOf(typeof uri === 'string' ? uriOf(uri) : uri) === CONFIGURATION_FILE;

/**
 * The open documents, by URI however it is spelled. What does not have the form of the protocol is refused before it is let
 * in: a document without a name or with half a text would be in the way of every later answer.
 */
export class OpenDocuments extends TextDocuments<OpenDocument> {
  private readonly byUri = new ResourceMap<OpenDocument>();

  /** @param note hears of changes before they are applied */
  constructor(service: Service, note: (uri: string, changes: TextDocumentContentChangeEvent[]) => void) {
    super({
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
    this.onDidOpen(({ document }) => this.byUri.set(document.uri, document));
    this.onDidClose(({ document }) => this.byUri.delete(document.uri));
  }

  override get(uri: URI | string): OpenDocument | undefined {
    return isText(uri) ? this.byUri.get(uri) : undefined;
  }

  override all(): OpenDocument[] {
    return super.all().filter(({ uri }) => isText(uri));
  }

  override keys(): string[] {
    return super.keys().filter(isText);
  }

  /** Files of studies that are open. */
  studyFiles(): OpenDocument[] {
    return super.all().filter(({ uri }) => isStudyFile(uri));
  }

  /** Configuration files that are open. */
  configurations(): string[] {
    return super.keys().filter(isConfiguration);
  }

  /** The configuration file of a programme, where it is open: nothing else asks for it as a text. */
  configuration(uri: URI | string): OpenDocument | undefined {
    return isConfiguration(uri) ? this.byUri.get(uri) : undefined;
  }
}

function isChange(change: TextDocumentContentChangeEvent | null): boolean {
  if (typeof change?.text !== 'string') return false;
  if (!('range' in change)) return true;
  const { start, end } = change.range ?? {};
  return [start?.line, start?.character, end?.line, end?.character].every(Number.isFinite);
}
