import { assert } from 'chai';
import * as vscode from 'vscode';
import { answering } from './answers';
import { beat, diagnosticsOf, openMarkdown, suiteExports, until, untilAsked, withSetting } from './support';

const TEXT =
  '# Wonen\n\nIn onze stad is het woningtekort groter dan ooit.\n\nWij bouwen [@trendstudie:nieuwbouw-aanjagen].\n';

describe('Instellingen werken meteen', () => {
  it('de statusbalk telt wat is opgepakt, en kan uit', async () => {
    const { statusBar } = await suiteExports();
    await openMarkdown(TEXT);
    await until(beat, () => statusBar.shown && /^Opgaven [1-9]\d*\/\d+$/.test(statusBar.item.text), 'de statusbalk');
    assert.equal(statusBar.item.command, 'opgavenwijzer.toonDekking');
    await withSetting('statusbalk', false, async () => {
      await until(beat, () => !statusBar.shown, 'de statusbalk is uit');
    });
    await until(beat, () => statusBar.shown, 'de statusbalk is er weer');
  });

  it('de statusbalk zwijgt bij een tekst die niets van de studie raakt', async () => {
    const { statusBar } = await suiteExports();
    await openMarkdown(TEXT);
    await until(beat, () => statusBar.shown, 'de statusbalk');
    await openMarkdown('# Readme\n\nRun `npm install` to set up the project.\n');
    await until(beat, () => !statusBar.shown, 'de statusbalk is stil');
  });

  it('de teller kan uit', async () => {
    const { coverage } = await suiteExports();
    await openMarkdown(TEXT);
    await until(beat, () => (coverage.tree.badge?.value ?? 0) > 0, 'de teller');
    await withSetting('teller', false, async () => {
      await until(beat, () => coverage.tree.badge === undefined, 'de teller is uit');
    });
  });

  it('de weergave kan uit, en zegt dat wie haar dan opent', async () => {
    const { coverage } = await suiteExports();
    await openMarkdown(TEXT);
    await vscode.commands.executeCommand('opgavenwijzer.toonDekking');
    await until(beat, () => coverage.tree.visible, 'de weergave');
    await withSetting('dekking', false, async () => {
      await until(beat, () => !coverage.tree.visible, 'de weergave is uit');
      const [said] = await answering(
        'showErrorMessage',
        () => undefined,
        () => vscode.commands.executeCommand('opgavenwijzer.toonDekking'),
      );
      assert.match(String(said?.[0]), /staat uit/);
      assert.isFalse(coverage.tree.visible);
    });
    await vscode.commands.executeCommand('opgavenwijzer.toonDekking');
    await until(beat, () => coverage.tree.visible, 'de weergave is er weer');
  });

  it('een melding krijgt een ander niveau, of gaat uit', async () => {
    const { document } = await openMarkdown(TEXT);
    await diagnosticsOf(document.uri);
    const levels = () => vscode.languages.getDiagnostics(document.uri).map(({ severity }) => severity);
    await withSetting('regels', { 'opgave-ontbreekt': 'informatie' }, async () => {
      await until(
        vscode.languages.onDidChangeDiagnostics,
        () => levels().length > 0 && levels().every((level) => level === vscode.DiagnosticSeverity.Information),
        'informatie',
      );
    });
    await withSetting('regels', { 'opgave-ontbreekt': 'uit', 'thema-onvolledig': 'uit' }, async () => {
      await until(vscode.languages.onDidChangeDiagnostics, () => levels().length === 0, 'geen meldingen');
    });
  });

  it('de code lens staat boven de kop, en kan uit', async () => {
    const { document } = await openMarkdown(TEXT);
    await suiteExports();
    const lenses = (test: (titles: string[]) => boolean, what: string) =>
      untilAsked(
        () => vscode.commands.executeCommand<vscode.CodeLens[]>('vscode.executeCodeLensProvider', document.uri, 10),
        (found) => test(found.flatMap(({ command }) => (command ? [command.title] : []))),
        what,
      );
    const ofTheme = (title: string): boolean => title.startsWith('Ruimte en wonen: ');
    await lenses((titles) => titles.some(ofTheme), 'de code lens');
    await withSetting('codeLens', false, async () => {
      await lenses((titles) => !titles.some(ofTheme), 'de code lens is uit');
    });
  });
});
