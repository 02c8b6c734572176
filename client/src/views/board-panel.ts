import * as vscode from 'vscode';
import {
  COMMANDS,
  type Coverage,
  type CoverageOpgave,
  coverageRequest,
} from '../../../server/src/protocol/requests.js';
import { editorOf } from '../documents.js';
import type { Environment } from '../environment.js';
import { type BoardNews, type BoardWish, boardOf, clearestPlace } from './board.js';
import { boardPage } from './board-page.js';

const TYPE = 'opgavenwijzer.bord';
/** The board "Dekking" beside the text: every opgave with its clearest sentence, and what one can do about it. */
export class BoardPanel implements vscode.Disposable {
  private panel: vscode.WebviewPanel | undefined;
  /** The page has asked: what is sent to it before it listens is lost. */
  private listens = false;
  private coverage: Coverage | undefined;
  private commands: ReadonlySet<string> = new Set();
  /** Counts the questions: the answer to an older one is not shown. */
  private asked = 0;
  private readonly posted = new vscode.EventEmitter<BoardNews>();
  /** What the page was told; for the suite, which cannot look into a page. */
  readonly onDidPost = this.posted.event;
  private readonly subscriptions: vscode.Disposable[];

  constructor(private readonly environment: Environment) {
    this.subscriptions = [
      this.posted,
      environment.active.onDidChange(() => this.refresh()),
      // The page itself kept where it was.
      vscode.window.registerWebviewPanelSerializer(TYPE, { deserializeWebviewPanel: (panel) => this.fill(panel) }),
    ];
  }

  dispose(): void {
    this.panel?.dispose();
    for (const subscription of this.subscriptions) subscription.dispose();
  }

  /** Opens the board beside the text, or brings it forward. */
  async show(): Promise<void> {
    if (this.panel) {
      this.panel.reveal();
      return;
    }
    const column = this.environment.active.uri ? vscode.ViewColumn.Beside : vscode.ViewColumn.Active;
    await this.fill(vscode.window.createWebviewPanel(TYPE, 'Dekking', column));
  }

  /** Puts the board in a panel: a new one, or the one that was there before the window was loaded anew. */
  private async fill(panel: vscode.WebviewPanel): Promise<void> {
    this.panel?.dispose();
    this.panel = panel;
    panel.onDidDispose(() => {
      if (this.panel !== panel) return;
      this.panel = undefined;
      this.listens = false;
    });
    const script = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(this.environment.folder, 'dist/board.js'));
    this.commands = new Set(await vscode.commands.getCommands(true));
    if (this.panel !== panel) return;
    panel.webview.options = { enableScripts: true, enableForms: false, localResourceRoots: [] };
    panel.webview.onDidReceiveMessage((wish: BoardWish) => this.fulfil(wish));
    panel.webview.html = boardPage(new TextDecoder().decode(script));
  }

  /** Does what was asked on the board. */
  async fulfil(wish: BoardWish): Promise<void> {
    if (wish.wish === 'board') {
      this.listens = true;
      return this.refresh();
    }
    const opgave = this.coverage?.themes.flatMap(({ opgaven }) => opgaven).find(({ id }) => id === wish.opgave);
    if (!opgave) return;
    if (wish.wish === 'open') await open(opgave, wish.stay);
    else if (this.commands.has(wish.command)) await run(opgave, wish.command);
  }

  private async refresh(): Promise<void> {
    if (!this.listens) return;
    const ticket = ++this.asked;
    const uri = this.environment.active.uri?.toString();
    const coverage =
      uri === undefined ? null : await this.environment.server.askQuietly(coverageRequest, { uri, scope: 'programme' });
    if (ticket !== this.asked || !this.panel) return;
    this.coverage = coverage ?? undefined;
    const news: BoardNews = { board: coverage && boardOf(coverage, this.commands) };
    void this.panel.webview.postMessage(news);
    this.posted.fire(news);
  }
}

async function open(opgave: CoverageOpgave, stay: boolean): Promise<void> {
  const place = clearestPlace(opgave);
  if (!place) return;
  const { start, end } = place.range;
  const uri = vscode.Uri.parse(place.uri);
  await vscode.window.showTextDocument(uri, {
    selection: new vscode.Range(start.line, start.character, end.line, end.character),
    viewColumn: editorOf(uri)?.viewColumn ?? vscode.ViewColumn.One,
    preserveFocus: stay,
  });
}

async function run(opgave: CoverageOpgave, command: string): Promise<void> {
  const place = clearestPlace(opgave);
  // As from the lightbulb there; what comes into the text is filled in at once.
  if (command === COMMANDS.choose) {
    if (!place) return;
    await open(opgave, false);
    await vscode.commands.executeCommand(command, place.uri, place.range, 'oppakken', opgave.title);
    return;
  }
  // As from a row of the tree.
  await vscode.commands.executeCommand(command, { opgave, ...(place?.kind === 'words' ? { place } : {}) });
}
