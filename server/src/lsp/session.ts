import {
  type Connection,
  type InitializeParams,
  LSPErrorCodes,
  type Range,
  ResponseError,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { URI } from 'vscode-uri';
import type { Service } from '../core/index.js';
import type { FileSystem } from '../project/file-system.js';
import { uriOf } from '../project/uris.js';
import { type InitializationOptions, STUDY_SCHEME } from '../protocol/requests.js';
import type { ConfigurationFile } from './configuration-file.js';
import type { OpenDocuments } from './documents.js';
import type { Log } from './log.js';
import type { OpenDocument } from './open-document.js';
import type { PersonalSettings } from './settings.js';
import type { StudyFile } from './study-file.js';
import type { EditorWorkspace } from './workspace.js';

/** What the handlers share: one a connection. */
export interface Session {
  readonly connection: Connection;
  readonly service: Service;
  readonly documents: OpenDocuments;
  readonly files: FileSystem;
  readonly workspace: EditorWorkspace;
  readonly settings: PersonalSettings;
  readonly configurationFile: ConfigurationFile;
  readonly studyFile: StudyFile;
  readonly log: Log;
  readonly client: ClientAbilities;
}

/** What the client can, as far as it matters here. */
export interface ClientAbilities {
  readonly pullsDiagnostics: boolean;
  readonly refreshesDiagnostics: boolean;
  readonly refreshesLenses: boolean;
  readonly givesConfiguration: boolean;
  readonly registersConfiguration: boolean;
  /** The client watches files when it is asked to; our own does so by itself. */
  readonly registersWatchers: boolean;
  readonly versionsEdits: boolean;
  readonly snippetEdits: boolean;
  readonly snippetCompletions: boolean;
  readonly linksDefinitions: boolean;
  readonly commands: ReadonlySet<string>;
  readonly isTrusted: boolean;
  readonly folders: readonly URI[];
  /** It says when folders come or go. */
  readonly tellsFolders: boolean;
}

/** Reads what a client says of itself; what is malformed counts as not there. */
export function abilitiesOf(params: InitializeParams): ClientAbilities {
  const { capabilities, initializationOptions, workspaceFolders, rootUri } = params;
  const { textDocument, workspace } = capabilities ?? {};
  const named = (initializationOptions as InitializationOptions | undefined)?.commands;
  const commands = Array.isArray(named) ? named.filter((command) => typeof command === 'string') : [];
  return {
    pullsDiagnostics: textDocument?.diagnostic !== undefined,
    refreshesDiagnostics: workspace?.diagnostics?.refreshSupport === true,
    refreshesLenses: workspace?.codeLens?.refreshSupport === true,
    givesConfiguration: workspace?.configuration === true,
    registersConfiguration: workspace?.didChangeConfiguration?.dynamicRegistration === true,
    // Every editor of today versions its edits; an older one says that it has edits, and not these.
    registersWatchers: workspace?.didChangeWatchedFiles?.dynamicRegistration === true && commands.length === 0,
    versionsEdits: workspace?.workspaceEdit === undefined || workspace.workspaceEdit.documentChanges === true,
    snippetEdits: workspace?.workspaceEdit?.snippetEditSupport === true,
    snippetCompletions: textDocument?.completion?.completionItem?.snippetSupport !== false,
    linksDefinitions: textDocument?.definition?.linkSupport === true,
    // Read when it is asked for: an editor waits for the rest.
    get folders() {
      return foldersAt(workspaceFolders?.map(({ uri }) => uri) ?? [rootUri]);
    },
    tellsFolders: workspace?.workspaceFolders === true,
    isTrusted: (initializationOptions as InitializationOptions | undefined)?.trusted !== false,
    commands: new Set(commands),
  };
}

/** The folders that a client names. */
export function foldersAt(uris: readonly unknown[]): URI[] {
  return uris.flatMap((uri) => (typeof uri === 'string' ? uriOf(uri) : []));
}

/** An open document of a writer: the study's own documents are none. */
export function writersDocument({ documents }: Session, uri: string): OpenDocument | undefined {
  return typeof uri !== 'string' || isStudyUri(uri) ? undefined : documents.get(uri);
}

export const isStudyUri = (uri: string): boolean => uriOf(uri).scheme === STUDY_SCHEME;

export function rangeIn(document: TextDocument, { from, to }: { readonly from: number; readonly to: number }): Range {
  return { start: document.positionAt(from), end: document.positionAt(to) };
}

/** Thrown when the client took its question back: the answer would not be read. */
export const cancelled = (): ResponseError<void> =>
  new ResponseError(LSPErrorCodes.RequestCancelled, 'De vraag is ingetrokken.');
