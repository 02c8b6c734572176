import { assert } from 'chai';
import * as vscode from 'vscode';
import { besideBuiltIn, EXTENSION, extensionReady, inNewFolder, openFileOf, until, untilAsked } from './support';

const LANGUAGE = 'vscode.json-language-features';

describe('Het bestand .opgavenwijzer.json', () => {
  before(() => extensionReady());

  it('wordt aangevuld: sleutels, en de waarden met uitleg', async () => {
    await inNewFolder('elders', { '.opgavenwijzer.json': '{\n  "reikwijdte": ""\n}\n' }, async (folder) => {
      const { document } = await openFileOf(vscode.Uri.joinPath(folder, '.opgavenwijzer.json'));
      if (!besideBuiltIn(LANGUAGE)) {
        // VS Code's JSON runs in the other host here and sees no schema from this one; on vscode.dev both are in one.
        assert.isAbove((await vscode.workspace.fs.stat(schemaFile())).size, 1000);
        return;
      }
      const values = await suggestionsAt(document, new vscode.Position(1, 17), 'paragraaf');
      assert.includeMembers(values, ['"programma"', '"document"', '"paragraaf"']);
      const keys = await suggestionsAt(document, new vscode.Position(0, 1), 'controle');
      assert.includeMembers(keys, ['controle', 'gemeente', 'regels', 'verwijzing', 'bewustNiet']);
    });
  });

  it('wordt nagekeken: een waarde die niet bestaat is onderstreept', async () => {
    await inNewFolder('elders', { '.opgavenwijzer.json': '{ "reikwijdte": "alles" }\n' }, async (folder) => {
      const { document } = await openFileOf(vscode.Uri.joinPath(folder, '.opgavenwijzer.json'));
      if (!besideBuiltIn(LANGUAGE)) {
        const schema = JSON.parse(new TextDecoder().decode(await vscode.workspace.fs.readFile(schemaFile())));
        assert.includeMembers(schema.properties.reikwijdte.enum, ['programma', 'document', 'paragraaf']);
        return;
      }
      const [fault] = await until(
        vscode.languages.onDidChangeDiagnostics,
        () => {
          const found = vscode.languages.getDiagnostics(document.uri);
          return found.length > 0 && found;
        },
        'de waarde is onderstreept',
      );
      assert.equal(document.getText(fault!.range), '"alles"');
    });
  });
});

function schemaFile(): vscode.Uri {
  const { packageJSON, extensionUri } = vscode.extensions.getExtension(EXTENSION)!;
  const [{ fileMatch, url }] = packageJSON.contributes.jsonValidation;
  assert.equal(fileMatch, '.opgavenwijzer.json');
  return vscode.Uri.joinPath(extensionUri, url);
}

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
