import { assert } from 'chai';
import * as vscode from 'vscode';
import type { Board, BoardOpgave } from '../../client/src/views/board';
import { beat, besideBuiltIn, openFile, openMarkdown, suiteExports, until } from './support';

const HOUSING =
  '# Wonen\n\nIn onze stad is het woningtekort groter dan ooit. Dat merkt iedereen.\n\nWij bouwen sneller [@trendstudie:nieuwbouw-aanjagen, p. 61].\n';

/** The board in sight, with what its page was told once that satisfies `test`. */
async function boardWhen(test: (board: Board) => boolean, what: string): Promise<Board> {
  const { board } = await suiteExports();
  let shown: Board | null = null;
  const listener = board.onDidPost((news) => {
    shown = news.board;
  });
  await vscode.commands.executeCommand('opgavenwijzer.dekkingsbord');
  await board.fulfil({ wish: 'board' });
  try {
    return await until(beat, () => (shown && test(shown) ? shown : undefined), what);
  } finally {
    listener.dispose();
  }
}

const find = ({ themes }: Board, id: string): BoardOpgave | undefined =>
  themes.flatMap(({ opgaven }) => opgaven).find((opgave) => opgave.id === id);

describe('Het dekkingsbord', () => {
  it('opent naast de tekst, en zijn pagina vraagt zelf om de dekking', async () => {
    await openMarkdown(HOUSING);
    const { board } = await suiteExports();
    const asked = new Promise<Board | null>((done) => {
      const listener = board.onDidPost((news) => {
        listener.dispose();
        done(news.board);
      });
    });
    await vscode.commands.executeCommand('opgavenwijzer.dekkingsbord');
    assert.isNotNull(await asked);
    const isBoard = ({ label, input }: vscode.Tab): boolean =>
      label === 'Dekking' && input instanceof vscode.TabInputWebview;
    const { viewColumn } = await until(
      beat,
      () => vscode.window.tabGroups.all.find(({ tabs }) => tabs.some(isBoard)),
      'het bord heeft een tabblad',
    );
    assert.isAbove(viewColumn, 1);
  });

  it('toont per opgave de staat als teken en woord, en de hele zin', async () => {
    await openMarkdown(HOUSING);
    const board = await boardWhen((all) => find(all, 'nieuwbouw-aanjagen')?.state === 'opgepakt', 'de opgave');
    const taken = find(board, 'nieuwbouw-aanjagen')!;
    assert.include(taken, { sign: '●', stateName: 'opgepakt' });
    assert.include(taken.place, { where: 'regel 5', sentence: 'Wij bouwen sneller.' });
    const missing = find(board, 'woonruimte-zonder-bijbouwen')!;
    assert.include(missing, { sign: '○', stateName: 'ontbreekt' });
    assert.equal(missing.place!.sentence, 'In onze stad is het woningtekort groter dan ooit.');
    assert.include(missing.actions.map(({ label }) => label).join(), 'bewust niet');
    const commands = await vscode.commands.getCommands(true);
    for (const { command } of missing.actions) assert.include(commands, command);
  });

  it('gaat naar de plaats in de tekst', async () => {
    const editor = await openMarkdown(HOUSING);
    await boardWhen((all) => find(all, 'woonruimte-zonder-bijbouwen')?.state === 'ontbreekt', 'de opgave');
    const { board } = await suiteExports();
    await board.fulfil({ wish: 'open', opgave: 'woonruimte-zonder-bijbouwen', stay: false });
    await until(
      beat,
      () => {
        const { activeTextEditor } = vscode.window;
        return activeTextEditor?.document === editor.document && activeTextEditor.selection.start.line === 2;
      },
      'de cursor staat bij de woorden',
    );
  });

  it('volgt de tekst terwijl men schrijft', async () => {
    const editor = await openMarkdown(HOUSING);
    await boardWhen((all) => find(all, 'woonruimte-zonder-bijbouwen')?.state === 'ontbreekt', 'het ontbreekt');
    const { board } = await suiteExports();
    const followed = new Promise<void>((done) => {
      const listener = board.onDidPost(({ board: news }) => {
        if (!news || find(news, 'woonruimte-zonder-bijbouwen')?.state !== 'opgepakt') return;
        listener.dispose();
        done();
      });
    });
    const edit = new vscode.WorkspaceEdit();
    const text = '\nGrote huizen splitsen wij [@trendstudie:woonruimte-zonder-bijbouwen, p. 61].\n';
    edit.insert(editor.document.uri, new vscode.Position(5, 0), text);
    await vscode.workspace.applyEdit(edit);
    await followed;
  });

  it('doet wat men aanklikt: de opgave telt niet', async () => {
    const editor = await openMarkdown('# Wonen\n\nWij bouwen tot 2030 3.200 woningen.\n');
    await boardWhen((all) => find(all, 'nieuwbouw-aanjagen')?.state === 'opgepakt', 'de opgave');
    const { board } = await suiteExports();
    await board.fulfil({ wish: 'run', opgave: 'nieuwbouw-aanjagen', command: 'opgavenwijzer.teltNiet' });
    await boardWhen((all) => find(all, 'nieuwbouw-aanjagen')?.state !== 'opgepakt', 'zij telt niet meer');
    assert.include(editor.document.getText(), 'nieuwbouw-aanjagen');
  });

  it('blijft staan als een voorbeeldweergave de plaats van de tekst inneemt', async () => {
    if (!besideBuiltIn('vscode.markdown-language-features')) return;
    await openFile('waterdam/programma.md');
    const { active, coverage } = await suiteExports();
    await vscode.commands.executeCommand('opgavenwijzer.toonDekking');
    const uri = await until(beat, () => active.uri?.toString(), 'er is een programma');
    await vscode.commands.executeCommand('markdown.showPreview');
    await until(
      beat,
      () => !(vscode.window.tabGroups.activeTabGroup.activeTab?.input instanceof vscode.TabInputText),
      'de voorbeeldweergave staat open',
    );
    const texts = () =>
      vscode.window.tabGroups.all
        .flatMap(({ tabs }) => tabs)
        .filter(({ input }) => input instanceof vscode.TabInputText);
    await vscode.window.tabGroups.close(texts());
    await until(beat, () => texts().length === 0, 'de tekst heeft geen tabblad meer');
    assert.equal(active.uri?.toString(), uri);
    // VS Code lets the text go a moment later, and it is opened again: between the two there is nothing to show.
    await coverage.refresh();
    await until(coverage.onDidChangeTreeData, () => coverage.getChildren().length > 0, 'de dekking is er nog');
  });
});
