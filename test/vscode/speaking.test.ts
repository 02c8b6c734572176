import { assert } from 'chai';
import * as vscode from 'vscode';
import { PAUSE } from '../../server/src/lsp/typing';
import { stateOf } from './coverage';
import { beat, inNewFolder, openFileOf, openMarkdown, suiteExports, until, withSetting } from './support';

const WRONG = '[@trendstudie:bestaat-niet]';

const found = ({ uri }: vscode.TextDocument): vscode.Diagnostic[] => vscode.languages.getDiagnostics(uri);
const isFound = (document: vscode.TextDocument, code = 'bron-onbekend'): boolean =>
  found(document).some((finding) => finding.code === code);
const shows = (document: vscode.TextDocument, code = 'bron-onbekend'): Promise<unknown> =>
  until(vscode.languages.onDidChangeDiagnostics, () => isFound(document, code), `de melding ${code}`);

/** Types as a keyboard does, at the cursor of the active editor. */
async function type(text: string): Promise<void> {
  for (const key of text) await vscode.commands.executeCommand('type', { text: key });
}

/** Puts something in the text that the view shows as well: once it does, the server has seen the text. */
async function editAndBeSeen(editor: vscode.TextEditor, text: string): Promise<void> {
  const end = new vscode.Position(editor.document.lineCount, 0);
  await editor.edit((edit) => edit.insert(end, `${text}\n\nWij renoveren [@trendstudie:wijkenaanpak, p. 62].\n`));
  await stateOf('wijkenaanpak', 'opgepakt');
}

describe('Wanneer er gemeld wordt', () => {
  before(() => suiteExports());

  it('op de regel die men typt niet, tot een pauze', async () => {
    const editor = await openMarkdown('# Wonen\n\nIn onze stad is het \n');
    editor.selection = new vscode.Selection(2, 20, 2, 20);
    let named: number | undefined;
    let shown: number | undefined;
    const listeners = [
      vscode.workspace.onDidChangeTextDocument(({ document }) => {
        if (document === editor.document && document.getText().includes('woningtekort')) named ??= Date.now();
      }),
      vscode.languages.onDidChangeDiagnostics(() => {
        if (isFound(editor.document, 'opgave-ontbreekt')) shown ??= Date.now();
      }),
    ];
    try {
      await type('woningtekort groot. ');
      await until(vscode.languages.onDidChangeDiagnostics, () => shown !== undefined, 'de melding na een pauze');
      // The server counts from a keystroke that it hears: of the last letter of the word, or after it. Not from the very last:
      // where typing or the server itself falters, it sees a pause in between.
      assert.isAtLeast(shown! - named!, PAUSE);
      // What was shown stays while one types on.
      await type('Dat blijft ');
      assert.isTrue(isFound(editor.document, 'opgave-ontbreekt'));
    } finally {
      for (const listener of listeners) listener.dispose();
    }
  });

  it('en meteen als men naar een andere regel gaat', async () => {
    const editor = await openMarkdown('# Wonen\n\nIn onze stad is het \n');
    editor.selection = new vscode.Selection(2, 20, 2, 20);
    await type('woningtekort groot.\n\nMeer ');
    await shows(editor.document, 'opgave-ontbreekt');
    assert.equal(found(editor.document).find(({ code }) => code === 'opgave-ontbreekt')!.range.start.line, 2);
  });

  it('bij het opslaan, als dat zo is ingesteld', async () => {
    await withSetting('controle', 'opslaan', () =>
      inNewFolder('elders', { 'programma.md': `# Wonen\n\nWij doen iets ${WRONG}.\n` }, async (folder) => {
        const editor = await openFileOf(vscode.Uri.joinPath(folder, 'programma.md'));
        // What opening it shows comes first: otherwise that is of the text as it is by then.
        await shows(editor.document);
        await editAndBeSeen(editor, 'Wij doen nog iets [@trendstudie:wijkenaanpak, p. 3].');
        assert.isFalse(isFound(editor.document, 'pagina-klopt-niet'), 'voor het opslaan staat er niets');
        await editor.document.save();
        await shows(editor.document, 'pagina-klopt-niet');
      }),
    );
  });

  it('met de hand: niets tot ‘Controleer nu’, ook niet bij het opslaan', async () => {
    await withSetting('controle', 'handmatig', () =>
      inNewFolder('elders', { 'programma.md': '# Wonen\n\n' }, async (folder) => {
        const editor = await openFileOf(vscode.Uri.joinPath(folder, 'programma.md'));
        await editAndBeSeen(editor, `Wij doen iets ${WRONG}.`);
        await editor.document.save();
        await editAndBeSeen(editor, 'Nog iets.');
        assert.isEmpty(found(editor.document));
        await vscode.commands.executeCommand('opgavenwijzer.controleer');
        await shows(editor.document);
      }),
    );
  });

  it('zonder berichten in beeld: die zijn voor wat een mens nodig heeft', async () => {
    const window = vscode.window as unknown as Record<string, unknown>;
    const kinds = ['showInformationMessage', 'showWarningMessage', 'showErrorMessage'];
    const real = kinds.map((kind) => window[kind]);
    const said: unknown[] = [];
    for (const kind of kinds)
      window[kind] = async (...parameters: unknown[]) => {
        said.push(parameters[0]);
      };
    try {
      await vscode.commands.executeCommand('opgavenwijzer.herstart');
      const { document } = await openMarkdown(`Wij doen iets ${WRONG}.\n`);
      await shows(document);
      await vscode.commands.executeCommand('opgavenwijzer.controleer');
      assert.isEmpty(said);
      // It is this that would have been heard.
      await vscode.commands.executeCommand('opgavenwijzer.bewustNiet');
      await until(beat, () => said.length === 1, 'wat niet lukt, wordt wel gezegd');
    } finally {
      for (const [k, kind] of kinds.entries()) window[kind] = real[k];
    }
  });
});
