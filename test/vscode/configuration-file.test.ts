import { assert } from 'chai';
import * as vscode from 'vscode';
import { diagnosticsOf, extensionReady, inNewFolder, openFileOf, until, untilAsked } from './support';

const withFile = (content: string, during: (document: vscode.TextDocument) => Promise<void>): Promise<void> =>
  inNewFolder('elders', { '.opgavenwijzer.json': content }, async (folder) => {
    const { document } = await openFileOf(vscode.Uri.joinPath(folder, '.opgavenwijzer.json'));
    await during(document);
  });

describe('Het bestand .opgavenwijzer.json', () => {
  before(() => extensionReady());

  it('wordt aangevuld: sleutels, en de waarden met uitleg', () =>
    withFile('{\n  "reikwijdte": ""\n}\n', async (document) => {
      const values = await suggestionsAt(document, new vscode.Position(1, 17), 'paragraaf');
      assert.deepEqual(values, ['programma', 'document', 'paragraaf']);
      const keys = await suggestionsAt(document, new vscode.Position(0, 1), 'controle');
      assert.includeMembers(keys, ['controle', 'gemeente', 'regels', 'verwijzing', 'bewustNiet']);
    }));

  it('legt een sleutel uit', () =>
    withFile('{ "gemeente": "Zaanstad" }\n', async ({ uri }) => {
      const ask = () =>
        vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', uri, new vscode.Position(0, 4));
      const [hover] = await untilAsked(ask, (found) => found.length > 0 && found, 'de uitleg');
      assert.match(String((hover!.contents[0] as vscode.MarkdownString).value), /^Uw gemeente: /);
    }));

  it('zegt in het Nederlands wat er niet klopt, op zijn plaats, en niets anders', () =>
    withFile(
      '{\n  "gemeente": "Heilo",\n  "kleur": "rood",\n  "reikwijdte": "alles" // alles?\n}\n',
      async (document) => {
        const faults = await diagnosticsOf(document.uri, 3);
        assert.deepEqual(
          faults.map(({ range, source }) => [document.getText(range), source]),
          [
            ['"Heilo"', 'opgavenwijzer'],
            ['"kleur"', 'opgavenwijzer'],
            ['"alles"', 'opgavenwijzer'],
          ],
        );
        const [unknown] = faults;
        assert.match(unknown!.message, /niet ‘Heilo’\. Bedoelt u ‘Heiloo’/);
        assert.isAtMost(unknown!.message.match(/‘/g)!.length, 5, 'ten hoogste drie namen');
        const actions = await untilAsked(
          () =>
            vscode.commands.executeCommand<vscode.CodeAction[]>(
              'vscode.executeCodeActionProvider',
              document.uri,
              unknown!.range,
            ),
          (found) => found.length > 0 && found,
          'snelle oplossingen',
        );
        await vscode.workspace.applyEdit(actions.find(({ title }) => title === 'Vervangen door ‘Heiloo’')!.edit!);
        assert.include(document.getText(), '"gemeente": "Heiloo"');
        const left = () => vscode.languages.getDiagnostics(document.uri);
        await until(vscode.languages.onDidChangeDiagnostics, () => left().length === 2, 'de gemeente klopt');
      },
    ));

  it('zegt ook in het Nederlands dat het geen JSON is', () =>
    withFile('{\n  "gemeente" "Heiloo"\n}\n', async ({ uri }) => {
      const [fault, ...others] = await diagnosticsOf(uri);
      assert.match(fault!.message, /^Geen geldige JSON: hier hoort een dubbele punt\./);
      assert.lengthOf(others, 0);
    }));

  it('zwijgt als alles klopt, met opmerkingen en een komma te veel', () =>
    withFile('{\n  // onze stad\n  "gemeente": "Heilo",\n}\n', async (document) => {
      await diagnosticsOf(document.uri);
      const edit = new vscode.WorkspaceEdit();
      edit.insert(document.uri, document.positionAt(document.getText().indexOf('Heilo') + 5), 'o');
      await vscode.workspace.applyEdit(edit);
      const left = () => vscode.languages.getDiagnostics(document.uri);
      await until(vscode.languages.onDidChangeDiagnostics, () => left().length === 0, 'geen meldingen');
    }));
});

/** The labels that are suggested at a place, once `expected` is among them. */
async function suggestionsAt({ uri }: vscode.TextDocument, at: vscode.Position, expected: string): Promise<string[]> {
  return untilAsked(
    () => vscode.commands.executeCommand<vscode.CompletionList>('vscode.executeCompletionItemProvider', uri, at),
    ({ items }) => {
      const labels = items.map(({ label }) => (typeof label === 'string' ? label : label.label));
      return labels.some((label) => label.includes(expected)) && labels;
    },
    `‘${expected}’ is bij de suggesties`,
  );
}
