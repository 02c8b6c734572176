import * as vscode from 'vscode';
import { sourceFormatOf } from '../../../server/src/protocol/programme-files.js';
import type { Rendered } from '../../../server/src/protocol/requests.js';
import { saveRendered } from '../commands/save.js';

type Format = 'html' | 'md' | 'csv';
const FORMATS: readonly Format[] = ['html', 'md', 'csv'];
/** Opens a place of a report in the text; the only command that a report may run. */
export const OPEN_PLACE = 'opgavenwijzer.openPlaats';
const TYPE = 'opgavenwijzer.verslag';

/** A report to show and to save. */
export interface Report {
  readonly title: string;
  render(format: Format): Promise<Rendered | null>;
}

/** Reports in a tab beside the text: a picture to look at, without scripts. */
export class RenderedPanels implements vscode.Disposable {
  private readonly open = new Map<vscode.WebviewPanel, Report>();

  dispose(): void {
    for (const panel of this.open.keys()) panel.dispose();
  }

  async show(report: Report): Promise<void> {
    const rendered = await report.render('html');
    if (!rendered) throw new Error('er is niets om een verslag van te maken.');
    const options = {
      enableScripts: false,
      enableForms: false,
      localResourceRoots: [],
      enableCommandUris: [OPEN_PLACE],
    };
    const panel = vscode.window.createWebviewPanel(TYPE, report.title, vscode.ViewColumn.Active, options);
    panel.webview.html = withPolicy(withLinks(rendered));
    this.open.set(panel, report);
    panel.onDidDispose(() => this.open.delete(panel));
    const { unread = [] } = rendered;
    if (unread.length > 0) void vscode.window.showWarningMessage(`Niet meegenomen: ${unread.join(' ')}`);
  }

  /** Saves the report that is in sight, in the form that the chosen file name asks for. */
  async save(): Promise<void> {
    const entry = [...this.open].find(([panel]) => panel.active) ?? [...this.open].find(([panel]) => panel.visible);
    if (!entry) throw new Error('er is geen verslag open.');
    const report = entry[1];
    const rendered = await report.render('html');
    if (!rendered) throw new Error('er is niets om op te slaan.');
    await saveRendered({
      folder: rendered.folder === undefined ? undefined : vscode.Uri.parse(rendered.folder),
      fileName: rendered.fileName,
      filters: { HTML: ['html'], Markdown: ['md'], CSV: ['csv'] },
      content: async (extension) => {
        const format = FORMATS.find((one) => one === extension) ?? 'html';
        const wanted = format === 'html' ? rendered : await report.render(format);
        if (!wanted) throw new Error('er is niets om op te slaan.');
        return wanted.content;
      },
    });
  }
}

/**
 * A webview opens no files: its links to the text become the one command that does. They lead to where the server found
 * the words, from the folder of the report.
 */
export function withLinks({ content, folder }: Rendered): string {
  if (folder === undefined) return content;
  const link = / href="(?!#|[a-z][a-z0-9+.-]*:)([^"#]+)(?:#L(\d+)|#(page=\d+))?"/gi;
  return content.replace(link, (_, path: string, line = '1', fragment = '') => {
    const uri = vscode.Uri.joinPath(vscode.Uri.parse(folder), decodeURIComponent(path.replaceAll('&amp;', '&')));
    const argument = [uri.with({ fragment }).toString(), Number(line)];
    return ` href="command:${OPEN_PLACE}?${encodeURIComponent(JSON.stringify(argument))}"`;
  });
}

/** Opens a text at a line, from 1; what is no text as its reader opens it, at the page that its address ends in. */
export async function openPlace(address: string, line: number): Promise<void> {
  const uri = vscode.Uri.parse(address);
  const format = sourceFormatOf(uri.path);
  const { uiKind, remoteName } = vscode.env;
  if (format && format !== 'txt') {
    // A program for it is on the machine where the files are.
    const isNear = uri.scheme === 'file' && uiKind === vscode.UIKind.Desktop && remoteName === undefined;
    if (isNear) await vscode.env.openExternal(uri);
    else await vscode.commands.executeCommand('vscode.open', uri, vscode.ViewColumn.Beside);
    return;
  }
  const selection = new vscode.Range(line - 1, 0, line - 1, 0);
  await vscode.window.showTextDocument(uri, { selection, viewColumn: vscode.ViewColumn.Beside });
}

/** Nothing is loaded from anywhere and nothing runs: whatever a heading or a quotation says stays text. */
export function withPolicy(html: string): string {
  const policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; form-action 'none'; base-uri 'none'";
  const meta = `<meta http-equiv="Content-Security-Policy" content="${policy}">`;
  return /<head[^>]*>/i.test(html) ? html.replace(/<head[^>]*>/i, (head) => head + meta) : meta + html;
}
