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

  it('noemt de woorden en hun gewicht, in een venster in de tekst', async () => {
    const editor = await openMarkdown('# Wonen\n\nIn onze stad is het woningtekort groter dan ooit.\n');
    const text = await asked(editor, new vscode.Position(2, 20), 'Genoemd: Een tekort aan ruimte en wonen');
    assert.match(text, /^- ‘woningtekort’ \((sterk|zwak)/m);
    assert.match(text, /^- .*uitgangspunt −\d,\d\d/m);
    assert.match(text, /^## Genoemd: .+ \(trend\)$/m);
    assert.deepEqual([editor.selection.active.line, editor.selection.active.character], [2, 20]);
  });

  it('zegt ook wat net niet genoeg was', async () => {
    const editor = await openFile('waterdam/programma.md');
    const doubtful = await opgavenWhen(
      (found) =>
        found.find(
          ({ state, evidence }) => state === 'mogelijk' && evidence[0]?.uri === editor.document.uri.toString(),
        ),
      'een opgave die mogelijk is opgepakt',
    );
    const { start } = doubtful.evidence[0]!.range;
    const text = await asked(editor, new vscode.Position(start.line, start.character), 'zeker pas vanaf');
    // What it says of the opgave there, it does in doubt.
    assert.match(text, new RegExp(`^## (?:Mogelijk opgepakt|Alleen genoemd): ${doubtful.title} \\(opgave; 0,`, 'm'));
    assert.match(text, /zeker pas vanaf 0,\d\d\)/);
  });

  it('zegt het als een alinea niets noemt, en als er geen alinea staat', async () => {
    const editor = await openMarkdown(
      '# Feest\n\nGisteren kwam de kat van de buren langs.\n\n\n\nThe town is growing.\n',
    );
    await asked(editor, new vscode.Position(2, 5), 'niets uit de studie herkend');
    await vscode.commands.executeCommand('closeReferenceSearch');
  });
});
