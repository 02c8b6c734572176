import { assert } from 'chai';
import * as vscode from 'vscode';
import { diagnosticsOf, folderNamed, inNewFolder, openFileOf, until, untilAsked } from './support';

const HOUSING = '# Wonen\n\nIn onze stad is het woningtekort groter dan ooit.\n';
const CITED = 'Grote huizen splitsen wij [@trendstudie:woonruimte-zonder-bijbouwen, p. 61].\n';

/** What "Bron invoegen…" makes of a source at the end of a file. */
async function inserted(file: vscode.Uri): Promise<string> {
  const editor = await openFileOf(file);
  const end = editor.document.lineAt(editor.document.lineCount - 1).range.end;
  editor.selection = new vscode.Selection(end, end);
  await vscode.commands.executeCommand('opgavenwijzer.bronInvoegen', 'trendstudie:wijkenaanpak');
  return editor.document.getText();
}

/** Whether there is a finding on an opgave. */
const misses = ({ uri }: vscode.TextDocument, title: string): boolean =>
  vscode.languages.getDiagnostics(uri).some(({ message }) => message.includes(title));

const TITLE = 'Meer woonruimte zonder bij te bouwen';

describe('Mappen en wat daar is ingesteld', () => {
  it('elke map van de werkmap heeft haar eigen, in .opgavenwijzer.json en in de instellingen van VS Code', async () => {
    const notes = { '.opgavenwijzer.json': '{ "verwijzing": "voetnoot-met-naam" }', 'akkoord.md': `${HOUSING}\nDus` };
    await inNewFolder('elders', notes, async (elders) => {
      await inNewFolder('voorbeelden', { 'akkoord.md': `${HOUSING}\nDus` }, async (here) => {
        assert.match(await inserted(vscode.Uri.joinPath(elders, 'akkoord.md')), /Dus\[\^wijkenaanpak\]/);
        assert.match(await inserted(vscode.Uri.joinPath(here, 'akkoord.md')), /Dus \[@trendstudie:wijkenaanpak/);

        const settings = vscode.workspace.getConfiguration('opgavenwijzer', folderNamed('elders'));
        await settings.update('codeLens', false, vscode.ConfigurationTarget.WorkspaceFolder);
        try {
          await lensesOf(vscode.Uri.joinPath(elders, 'akkoord.md'), (titles) => titles.length === 0);
          await lensesOf(vscode.Uri.joinPath(here, 'akkoord.md'), (titles) => titles.length > 0);
        } finally {
          await settings.update('codeLens', undefined, vscode.ConfigurationTarget.WorkspaceFolder);
        }
        await lensesOf(vscode.Uri.joinPath(elders, 'akkoord.md'), (titles) => titles.length > 0);
      });
    });
  });

  it('een opgave is opgepakt in het programma, in het document of onder de kop, zoals .opgavenwijzer.json zegt; zonder herladen', async () => {
    const files = {
      '.opgavenwijzer.json': '{ "reikwijdte": "programma" }',
      'wonen.md': `${HOUSING}\n# Bouwen\n\nHier komt nog een alinea.\n`,
      'delen.md': `# Delen\n\n${CITED}`,
    };
    await inNewFolder('elders', files, async (folder) => {
      const { document } = await openFileOf(vscode.Uri.joinPath(folder, 'wonen.md'));
      await diagnosticsOf(document.uri);
      assert.isFalse(misses(document, TITLE), 'het andere bestand van het programma pakt de opgave op');
      const becomes = async (scope: string, missing: boolean): Promise<void> => {
        await write(folder, '.opgavenwijzer.json', `{ "reikwijdte": "${scope}" }`);
        const what = `${scope}: de opgave ${missing ? 'ontbreekt' : 'is opgepakt'}`;
        await until(vscode.languages.onDidChangeDiagnostics, () => misses(document, TITLE) === missing, what);
      };
      await becomes('document', true);
      await becomes('programma', false);
      await becomes('document', true);
      const edit = new vscode.WorkspaceEdit();
      edit.insert(document.uri, new vscode.Position(document.lineCount, 0), `\n${CITED}`);
      await vscode.workspace.applyEdit(edit);
      await until(vscode.languages.onDidChangeDiagnostics, () => !misses(document, TITLE), 'het document pakt haar op');
      // There is no room to name both opgaven that are left in this section.
      await write(folder, '.opgavenwijzer.json', '{ "reikwijdte": "paragraaf" }');
      await until(
        vscode.languages.onDidChangeDiagnostics,
        () => misses(document, 'in deze paragraaf nog niet opgepakt'),
        'paragraaf: de opgave ontbreekt',
      );
    });
  });
});

const write = (folder: vscode.Uri, name: string, text: string): Thenable<void> =>
  vscode.workspace.fs.writeFile(vscode.Uri.joinPath(folder, name), new TextEncoder().encode(text));

/** Waits until the lines above the headings of a file are as `test` wants them. */
async function lensesOf(file: vscode.Uri, test: (titles: string[]) => boolean): Promise<void> {
  await openFileOf(file);
  await untilAsked(
    () => vscode.commands.executeCommand<vscode.CodeLens[]>('vscode.executeCodeLensProvider', file, 10),
    (found) => {
      const titles = found.flatMap(({ command }) => command?.title ?? []);
      return test(titles.filter((title) => title.includes('opgepakt')));
    },
    `de regels boven de koppen van ${file.path}`,
  );
}
