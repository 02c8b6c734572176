import { assert } from 'chai';
import * as vscode from 'vscode';
import { opgavenWhen } from './coverage';
import { beat, openFile, openMarkdown, until } from './support';

/** Asks at a place, and gives the page that opens once it says `expected`. */
async function asked(editor: vscode.TextEditor, at: vscode.Position, expected: string): Promise<string> {
  editor.selection = new vscode.Selection(at, at);
  await vscode.commands.executeCommand('opgavenwijzer.waaromTeltDit');
  return until(
    beat,
    () =>
      vscode.workspace.textDocuments
        .find(({ uri, isClosed }) => !isClosed && uri.path.endsWith('waarom-telt-dit.md'))
        ?.getText()
        .match(new RegExp(`^[\\s\\S]*${expected}[\\s\\S]*$`))?.[0],
    `de uitleg zegt ‘${expected}’`,
  );
}

describe('‘Waarom telt dit?’', () => {
  afterEach(() => vscode.commands.executeCommand('closeReferenceSearch'));

  it('zegt in gewone woorden wat er gezien is, met de cijfers een klik verder', async () => {
    const editor = await openMarkdown('# Wonen\n\nIn onze stad is het woningtekort groter dan ooit.\n');
    const text = await asked(editor, new vscode.Position(2, 20), 'Genoemd: Een tekort aan ruimte en wonen');
    assert.match(text, /^‘woningtekort’ wijst op dit thema\.$/m);
    assert.match(text, /^Genoemd: .+ \(trend\)$/m);
    assert.notMatch(text, /^#|\d,\d\d/m);
    const figures = vscode.Uri.parse('opgavenwijzer-studie:/zo-gewogen.md');
    const read = (await vscode.workspace.openTextDocument(figures)).getText();
    assert.match(read, /^- ‘woningtekort’ \((sterk|zwak)/m);
    assert.match(read, /^- .*uitgangspunt −\d,\d\d/m);
    assert.deepEqual([editor.selection.active.line, editor.selection.active.character], [2, 20]);
  });

  it('zegt hetzelfde als de dekking: wat mogelijk is, heet niet opgepakt', async () => {
    const editor = await openFile('waterdam/programma.md');
    const doubtful = await opgavenWhen(
      (found) =>
        found.find(
          ({ state, evidence }) => state === 'mogelijk' && evidence[0]?.uri === editor.document.uri.toString(),
        ),
      'een opgave die mogelijk is opgepakt',
    );
    const { start } = doubtful.evidence[0]!.range;
    const text = await asked(editor, new vscode.Position(start.line, start.character), doubtful.title);
    assert.match(text, new RegExp(`^Mogelijk opgepakt: ${doubtful.title} `, 'm'));
  });

  it('zegt het als een alinea niets noemt, en als er geen alinea staat', async () => {
    const editor = await openMarkdown(
      '# Feest\n\nGisteren kwam de kat van de buren langs.\n\n\n\nThe town is growing.\n',
    );
    await asked(editor, new vscode.Position(2, 5), 'niets uit de studie herkend');
    await vscode.commands.executeCommand('closeReferenceSearch');
  });
});
