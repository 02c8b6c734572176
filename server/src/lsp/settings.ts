import type { Connection } from 'vscode-languageserver';
import type { URI } from 'vscode-uri';
import type { ConfigurationLayer } from '../core/index.js';
import { CONFIGURATION_KEYS, type Known, readConfiguration } from '../project/configuration.js';
import { ResourceMap } from '../project/uris.js';
import { inWords } from './account.js';
import type { Log } from './log.js';

/** What is personal: the editor's settings for a document. */
export interface Personal {
  /** Lies below what the programme's own file says. */
  readonly layer: ConfigurationLayer;
  /** Where the PDF of the study lies, as the user wrote it. */
  readonly pdf: string | undefined;
  readonly codeLens: boolean;
}

const SECTION = 'opgavenwijzer';
const NONE: Personal = { layer: {}, pdf: undefined, codeLens: true };

/** The editor's settings, asked for once a document until they change. */
export class PersonalSettings {
  private readonly byDocument = new ResourceMap<Promise<Personal>>();
  private asks = false;
  private sent: Personal = NONE;

  constructor(
    private readonly connection: Connection,
    private readonly known: Known,
    private readonly log: Log,
  ) {}

  /** The client answers `workspace/configuration`. */
  ask(): void {
    this.asks = true;
  }

  /** The settings changed. @param settings what the client sends along; used only when it cannot be asked */
  changed(settings: unknown): void {
    this.byDocument.clear();
    const own = isRecord(settings) ? settings[SECTION] : undefined;
    if (!this.asks && own !== undefined) this.sent = this.read(own);
  }

  forget(uri: string): void {
    this.byDocument.delete(uri);
  }

  of(document: string | URI): Promise<Personal> {
    if (!this.asks) return Promise.resolve(this.sent);
    let personal = this.byDocument.get(document);
    if (!personal) {
      personal = this.connection.workspace
        .getConfiguration({ scopeUri: document.toString(), section: SECTION })
        .then((settings: unknown) => this.read(settings))
        .catch(() => NONE);
      this.byDocument.set(document, personal);
    }
    return personal;
  }

  private read(settings: unknown): Personal {
    if (!isRecord(settings)) return NONE;
    // The editor gives every setting, the ones that nobody set as null or empty.
    const set = Object.entries(settings).filter(
      ([key, value]) => (CONFIGURATION_KEYS as readonly string[]).includes(key) && value !== null && value !== '',
    );
    const { layer, faults } = readConfiguration(JSON.stringify(Object.fromEntries(set)), this.known);
    for (const { message } of faults) this.log.warnOnce(`Instellingen van de editor: ${message}`);
    this.log.state('editor', `Instellingen van de editor: ${inWords(layer)}.`);
    const { pdf, codeLens } = settings;
    return {
      layer,
      pdf: typeof pdf === 'string' && pdf.trim() !== '' ? pdf.trim() : undefined,
      codeLens: codeLens !== false,
    };
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
