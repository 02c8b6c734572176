import * as vscode from 'vscode';
import {
  CloseAction,
  type CloseHandlerResult,
  ErrorAction,
  ErrorCodes,
  type ErrorHandler,
  type ErrorHandlerResult,
  ResponseError,
} from 'vscode-languageclient';

/** As many times within the window the server is started again by itself. */
export const MOST_RESTARTS = 4;
const WINDOW = 3 * 60 * 1000;

/** Starts a server that stopped again, silently; when it keeps stopping, says so once and leaves it off. */
export class Crashes implements ErrorHandler {
  private readonly times: number[] = [];

  constructor(private readonly log: vscode.LogOutputChannel) {}

  /**
   * What cannot be written is lost, and the rest goes on: as often as not the server has just ended, which `closed` hears
   * of. A client that stops what is gone already would never hear that, and leave the server off without a word.
   */
  error(error: Error): ErrorHandlerResult {
    this.log.error(error);
    return { action: ErrorAction.Continue, handled: true };
  }

  /** Throws, for the same reason, what it is called with when the server ended while it started; `closed` counts that. */
  initializationFailed(error: unknown): false {
    this.log.error(error instanceof Error ? error : String(error));
    if (!isAnswer(error)) throw error;
    return false;
  }

  closed(): CloseHandlerResult {
    const now = Date.now();
    this.times.push(now);
    while (now - this.times[0]! > WINDOW) this.times.shift();
    if (this.times.length <= MOST_RESTARTS) {
      this.log.warn(`De server is gestopt en wordt opnieuw gestart (${this.times.length}e keer in drie minuten).`);
      return { action: CloseAction.Restart, handled: true };
    }
    this.times.length = 0;
    const said = `De server van Opgavenwijzer is ${MOST_RESTARTS + 1} keer achter elkaar gestopt en blijft nu uit. Uw tekst is niet veranderd. In het logboek staat wat er gebeurde.`;
    this.log.error(said);
    void this.tell(said);
    return { action: CloseAction.DoNotRestart, handled: true };
  }

  private async tell(message: string): Promise<void> {
    const log = 'Logboek';
    const again = 'Opnieuw starten';
    const choice = await vscode.window.showErrorMessage(message, log, again);
    if (choice === log) this.log.show();
    else if (choice === again) await vscode.commands.executeCommand('opgavenwijzer.herstart');
  }
}

/** Whether an error says that the connection to the server is gone, or was not there. */
export const isLost = (error: unknown): boolean =>
  error instanceof ResponseError &&
  error.code >= ErrorCodes.jsonrpcReservedErrorRangeStart &&
  error.code <= ErrorCodes.jsonrpcReservedErrorRangeEnd;

/** Whether an error is what the server answered. */
const isAnswer = (error: unknown): boolean => error instanceof ResponseError && !isLost(error);
