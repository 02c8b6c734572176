import type { Server } from '@modelcontextprotocol/sdk/server/index.js';
import { RootsListChangedNotificationSchema } from '@modelcontextprotocol/sdk/types.js';
import type { URI } from 'vscode-uri';
import type { Service } from '../core/index.js';
import { nodeFiles, realPath } from '../node/file-system.js';
import type { Around } from '../project/assistant/asked-texts.js';
import { childOf, uriOf } from '../project/uris.js';
import { Workspace } from '../project/workspace.js';
import { filesWithin } from './rooted-files.js';
import { Turns } from './turns.js';

/** A client that does not say which folders it has open keeps nobody waiting longer, in milliseconds. */
const PATIENCE = 10_000;

/** One client: its folders, and its questions in the order in which they came. */
export class Conversation {
  private folders: Promise<readonly URI[]> | undefined;
  /** What questions that wait for each other share; whoever asks later finds the files as they are then. */
  private around: Promise<Around> | undefined;
  private readonly turns = new Turns(() => {
    this.around = undefined;
  });

  /**
   * @param given folders that count when the client names none
   * @param warn hears what stands in the way of all that is asked
   */
  constructor(
    private readonly server: Server,
    private readonly service: Service,
    private readonly given: readonly URI[],
    private readonly warn: (message: string) => void,
  ) {
    server.setNotificationHandler(RootsListChangedNotificationSchema, () => {
      this.folders = undefined;
      this.around = undefined;
    });
  }

  /** Answers when it is this question's turn. @param given what the model filled in */
  ask<T>(
    signal: AbortSignal,
    given: Readonly<Record<string, unknown>>,
    question: (around: Around) => Promise<T>,
  ): Promise<T> {
    const lengths = Object.values(given).map((value) => (typeof value === 'string' ? value.length : 0));
    const characters = lengths.reduce((sum, length) => sum + length, 0);
    return this.turns.take(signal, characters, async () => {
      this.around ??= this.look();
      return question(await this.around);
    });
  }

  private async look(): Promise<Around> {
    this.folders ??= this.askFolders();
    const folders = await this.folders;
    const files = filesWithin(nodeFiles, folders, realPath);
    const listener = {
      leftAside: () => {},
      misconfigured: ({ fsPath }: URI, line: number, message: string) => this.warn(`${fsPath}:${line}: ${message}`),
    };
    return { service: this.service, files, workspace: new Workspace(this.service, files, listener, { folders }) };
  }

  /** The folders of the client; of one that has none, those that it was started with. */
  private async askFolders(): Promise<readonly URI[]> {
    if (!this.server.getClientCapabilities()?.roots) return this.given;
    try {
      const { roots } = await this.server.listRoots(undefined, { timeout: PATIENCE });
      const folders = roots.map(({ uri }) => childOf(uriOf(uri), '.')).filter(({ scheme }) => scheme === 'file');
      return folders.length > 0 ? folders : this.given;
    } catch (error) {
      this.folders = undefined;
      this.warn(`De mappen van de assistent zijn niet bekend: ${(error as Error).message}`);
      return this.given;
    }
  }
}
