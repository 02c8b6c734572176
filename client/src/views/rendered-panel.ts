import * as vscode from 'vscode';
import type { Rendered } from '../../../server/src/lsp/requests.js';
import { saveRendered } from '../commands/save.js';

type Format = 'html' | 'md' | 'csv';
const FORMATS: readonly Format[] = ['html', 'md', 'csv'];
const TYPE = 'opgavenwijzer.verslag';

/** A report to show and to save. */
export interface Report {
  readonly title: string;
  /** Where a saved report is proposed. */
  readonly folder: vscode.Uri;
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
    const options = { enableScripts: false, enableForms: false, localResourceRoots: [] };
    const panel = vscode.window.createWebviewPanel(TYPE, report.title, vscode.ViewColumn.Active, options);
    panel.webview.html = withPolicy(rendered.content);
    this.open.set(panel, report);
    panel.onDidDispose(() => this.open.delete(panel));
  }

  /** Saves the report that is in sight, in the form that the chosen file name asks for. */
  async save(): Promise<void> {
    const entry = [...this.open].find(([panel]) => panel.active) ?? [...this.open].find(([panel]) => panel.visible);
    if (!entry) throw new Error('er is geen verslag open.');
    const report = entry[1];
    const rendered = await report.render('html');
    if (!rendered) throw new Error('er is niets om op te slaan.');
    await saveRendered({
      folder: report.folder,
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

/** Nothing is loaded from anywhere and nothing runs: whatever a heading or a quotation says stays text. */
export function withPolicy(html: string): string {
  const policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; form-action 'none'; base-uri 'none'";
  const meta = `<meta http-equiv="Content-Security-Policy" content="${policy}">`;
  return /<head[^>]*>/i.test(html) ? html.replace(/<head[^>]*>/i, (head) => head + meta) : meta + html;
}
