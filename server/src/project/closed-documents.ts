import type { URI } from 'vscode-uri';
import type { SourcePlace } from '../convert/converted.js';
import type { Convert } from '../convert/converter.js';
import { sourceFormatOf } from '../convert/source-format.js';
import type { Analysis } from '../core/index.js';
import { type FileFault, type FileSystem, faultOf } from './file-system.js';
import { fileText, mostBytes } from './file-text.js';
import { readBytes } from './read-text.js';
import { nameOf, ResourceMap } from './uris.js';

/** A document as it stands on the file system. */
export interface ClosedDocument {
  readonly analysis: Analysis;
  /** Of what is no Markdown itself: where in the file the lines come from. */
  readonly places: readonly SourcePlace[] | undefined;
}

interface Known {
  /** Tells one state of a file from another, of what nobody watches. */
  readonly state: string;
  readonly read: Promise<ClosedDocument | FileFault>;
}

/** Documents that are not open, each read once until it changes. */
export class ClosedDocuments {
  private readonly known = new ResourceMap<Known>();

  /** @param told of each that was read, and of each that was not */
  constructor(
    private readonly files: FileSystem,
    private readonly convert: Convert | undefined,
    private readonly analyse: (uri: URI, text: string) => Promise<Analysis>,
    private readonly told: {
      leftAside(uri: URI, fault: FileFault): void;
      analysed?(uri: URI, analysis: Analysis): void;
    },
  ) {}

  /** The document at a place, or why there is none. */
  async at(uri: URI): Promise<ClosedDocument | FileFault> {
    const state = sourceFormatOf(nameOf(uri)) ? await this.stateOf(uri) : '';
    let known = this.known.get(uri);
    if (known?.state !== state) {
      known = { state, read: this.read(uri) };
      this.known.set(uri, known);
    }
    return known.read;
  }

  forget(uri: URI | string): void {
    this.known.delete(uri);
  }

  clear(): void {
    this.known.clear();
  }

  private async stateOf(uri: URI): Promise<string> {
    const { size, modified } = await this.files.stat(uri).catch(() => ({ size: 0, modified: 0 }));
    return `${size} ${modified}`;
  }

  private async read(uri: URI): Promise<ClosedDocument | FileFault> {
    try {
      const name = nameOf(uri);
      const { text, places } = await fileText(await readBytes(this.files, uri, mostBytes(name)), name, this.convert);
      const analysis = await this.analyse(uri, text);
      this.told.analysed?.(uri, analysis);
      return { analysis, places };
    } catch (error) {
      const fault = faultOf(error);
      // What vanished since it was found is nobody's loss.
      if (fault.code !== 'ENOENT') this.told.leftAside(uri, fault);
      return fault;
    }
  }
}
