import { assert } from 'chai';
import * as vscode from 'vscode';
import { answering } from './answers';
import { inNewFolder, openFileOf, until } from './support';

const TEXT = '# Wonen\n\nIn onze stad is het woningtekort groter dan ooit.\n';

/** Goes through the questions with an answer each, and then leaves; gives the lists that were shown. */
async function answer(...answers: readonly RegExp[]): Promise<{ labels: string[]; said: string }[]> {
  const left = [...answers];
  const asked = await answering(
    'showQuickPick',
    (items: readonly vscode.QuickPickItem[]) => {
      const match = left.shift();
      return match && items.find(({ label }) => match.test(label));
    },
    () => vscode.commands.executeCommand('opgavenwijzer.instellingen'),
  );
  assert.isEmpty(left, 'elk antwoord is gegeven');
  return (asked as [readonly vscode.QuickPickItem[], vscode.QuickPickOptions][]).map(
    ([items, { placeHolder = '' }]) => ({
      labels: items.map(({ label, description = '' }) => `${label}: ${description}`),
      said: placeHolder,
    }),
  );
}

const readFile = async (...path: [vscode.Uri, ...string[]]) =>
  new TextDecoder().decode(await vscode.workspace.fs.readFile(vscode.Uri.joinPath(...path)));

describe('Instellingen van dit programma', () => {
  it('zetten gemeente en reikwijdte in een nieuw bestand, zonder dat iemand JSON ziet', () =>
    inNewFolder('elders', { 'programma.md': TEXT, 'bijlage.md': '# Bijlage\n' }, async (folder) => {
      await openFileOf(vscode.Uri.joinPath(folder, 'programma.md'));
      const asked = await answer(/^Gemeente$/, /^Heiloo$/, /proef-\d+$/, /^Wat samen/, /^Elk document/);
      // The folder is asked once: there could be more of the programme in the one above.
      const [menu, municipalities, folders, again, scopes, last] = asked;
      assert.lengthOf(folders!.labels, 2);
      assert.match(menu!.said, /^Nog geen \.opgavenwijzer\.json/);
      assert.include(menu!.labels, 'Gemeente: niet gekozen');
      assert.isAbove(municipalities!.labels.length, 300);
      assert.include(again!.labels, 'Gemeente: Heiloo');
      assert.match(scopes!.said, /bijlage\.md, programma\.md$/);
      assert.include(last!.labels, 'Wat samen één programma is: Elk document voor zich');
      assert.deepEqual(JSON.parse(await readFile(folder, '.opgavenwijzer.json')), {
        gemeente: 'Heiloo',
        reikwijdte: 'document',
      });
    }));

  it('laten opmerkingen en andere sleutels staan, en wat iemand nog niet had bewaard', async () => {
    const written = '{\n  // van ons\n  "gemeente": "Heiloo",\n  "bewustNiet": { "wijkenaanpak": "Geen wijken." }\n}\n';
    await inNewFolder('elders', { '.opgavenwijzer.json': written, 'programma.md': TEXT }, async (folder) => {
      const file = await openFileOf(vscode.Uri.joinPath(folder, '.opgavenwijzer.json'));
      await file.edit((edit) => edit.insert(new vscode.Position(1, 12), ' en u'));
      await openFileOf(vscode.Uri.joinPath(folder, 'programma.md'));
      await answer(/^Gemeente$/, /^Zaanstad$/);
      const changed = written.replace('van ons', 'van ons en u').replace('Heiloo', 'Zaanstad');
      assert.equal(file.document.getText(), changed);
      assert.isTrue(file.document.isDirty);
      assert.equal(await readFile(folder, '.opgavenwijzer.json'), written);
    });
  });

  it('leiden naar wat niet meer gemeld wordt', () =>
    inNewFolder(
      'elders',
      { '.opgavenwijzer.json': '{ "regels": { "opgave-ontbreekt": "uit" } }', 'programma.md': TEXT },
      async (folder) => {
        const { document } = await openFileOf(vscode.Uri.joinPath(folder, 'programma.md'));
        await answer(/^Wat niet meer gemeld wordt$/, /^Niet melden: alles van opgave-ontbreekt$/);
        const found = () => vscode.languages.getDiagnostics(document.uri);
        await until(
          vscode.languages.onDidChangeDiagnostics,
          () => found().some(({ code }) => code === 'opgave-ontbreekt'),
          'de melding is er weer',
        );
      },
    ));

  it('maken een bestand dat niet te lezen is niet erger, en veranderen niets voor wie niets kiest', async () => {
    await inNewFolder('elders', { '.opgavenwijzer.json': '{ "gemeente" ', 'programma.md': TEXT }, async (folder) => {
      await openFileOf(vscode.Uri.joinPath(folder, 'programma.md'));
      await answer();
      await answer(/^Gemeente$/);
      assert.equal(await readFile(folder, '.opgavenwijzer.json'), '{ "gemeente" ');
      const [said] = await answering(
        'showErrorMessage',
        () => undefined,
        () => answer(/^Gemeente$/, /^Heiloo$/),
      );
      assert.match(String(said?.[0]), /geen geldige JSON\. Herstel het eerst\.$/);
    });
  });
});
