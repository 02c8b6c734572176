import type { TextDocument } from 'vscode-languageserver-textdocument';
import { type Analysis, analyse, type Engine } from '../core/analysis.js';
import {
  CONFIGURATION_FILE,
  type Configuration,
  type ConfigurationFault,
  DEFAULT_CONFIGURATION,
  readConfiguration,
} from '../core/configuration.js';
import type { Finding } from '../core/findings.js';
import type { ProgrammeCoverage } from '../core/programme.js';
import { RULE_CODES } from '../core/rules/registry.js';
import { checkProgramme, coverageOfProgramme, type ProgrammeDocument } from '../core/service.js';
import { type Files, parentOf } from './files.js';

/** The documents that answer for each other: those under one configuration file, or one document alone. */
export interface Programme {
  /** Folder of the configuration file; undefined for a document alone. */
  readonly folder: string | undefined;
  readonly configuration: Configuration;
  readonly faults: readonly ConfigurationFault[];
}

const ALONE: Programme = { folder: undefined, configuration: DEFAULT_CONFIGURATION, faults: [] };

/** What is open, what is on disk beside it, and what is known of both. */
export class Workspace {
  private readonly analyses = new Map<string, { version: number; analysis: Analysis }>();
  private readonly closed = new Map<string, Promise<Analysis | undefined>>();
  private readonly programmes = new Map<string, Promise<Programme>>();
  private readonly members = new Map<string, Promise<string[]>>();

  constructor(
    readonly engine: Engine,
    private readonly files: Files,
    private readonly open: { get(uri: string): TextDocument | undefined; all(): TextDocument[] },
  ) {}

  /** Analysis of an open document at its present version. */
  analysisOf(document: TextDocument): Analysis {
    const known = this.analyses.get(document.uri);
    if (known?.version === document.version) return known.analysis;
    const analysis = analyse(this.engine, document.getText());
    this.analyses.set(document.uri, { version: document.version, analysis });
    return analysis;
  }

  forgetDocument(uri: string): void {
    this.analyses.delete(uri);
    this.closed.delete(uri);
  }

  /** A file changed on disk: what was derived from it is read anew. */
  fileChanged(uri: string): void {
    this.closed.delete(uri);
    this.members.clear();
    if (uri.endsWith(`/${CONFIGURATION_FILE}`)) this.programmes.clear();
  }

  async programmeOf(uri: string): Promise<Programme> {
    for (let folder = parentOf(uri); folder; folder = parentOf(folder)) {
      const programme = await this.programmeIn(folder);
      if (programme.folder) return programme;
    }
    return ALONE;
  }

  private programmeIn(folder: string): Promise<Programme> {
    let programme = this.programmes.get(folder);
    if (!programme) {
      programme = this.loadProgramme(folder);
      this.programmes.set(folder, programme);
    }
    return programme;
  }

  private async loadProgramme(folder: string): Promise<Programme> {
    const uri = `${folder}/${CONFIGURATION_FILE}`;
    const text = this.open.get(uri)?.getText() ?? (await this.files.read(uri));
    if (text === undefined) return ALONE;
    const { study } = this.engine;
    const known = {
      rules: RULE_CODES,
      opgaven: study.opgaven.map((opgave) => opgave.id),
      municipalities: study.municipalities.map((municipality) => municipality.name),
    };
    return { folder, ...readConfiguration(text, known) };
  }

  /** Every document of the programme that a document belongs to, itself included. */
  async documentsWith(document: TextDocument): Promise<ProgrammeDocument[]> {
    const own = { key: document.uri, analysis: this.analysisOf(document) };
    const { folder } = await this.programmeOf(document.uri);
    if (!folder) return [own];
    let members = this.members.get(folder);
    if (!members) {
      members = this.files.markdownIn(folder);
      this.members.set(folder, members);
    }
    const uris = new Set([
      ...(await members),
      ...this.open
        .all()
        .map(({ uri }) => uri)
        .filter((uri) => uri.startsWith(`${folder}/`)),
    ]);
    uris.delete(document.uri);
    const documents: ProgrammeDocument[] = [own];
    for (const uri of uris) {
      if ((await this.programmeOf(uri)).folder !== folder) continue;
      const other = this.open.get(uri);
      const analysis = other ? this.analysisOf(other) : await this.closedAnalysis(uri);
      if (analysis) documents.push({ key: uri, analysis });
    }
    return documents;
  }

  private closedAnalysis(uri: string): Promise<Analysis | undefined> {
    let analysis = this.closed.get(uri);
    if (!analysis) {
      analysis = this.files.read(uri).then((text) => (text === undefined ? undefined : analyse(this.engine, text)));
      this.closed.set(uri, analysis);
    }
    return analysis;
  }

  /** Findings of an open document, within its programme. */
  async findings(document: TextDocument): Promise<readonly Finding[]> {
    const { configuration } = await this.programmeOf(document.uri);
    const documents = await this.documentsWith(document);
    return checkProgramme(this.engine, documents, configuration).get(document.uri)!.findings;
  }

  /** Coverage of the programme of an open document. */
  async coverage(document: TextDocument): Promise<ProgrammeCoverage> {
    const { configuration } = await this.programmeOf(document.uri);
    const documents =
      configuration.reikwijdte === 'programma'
        ? await this.documentsWith(document)
        : [{ key: document.uri, analysis: this.analysisOf(document) }];
    return coverageOfProgramme(documents, configuration);
  }
}
