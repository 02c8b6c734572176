import {
  CodeLensRefreshRequest,
  type Connection,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  FileChangeType,
} from 'vscode-languageserver';
import type { Convert } from '../convert/converter.js';
import type { Service } from '../core/index.js';
import { knownTo } from '../project/configuration.js';
import type { FileSystem } from '../project/file-system.js';
import { uriOf } from '../project/uris.js';
import { WATCHED_FILES } from '../protocol/programme-files.js';
import { trustedNotification } from '../protocol/requests.js';
import { VERSION } from '../version.js';
import { Account } from './account.js';
import { listenForActions } from './actions.js';
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
import { type ClientAbilities, foldersAt, type Session, writersDocument } from './session.js';
import { PersonalSettings } from './settings.js';
import { listenForSources } from './sources.js';
import { listenForStudy, listenForStudyContent } from './study-documents.js';
import { StudyFile } from './study-file.js';
import { EditorWorkspace } from './workspace.js';

/** What it runs on. */
export interface Host {
  readonly files: FileSystem;
  /** Makes Markdown of a source, where the host has that. */
  readonly convert?: Convert;
}

/** Wires a connection to the core. Everything the server does is asked for through it. */
export function serve(
  connection: Connection,
  service: Service,
  { files, convert }: Host,
  client: ClientAbilities,
): void {
  const log = new Log(connection);
  const settings = new PersonalSettings(connection, { ...knownTo(service.studies), isEverywhere: true }, log);
  const documents = new OpenDocuments(service, (uri, changes) => diagnostics.note(uri, changes));
  const configurationFile = new ConfigurationFile({ connection, service, documents, log, client }, (uri, text) =>
    session.workspace.knownIn(uri, text),
  );
  const studyFile = new StudyFile({ connection, service, documents, log }, (file) => session.workspace.studyOf(file));
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
    studyFile.showAgain();
    outsideChanged();
  });
  connection.onDidChangeWatchedFiles(({ changes }) => {
    for (const { uri, type } of changes) {
      session.workspace.fileChanged(uri);
      studyFile.fileChanged(uri);
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
    studyFile.fileChanged(uri);
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
