import { TextDocument } from 'vscode-languageserver-textdocument';
import type { URI } from 'vscode-uri';
import type { Analysis, ProgrammeDocument, Service } from '../core/index.js';
import type { FileSystem } from '../project/file-system.js';
import { foldersOfStudy, type OwnStudy } from '../project/own-studies.js';
import { childOf, isSame } from '../project/uris.js';
import { type Listener, Workspace, type WorkspaceOptions } from '../project/workspace.js';
import { STUDY_FILE } from '../protocol/programme-files.js';
import type { OpenDocuments } from './documents.js';
import type { PersonalSettings } from './settings.js';

/** The workspace of an editor: what is open counts in the place of the file, and what stands in the way is in the log. */
export class EditorWorkspace extends Workspace {
  private readonly closedTexts = new WeakMap<Analysis, TextDocument>();

  constructor(
    service: Service,
    files: FileSystem,
    private readonly documents: OpenDocuments,
    settings: PersonalSettings,
    listener: Listener,
    { folders, isTrusted, convert }: Pick<Required<WorkspaceOptions>, 'folders' | 'isTrusted' | 'convert'>,
  ) {
    const personal = async (uri: URI) => (await settings.of(documents.get(uri)?.uri ?? uri)).layer;
    super(service, files, listener, { open: documents, personal, folders, isTrusted, convert });
  }

  /** The study of which this is a file, whether it is at work or not; undefined where its folder is not trusted. */
  async studyOf(file: URI): Promise<OwnStudy | undefined> {
    for (const folder of foldersOfStudy(file)) {
      if (this.refusal(folder, folder) !== undefined) return undefined;
      const first = childOf(folder, STUDY_FILE);
      if (isSame(first, file) || (await this.files.stat(first).catch(() => undefined))) return this.studies.at(folder);
    }
    return undefined;
  }

  /** The text of a document of a programme, to turn offsets into positions: the open one, or the one on disk. */
  textOf({ key, analysis }: ProgrammeDocument): TextDocument {
    const open = this.documents.get(key);
    if (open) return open;
    let text = this.closedTexts.get(analysis);
    if (!text) {
      text = TextDocument.create(key, 'markdown', 0, analysis.text);
      this.closedTexts.set(analysis, text);
    }
    return text;
  }
}
