import * as vscode from 'vscode';
import { bibliographyRequest } from '../../../server/src/protocol/requests.js';
import type { Environment } from '../environment.js';
import { command } from './command.js';
import { saveRendered } from './save.js';
import { openProgramme } from './writing.js';

interface FormatItem extends vscode.QuickPickItem {
  readonly format: 'csl' | 'bibtex';
  readonly cited: boolean;
}

const FORMATS: readonly FormatItem[] = [
  { label: 'CSL JSON, wat dit programma aanhaalt', description: 'Pandoc, Zotero', format: 'csl', cited: true },
  { label: 'CSL JSON, de hele studie', description: 'Pandoc, Zotero', format: 'csl', cited: false },
  { label: 'BibTeX, wat dit programma aanhaalt', description: 'LaTeX, JabRef', format: 'bibtex', cited: true },
  { label: 'BibTeX, de hele studie', description: 'LaTeX, JabRef', format: 'bibtex', cited: false },
];

/** "Bibliografie exporteren…": the sources for Pandoc and reference managers. */
export function bibliography(environment: Environment): vscode.Disposable {
  return command(environment, 'opgavenwijzer.bibliografie', async () => {
    const options = { title: 'Bibliografie exporteren', placeHolder: 'Vorm en omvang' };
    const choices = environment.active.uri ? FORMATS : FORMATS.filter(({ cited }) => !cited);
    const chosen = await vscode.window.showQuickPick(choices, options);
    if (!chosen) return;
    const { format, cited } = chosen;
    const uri = cited ? (await openProgramme(environment)).toString() : undefined;
    const rendered = await environment.server.ask(bibliographyRequest, {
      format,
      ...(uri === undefined ? {} : { uri }),
    });
    if (!rendered) throw new Error('er is nog niets om te exporteren.');
    const folder = environment.active.uri && vscode.Uri.joinPath(environment.active.uri, '..');
    const saved = await saveRendered({
      folder,
      fileName: rendered.fileName,
      filters: format === 'csl' ? { 'CSL JSON': ['json'] } : { BibTeX: ['bib'] },
      content: async () => rendered.content,
    });
    if (saved) await vscode.window.showTextDocument(saved);
  });
}
