import * as vscode from 'vscode';
import { type BaseLanguageClient, State } from 'vscode-languageclient';
import { coverageChangedNotification } from '../../../server/src/protocol/requests.js';
import { belongsToWriter, isSame } from '../documents.js';

/** Follows the document that is being written, also while a view, its preview or the study has the attention. */
export class ActiveProgramme implements vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<void>();
  /** Another document, or its coverage may be another. */
  readonly onDidChange = this.changed.event;
  private document: vscode.TextDocument | undefined;
  private readonly subscriptions: vscode.Disposable[];

  constructor(client: BaseLanguageClient) {
    this.subscriptions = [
      this.changed,
      vscode.window.onDidChangeActiveTextEditor((editor) => this.follow(editor)),
      // Of a window that loads anew with a view in front the text may come in sight after this has begun.
      vscode.window.onDidChangeVisibleTextEditors((editors) => {
        if (!this.document) this.follow(editors.find(isInSight));
      }),
      vscode.workspace.onDidCloseTextDocument((document) => this.closed(document)),
      // VS Code may keep a document for minutes after its last tab is gone; to the writer it is closed.
      vscode.window.tabGroups.onDidChangeTabs(({ closed }) => {
        if (closed.length > 0 && this.document && !isInTab(this.document.uri)) this.closed(this.document);
      }),
      client.onNotification(coverageChangedNotification, ({ uris }: { uris: readonly string[] }) => {
        const own = this.uri;
        if (own && uris.some((uri) => isSame(vscode.Uri.parse(uri), own))) this.changed.fire();
      }),
      client.onDidChangeState(({ newState }) => {
        if (newState === State.Running) this.changed.fire();
      }),
    ];
    // With a view in front there is no active one; a text beside it may be in sight.
    this.follow(vscode.window.activeTextEditor ?? vscode.window.visibleTextEditors.find(isInSight));
  }

  get uri(): vscode.Uri | undefined {
    return this.document?.uri;
  }

  dispose(): void {
    for (const subscription of this.subscriptions) subscription.dispose();
  }

  private follow(editor: vscode.TextEditor | undefined): void {
    if (!editor || editor.document === this.document || !belongsToWriter(editor.document)) return;
    this.document = editor.document;
    this.changed.fire();
  }

  private async reopen(uri: vscode.Uri): Promise<void> {
    try {
      this.document = await vscode.workspace.openTextDocument(uri);
    } catch {
      // Never saved, or gone: there is nothing to follow any more.
      this.document = undefined;
    }
    this.changed.fire();
  }

  private closed(document: vscode.TextDocument): void {
    if (document !== this.document) return;
    if (isPreviewed()) {
      // Its preview took the place of its tab: held open, so that the server goes on answering for it.
      if (document.isClosed) void this.reopen(document.uri);
      return;
    }
    this.document = undefined;
    const other = vscode.window.visibleTextEditors.find(isInSight);
    if (other) this.follow(other);
    else this.changed.fire();
  }
}

/** Whether it shows a text of the writer. An editor may be counted as visible a moment longer than its tab is there. */
const isInSight = ({ document }: vscode.TextEditor): boolean => belongsToWriter(document) && isInTab(document.uri);

/** Whether a preview of Markdown is in sight: VS Code does not tell of which document. */
const isPreviewed = (): boolean =>
  vscode.window.tabGroups.all.some(
    ({ activeTab }) =>
      activeTab?.input instanceof vscode.TabInputWebview && activeTab.input.viewType.endsWith('markdown.preview'),
  );

function isInTab(uri: vscode.Uri): boolean {
  return vscode.window.tabGroups.all.some(({ tabs }) =>
    tabs.some(({ input }) => {
      if (input instanceof vscode.TabInputCustom) return isSame(input.uri, uri);
      if (input instanceof vscode.TabInputTextDiff) return isSame(input.modified, uri);
      return input instanceof vscode.TabInputText && isSame(input.uri, uri);
    }),
  );
}
