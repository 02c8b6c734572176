import * as vscode from 'vscode';
import {
  type BaseLanguageClient,
  type CancellationToken,
  WorkDoneProgress,
  type WorkDoneProgressParams,
} from 'vscode-languageclient';
import type { Method } from '../../server/src/protocol/method.js';
import type { ActiveProgramme } from './views/active-programme.js';

/** What views and commands work with. */
export interface Environment {
  readonly server: Server;
  readonly active: ActiveProgramme;
  readonly log: vscode.LogOutputChannel;
  /** Folder of the extension. */
  readonly folder: vscode.Uri;
}

/** The server, asked by the names and types that both sides share. */
export class Server {
  private asked = 0;
  private restarting: Promise<void> | undefined;

  constructor(readonly client: BaseLanguageClient) {}

  /** Fails when the server is off; null is the server's own "there is nothing to say". */
  ask<Params, Result>(method: Method<Params, Result>, params: Params, token?: CancellationToken): Promise<Result> {
    return token
      ? this.client.sendRequest<Result>(method, params, token)
      : this.client.sendRequest<Result>(method, params);
  }

  /** The same for what takes long: `tell` hears how far it is. */
  async askAtLength<Params extends WorkDoneProgressParams, Result>(
    method: Method<Params, Result>,
    params: Params,
    tell: (message: string) => void,
    token: CancellationToken,
  ): Promise<Result> {
    const workDoneToken = `${method} ${++this.asked}`;
    const listening = this.client.onProgress(WorkDoneProgress.type, workDoneToken, (value) => {
      if (value.kind === 'report' && value.message !== undefined) tell(value.message);
    });
    try {
      return await this.ask(method, { ...params, workDoneToken }, token);
    } catch (error) {
      throw token.isCancellationRequested ? new vscode.CancellationError() : error;
    } finally {
      listening.dispose();
    }
  }

  /** Ends the server if it is there, and starts it. Asked for again meanwhile, it is done once: a client that is stopping does not start. */
  restart(): Promise<void> {
    this.restarting ??= this.stopAndStart().finally(() => {
      this.restarting = undefined;
    });
    return this.restarting;
  }

  private async stopAndStart(): Promise<void> {
    // One that does not answer in time is ended all the same; that is no reason not to start another.
    if (this.client.needsStop()) await this.client.stop().catch(() => undefined);
    await this.client.start();
  }

  /** The same for what is shown unasked: an answer that cannot be had is nothing to show. */
  async askQuietly<Params, Result>(method: Method<Params, Result>, params: Params): Promise<Result | null> {
    try {
      return await this.ask(method, params);
    } catch {
      return null;
    }
  }
}
