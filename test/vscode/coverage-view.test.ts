import { assert } from 'chai';
import * as vscode from 'vscode';
import { answering } from './answers';
import { opgaveRows, rowOf, rowsWhen } from './coverage';
import { beat, closeAll, openFile, openMarkdown, suiteExports, until } from './support';

const HOUSING =
  '# Wonen\n\nIn onze stad is het woningtekort groter dan ooit.\n\nWij bouwen sneller [@trendstudie:nieuwbouw-aanjagen, p. 61].\n';

describe('De weergave Dekking', () => {
  it('telt eerst, en toont per thema de opgaven met hun staat en de woorden waaruit die blijkt', async () => {
    const editor = await openMarkdown(HOUSING);
    const rows = await rowsWhen((all) => rowOf(all, 'nieuwbouw-aanjagen')?.opgave?.state === 'opgepakt', 'de rijen');
    assert.match(rows[0]!.label, /^\d+ van \d+ opgaven opgepakt/);
    const { coverage } = await suiteExports();
    const taken = rowOf(rows, 'nieuwbouw-aanjagen')!;
    assert.equal(taken.label, 'Opgepakt · Nieuwbouw aanjagen');
    assert.match(taken.children[0]!.label, /^regel 5: ‘.*‘?.+’$/);
    const item = coverage.getTreeItem(taken);
    assert.equal((item.iconPath as vscode.ThemeIcon).id, 'circle-filled');
    assert.match(item.accessibilityInformation!.label, /opgepakt$/);
    assert.match(String(item.tooltip), /^Nieuwbouw aanjagen\n§ .+\nopgepakt$/);

    const missing = rowOf(rows, 'woonruimte-zonder-bijbouwen')!;
    assert.match(missing.label, /^Ontbreekt · /);
    assert.match(missing.children[0]!.description!, /^roept ‘.+’ op$/);
    const { command } = coverage.getTreeItem(missing.children[0]!);
    await vscode.commands.executeCommand(command!.command, ...command!.arguments!);
    await until(
      vscode.window.onDidChangeTextEditorSelection,
      () => vscode.window.activeTextEditor?.document === editor.document && editor.selection.start.line === 2,
      'de cursor staat bij de woorden',
    );
    assert.include(editor.document.getText(editor.selection), 'woningtekort');
  });

  it('volgt de tekst, en telt op het pictogram wat ontbreekt', async () => {
    const editor = await openMarkdown(HOUSING);
    await rowsWhen((all) => rowOf(all, 'woonruimte-zonder-bijbouwen')?.opgave?.state === 'ontbreekt', 'het ontbreekt');
    const { coverage } = await suiteExports();
    assert.isAbove(coverage.tree.badge!.value, 0);
    assert.match(coverage.tree.badge!.tooltip, /ontbreken$|ontbreekt$/);
    await editor.edit((edit) =>
      edit.insert(
        new vscode.Position(5, 0),
        '\nGrote huizen splitsen wij [@trendstudie:woonruimte-zonder-bijbouwen, p. 61].\n',
      ),
    );
    await rowsWhen((all) => rowOf(all, 'woonruimte-zonder-bijbouwen')?.opgave?.state === 'opgepakt', 'het is opgepakt');
  });

  it('toont alleen de gekozen staten', async () => {
    await openMarkdown(HOUSING);
    await rowsWhen((all) => rowOf(all, 'nieuwbouw-aanjagen')?.opgave?.state === 'opgepakt', 'de rijen');
    await answering(
      'showQuickPick',
      (items: { state: string }[]) => items.filter(({ state }) => state === 'ontbreekt'),
      () => vscode.commands.executeCommand('opgavenwijzer.dekkingFilteren'),
    );
    const { coverage } = await suiteExports();
    const states = new Set(opgaveRows(coverage.getChildren()).map(({ opgave }) => opgave!.state));
    assert.deepEqual([...states], ['ontbreekt']);
    await vscode.commands.executeCommand('opgavenwijzer.dekkingAlles');
    assert.isAbove(opgaveRows(coverage.getChildren()).length, 30);
  });

  it('gaat over het hele programma, of over één document', async () => {
    await openFile('waterdam/programma.md');
    const { coverage } = await suiteExports();
    const name = 'waterdam';
    await rowsWhen(() => coverage.tree.description === name, 'het programma');
    await vscode.commands.executeCommand('opgavenwijzer.dekkingDocument');
    await until(
      coverage.onDidChangeTreeData,
      () => coverage.tree.description === 'programma.md',
      'alleen het document',
    );
    await vscode.commands.executeCommand('opgavenwijzer.dekkingProgramma');
    await until(coverage.onDidChangeTreeData, () => coverage.tree.description === name, 'het programma weer');
  });

  it('is leeg zonder programma, zodat VS Code het welkom toont', async () => {
    const { coverage, active } = await suiteExports();
    await closeAll();
    await until(beat, () => active.uri === undefined, 'er is geen programma meer');
    await coverage.refresh();
    assert.isEmpty(coverage.getChildren());
    assert.isUndefined(coverage.tree.badge);
  });
});
