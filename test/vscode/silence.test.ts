import { assert } from 'chai';
import * as vscode from 'vscode';
import { answering } from './answers';
import { applyFix, fixesFor, hoverAt, inNewFolder, openFileOf, placeOf, until, untilAsked } from './support';

const TEXT = '# Wonen\n\nIn onze stad is het woningtekort groter dan ooit.\n';
const CODE = 'opgave-ontbreekt';
const settings = () => vscode.workspace.getConfiguration('opgavenwijzer');

const inProgramme = (
  configuration: string,
  during: (document: vscode.TextDocument, file: vscode.Uri) => Promise<void>,
): Promise<void> =>
  inNewFolder('elders', { '.opgavenwijzer.json': configuration, 'programma.md': TEXT }, async (folder) => {
    const { document } = await openFileOf(vscode.Uri.joinPath(folder, 'programma.md'));
    await during(document, vscode.Uri.joinPath(folder, '.opgavenwijzer.json'));
  });

const speaks = (document: vscode.TextDocument, does: boolean) =>
  until(
    vscode.languages.onDidChangeDiagnostics,
    () => vscode.languages.getDiagnostics(document.uri).some(({ code }) => code === CODE) === does,
    does ? 'de melding is er' : 'de melding is weg',
  );

/** Takes the line of a list that matches, and gives all lines. */
async function taking(match: RegExp, during: () => Thenable<unknown>): Promise<string[]> {
  let seen: string[] = [];
  await answering(
    'showQuickPick',
    (items: readonly vscode.QuickPickItem[]) => {
      seen = items.map(({ label }) => label);
      return items.find(({ label }) => match.test(label));
    },
    during,
  );
  return seen;
}

const takeBack = (match: RegExp) => taking(match, () => vscode.commands.executeCommand('opgavenwijzer.nietMeerGemeld'));

const readFile = async (uri: vscode.Uri) => new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));

describe('Nooit meer', () => {
  afterEach(async () => {
    for (const key of ['nietMelden', 'geenUitleg'])
      await settings().update(key, undefined, vscode.ConfigurationTarget.Global);
  });

  it('meldt iets niet meer in dit programma, en weer wel als dat is teruggenomen', () =>
    inProgramme('{\n  // onze stad\n  "gemeente": "Heiloo"\n}\n', async (document, file) => {
      const actions = await fixesFor(document, CODE);
      assert.isAtMost(actions.length, 6);
      await taking(/^Nooit meer in dit programma$/, () => applyFix(actions, /^Niet meer melden…$/));
      await speaks(document, false);
      assert.match(
        await readFile(file),
        /onze stad[\s\S]*"gemeente": "Heiloo",[\s\S]*"nietMelden": \[\s+"opgave-ontbreekt:/,
      );
      assert.equal(document.getText(), TEXT, 'de tekst zelf is niet veranderd');
      for (let left = 1; left > 0; ) {
        const labels = await takeBack(/^Niet melden: /);
        left = labels.filter((label) => label.startsWith('Niet melden: ')).length - 1;
      }
      await speaks(document, true);
      assert.notInclude(await readFile(file), 'nietMelden');
    }));

  it('meldt iets nergens meer, en de lijst zegt waar dat staat', () =>
    inProgramme('{}\n', async (document, file) => {
      await taking(/^Nooit meer, in geen enkel programma$/, async () =>
        applyFix(await fixesFor(document, CODE), /^Niet meer melden…$/),
      );
      await speaks(document, false);
      assert.equal(await readFile(file), '{}\n');
      assert.isNotEmpty(settings().get('nietMelden'));
      const labels = await takeBack(/^In al uw programma’s/);
      assert.match(labels[0]!, /^In al uw programma’s/);
      assert.match(labels[1]!, /^Niet melden: ‘.*’ \(opgave-ontbreekt\)$/);
    }));

  it('toont bij een woord geen uitleg meer, en bij een ander wel', () =>
    inProgramme('{}\n', async (document) => {
      const place = placeOf(document, 'woningtekort');
      const { text } = await hoverAt(document, place);
      const [, link] = /command:opgavenwijzer\.geenUitleg\?([^)\s]+)/.exec(text)!;
      const given: unknown[] = JSON.parse(decodeURIComponent(link!));
      await taking(/^Nooit meer in dit programma$/, () =>
        vscode.commands.executeCommand('opgavenwijzer.geenUitleg', ...given),
      );
      const hovers = () =>
        vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', document.uri, place);
      await untilAsked(hovers, (found) => found.length === 0, 'geen uitleg meer');
      await speaks(document, true);
      assert.deepEqual((await takeBack(/^Geen uitleg bij/)).slice(1), ['Geen uitleg bij ‘woningtekort’']);
      await untilAsked(hovers, (found) => found.length > 0, 'de uitleg is er weer');
    }));

  it('heeft in dezelfde lijst wat een opmerking in de tekst stil houdt, en zegt het als er niets is', () =>
    inProgramme('{}\n', async (document) => {
      const [said] = await answering(
        'showInformationMessage',
        () => undefined,
        () => vscode.commands.executeCommand('opgavenwijzer.nietMeerGemeld'),
      );
      assert.match(String(said?.[0]), /niets dat niet meer gemeld wordt/);
      await taking(/^Op deze regel$/, async () => applyFix(await fixesFor(document, CODE), /^Niet meer melden…$/));
      await speaks(document, false);
      const labels = await takeBack(/^Niet melden op deze regel: opgave-ontbreekt$/);
      assert.equal(labels[0], 'In deze tekst');
      await speaks(document, true);
      assert.equal(document.getText(), TEXT);
    }));
});
