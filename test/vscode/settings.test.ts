import { assert } from 'chai';
import * as vscode from 'vscode';
import { beat, diagnosticsOf, openMarkdown, suiteExports, until } from './support';

const TEXT =
  '# Wonen\n\nIn onze stad is het woningtekort groter dan ooit.\n\nWij bouwen [@trendstudie:nieuwbouw-aanjagen].\n';

/** Changes a setting for as long as `during` takes; no reload. */
async function withSetting(name: string, value: unknown, during: () => Promise<void>): Promise<void> {
  const settings = () => vscode.workspace.getConfiguration('opgavenwijzer');
  await settings().update(name, value, vscode.ConfigurationTarget.Global);
  try {
    await during();
  } finally {
    await settings().update(name, undefined, vscode.ConfigurationTarget.Global);
  }
}

describe('Instellingen werken meteen', () => {
  it('de statusbalk telt wat is opgepakt, en kan uit', async () => {
    const { statusBar } = await suiteExports();
    await openMarkdown(TEXT);
    await until(beat, () => statusBar.shown && /^Opgaven [1-9]\d*\/39$/.test(statusBar.item.text), 'de statusbalk');
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
    await withSetting('regels', { 'opgave-ontbreekt': 'uit' }, async () => {
      await until(vscode.languages.onDidChangeDiagnostics, () => levels().length === 0, 'geen meldingen');
    });
  });

  it('met de hand: niets tot ‘Controleer nu’', async () => {
    await withSetting('controle', 'handmatig', async () => {
      const { document } = await openMarkdown('Wij doen iets [@trendstudie:bestaat-niet].\n');
      await vscode.commands.executeCommand('opgavenwijzer.controleer');
      const [finding] = await diagnosticsOf(document.uri);
      assert.equal(finding!.code, 'bron-onbekend');
    });
  });

  it('de code lens staat boven de kop, en kan uit', async () => {
    const { document } = await openMarkdown(TEXT);
    await suiteExports();
    let lenses: vscode.CodeLens[] = [];
    const ask = (): string[] => {
      void Promise.resolve(
        vscode.commands.executeCommand<vscode.CodeLens[]>('vscode.executeCodeLensProvider', document.uri, 10),
      ).then((found) => {
        lenses = found;
      });
      return lenses.flatMap(({ command }) => (command ? [command.title] : []));
    };
    await until(beat, () => ask().some((title) => title.startsWith('Ruimte en wonen: ')), 'de code lens');
    await withSetting('codeLens', false, async () => {
      await until(beat, () => !ask().some((title) => title.startsWith('Ruimte en wonen: ')), 'de code lens is uit');
    });
  });
});
