import type { MarkdownIt } from 'markdown-it';
import * as vscode from 'vscode';
import { sourceTableRequest } from '../../server/src/protocol/requests.js';
import type { SourceTable } from '../../server/src/protocol/source-table.js';
import { assistantTools } from './assistant-tools.js';
import { type ClientFactory, createClient } from './client.js';
import { registerCommands } from './commands/all.js';
import { type Environment, Server } from './environment.js';
import { studyCitations } from './preview/citations.js';
import { logUnread } from './unread.js';
import { ActiveProgramme } from './views/active-programme.js';
import { BoardPanel } from './views/board-panel.js';
import { CoverageView } from './views/coverage-view.js';
import { hintAtMarkdown } from './views/markdown-hint.js';
import { StatusBar } from './views/status-bar.js';
import { StudyPages } from './views/study-pages.js';

/** What the extension gives to others. */
export interface Exports {
  /** VS Code's Markdown preview asks for this. */
  extendMarkdownIt(md: MarkdownIt): MarkdownIt;
  /** For the suite that runs inside VS Code, and only there. */
  readonly suite?: {
    readonly coverage: CoverageView;
    readonly board: BoardPanel;
    readonly statusBar: StatusBar;
    readonly active: ActiveProgramme;
    readonly tools: ReturnType<typeof assistantTools>;
    readonly log: vscode.LogOutputChannel;
    /** Process of the server; undefined where it is a worker. */
    serverProcess(): number | undefined;
  };
}

/** What both entries start: the server, and what the editor shows of it. */
export async function start(
  context: vscode.ExtensionContext,
  makeClient: ClientFactory,
  serverProcess: () => number | undefined = () => undefined,
): Promise<Exports> {
  const log = vscode.window.createOutputChannel('Opgavenwijzer', { log: true });
  const client = createClient(makeClient, log);
  const active = new ActiveProgramme(client);
  const environment: Environment = { server: new Server(client), active, log, folder: context.extensionUri };
  const coverage = new CoverageView(environment);
  const board = new BoardPanel(environment);
  const statusBar = new StatusBar(environment);
  const pages = new StudyPages(environment);
  const tools = assistantTools(environment, context.extension.packageJSON);
  context.subscriptions.push(
    log,
    active,
    coverage,
    board,
    statusBar,
    pages,
    hintAtMarkdown(context),
    logUnread(log),
    ...registerCommands(environment, { coverage, board, pages }),
    ...[...tools].map(([name, tool]) => vscode.lm.registerTool(name, tool)),
    {
      dispose: () => void client.stop(),
    },
  );
  let tables: readonly SourceTable[] | undefined;
  try {
    await client.start();
    tables = await environment.server.ask(sourceTableRequest, {});
  } catch (error) {
    // Commands and preview stay; each says for itself that the server is off.
    log.error(error instanceof Error ? error : String(error));
  }
  const suite =
    context.extensionMode === vscode.ExtensionMode.Test
      ? { coverage, board, statusBar, active, tools, log, serverProcess }
      : undefined;
  // Without a server nothing is known of the sources: the preview shows them as they were written.
  const extendMarkdownIt = (md: MarkdownIt): MarkdownIt => (tables ? md.use(studyCitations, tables) : md);
  return { extendMarkdownIt, ...(suite ? { suite } : {}) };
}
