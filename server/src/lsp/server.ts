import {
  CodeLensRefreshRequest,
  type Connection,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  ErrorCodes,
  FileChangeType,
  ResponseError,
  type ServerCapabilities,
  TextDocumentSyncKind,
} from 'vscode-languageserver';
import type { Convert } from '../convert/converter.js';
import { createService, type Service, type StudyProvider } from '../core/index.js';
import { knownTo } from '../project/configuration.js';
import type { FileSystem } from '../project/file-system.js';
import { uriOf } from '../project/uris.js';
import { WATCHED_FILES } from '../protocol/programme-files.js';
import { STUDY_SCHEME, trustedNotification } from '../protocol/requests.js';
import { VERSION } from '../version.js';
import { Account } from './account.js';
import { ACTION_KINDS, listenForActions } from './actions.js';
import { listenForAssistants } from './assistants.js';
import { listenForCiting } from './citing.js';
import { listenForCompletion } from './completion.js';
import { ConfigurationFile } from './configuration-file.js';
import { CoverageNews, listenForCoverage } from './coverage.js';
import { listenForDecisions } from './decisions.js';
import { Diagnostics } from './diagnostics.js';
import { isConfiguration, isStudyFile, OpenDocuments } from './documents.js';
import { listenForDrawing } from './draw-study.js';
import { listenForQuestions } from './explaining.js';
import { listenForHover } from './hover.js';
import { listenForLenses } from './lenses.js';
import { listenForLinks } from './links.js';
import { Log } from './log.js';
import { listenForNavigation } from './navigation.js';
import { listenForNewProgramme } from './new-programme.js';
import { listenForSettings } from './programme-settings.js';
import { listenForRendering } from './rendering.js';
import { abilitiesOf, type ClientAbilities, foldersAt, type Session, writersDocument } from './session.js';
import { PersonalSettings } from './settings.js';
import { listenForSources } from './sources.js';
import { listenForStudy, listenForStudyContent } from './study-documents.js';
import { StudyFile } from './study-file.js';
import { EditorWorkspace } from './workspace.js';

/** Starts a server on a connection. @param convert makes Markdown of a source, where the host has that */
export function startServer(
  connection: Connection,
  providers: () => readonly [StudyProvider, ...StudyProvider[]],
  files: FileSystem,
  convert?: Convert,
): void {
  let started = false;
  connection.onInitialize((params) => {
    if (started) throw new ResponseError(ErrorCodes.InvalidRequest, 'De server is al gestart.');
    started = true;
    const client = abilitiesOf(params);
    serve(connection, createService(providers()), { files, convert }, client);
    return { serverInfo: { name: 'opgavenwijzer', version: VERSION }, capabilities: capabilitiesFor(client) };
  });
  connection.listen();
}

/** Wires a connection to the core. Everything the server does is asked for through it. */
function serve(
  connection: Connection,
  service: Service,
  { files, convert }: { readonly files: FileSystem; readonly convert: Convert | undefined },
  client: ClientAbilities,
): void {
  const log = new Log(connection);
  const settings = new PersonalSettings(connection, { ...knownTo(service.studies), isEverywhere: true }, log);
  const documents = new OpenDocuments(service, (uri, changes) => diagnostics.note(uri, changes));
  const configurationFile = new ConfigurationFile({ connection, service, documents, log, client }, (uri, text) =>
    session.workspace.knownIn(uri, text),
  );
  const studyFile = new StudyFile({ connection, service, documents, log });
  const account = new Account(log, configurationFile, studyFile);
  const session: Session = {
    connection,
    service,
    log,
    documents,
    files,
    workspace: new EditorWorkspace(service, files, documents, settings, account, { ...client, convert }),
    settings,
    configurationFile,
    studyFile,
    client,
  };
  const diagnostics = new Diagnostics(session);
  const news = new CoverageNews(session);

  if (client.givesConfiguration) settings.ask();
  connection.onInitialized(() => {
    if (client.registersConfiguration) {
      const registered = connection.client.register(DidChangeConfigurationNotification.type, {
        section: 'opgavenwijzer',
      });
      log.attempt('Instellingen volgen', registered);
    }
    if (client.registersWatchers) {
      const watchers = [{ globPattern: WATCHED_FILES }];
      log.attempt('Bestanden volgen', connection.client.register(DidChangeWatchedFilesNotification.type, { watchers }));
    }
    if (client.tellsFolders) {
      connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
        const uris = (folders: typeof added) => foldersAt(folders.map(({ uri }) => uri));
        session.workspace.foldersChanged(uris(added), uris(removed));
        outsideChanged();
      });
    }
    log.info(`Opgavenwijzer ${VERSION}.`);
    account.loaded(service.studies);
  });

  const outsideChanged = (): void => {
    diagnostics.showAgain();
    news.changed();
    if (client.refreshesLenses)
      log.attempt('Regels boven koppen verversen', connection.sendRequest(CodeLensRefreshRequest.type));
  };
  connection.onDidChangeConfiguration(({ settings: sent }) => {
    settings.changed(sent);
    outsideChanged();
  });
  connection.onNotification(trustedNotification, () => {
    session.workspace.trust();
    configurationFile.showAgain();
    outsideChanged();
  });
  connection.onDidChangeWatchedFiles(({ changes }) => {
    for (const { uri, type } of changes) {
      session.workspace.fileChanged(uri);
      if (type === FileChangeType.Deleted && isConfiguration(uri)) configurationFile.forget(uri);
    }
    if (changes.some(({ uri }) => isStudyFile(uri))) configurationFile.showAgain();
    // What is open is read from the editor: that it was saved as well changes nothing.
    if (changes.some(({ uri }) => !documents.get(uri))) outsideChanged();
  });
  documents.onDidChangeContent(({ document: { uri } }) => {
    if (!isConfiguration(uri) && !isStudyFile(uri)) news.changed(uri);
  });
  const tell = async (uri: string): Promise<void> => {
    const document = writersDocument(session, uri);
    if (!document) return;
    if (!(await session.workspace.layersOf(uri)).folder) account.alone(uriOf(uri));
    account.analysed(uriOf(uri), document.analysis);
  };
  documents.onDidOpen(({ document: { uri } }) => log.attempt('Logboek', tell(uri)));
  documents.onDidSave(({ document: { uri } }) => {
    log.attempt('Logboek', tell(uri));
    if (!isConfiguration(uri) && !isStudyFile(uri)) return;
    session.workspace.fileChanged(uri);
    configurationFile.showAgain();
    outsideChanged();
  });
  documents.onDidClose(({ document }) => {
    session.workspace.forgetDocument(document.uri);
    if (isConfiguration(document.uri)) session.workspace.fileChanged(document.uri);
    settings.forget(document.uri);
  });

  diagnostics.listen();
  configurationFile.listen();
  studyFile.listen();
  listenForHover(session);
  listenForCompletion(session);
  listenForCoverage(session, diagnostics);
  listenForCiting(session);
  listenForStudy(session);
  listenForStudyContent(session);
  listenForActions(session);
  listenForDecisions(session);
  listenForSettings(session);
  listenForNavigation(session);
  listenForLinks(session);
  listenForLenses(session);
  listenForQuestions(session);
  listenForRendering(session);
  listenForSources(session, convert);
  listenForNewProgramme(session);
  listenForDrawing(session);
  listenForAssistants(session);
  documents.listen(connection);
}

/** Only what is really given; what VS Code's own Markdown has (outline, folding, rename) is left to it. */
function capabilitiesFor(client: ClientAbilities): ServerCapabilities {
  return {
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
    hoverProvider: true,
    completionProvider: { triggerCharacters: ['@', ':'], resolveProvider: true },
    definitionProvider: true,
    referencesProvider: true,
    documentHighlightProvider: true,
    documentLinkProvider: {},
    workspaceSymbolProvider: true,
    codeLensProvider: {},
    workspace: {
      workspaceFolders: { supported: true, changeNotifications: true },
      // Our own client has the pages as files.
      ...(client.commands.size === 0 ? { textDocumentContent: { schemes: [STUDY_SCHEME] } } : {}),
    },
    codeActionProvider: { codeActionKinds: ACTION_KINDS },
    ...(client.pullsDiagnostics
      ? {
          diagnosticProvider: {
            identifier: 'opgavenwijzer',
            interFileDependencies: true,
            workspaceDiagnostics: false,
          },
        }
      : {}),
  };
}
