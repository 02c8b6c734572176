import { assert } from 'chai';
import * as vscode from 'vscode';
import { offered } from './answers';
import { diagnosticsOf, hoverAt, openMarkdown, placeOf, suiteExports, untilAsked, withSetting } from './support';

/** Inserts a source at the end of a line (from 0), as the link in a hover does. */
async function cite(editor: vscode.TextEditor, line: number, key: string): Promise<void> {
  const { end } = editor.document.lineAt(line).range;
  editor.selection = new vscode.Selection(end, end);
  await vscode.commands.executeCommand('opgavenwijzer.bronInvoegen', `trendstudie:${key}`);
}

/** Codes of the findings, once there is one on the line that says it has been looked at. */
async function codesBefore(document: vscode.TextDocument): Promise<unknown[]> {
  const found = await diagnosticsOf(document.uri);
  return found.filter(({ range }) => range.start.line < document.lineCount - 2).map(({ code }) => code);
}
/** A finding that is always there, to wait for. */
const SIGN = '\n\nEn dan nog [@trendstudie:bestaat-niet].\n';

describe('Aanhalen', () => {
  before(() => suiteExports());

  it('kan in voetnoten: de noot staat één keer onderaan, en wordt opnieuw gebruikt', async () => {
    await withSetting('verwijzing', 'voetnoot', async () => {
      const editor = await openMarkdown('Wij renoveren Noord\n\nEn ook Zuid\n\nHuizen splitsen wij\n');
      await cite(editor, 0, 'wijkenaanpak');
      await cite(editor, 2, 'wijkenaanpak');
      await cite(editor, 4, 'woonruimte-zonder-bijbouwen');
      const text = editor.document.getText();
      assert.match(text, /^Wij renoveren Noord\[\^1\]\n\nEn ook Zuid\[\^1\]\n\nHuizen splitsen wij\[\^2\]\n/);
      const notes = [...text.matchAll(/^\[\^(.+)\]: (.+)$/gm)];
      assert.deepEqual(
        notes.map(([, mark]) => mark),
        ['1', '2'],
      );
      assert.match(notes[0]![2]!, /, p\. 62\. <!-- @trendstudie:wijkenaanpak -->$/);
      assert.isAbove(text.indexOf('[^1]: '), text.indexOf('Huizen splitsen wij'), 'de noten staan onder de tekst');
    });
  });

  it('kan in voetnoten met een naam', async () => {
    await withSetting('verwijzing', 'voetnoot-met-naam', async () => {
      const editor = await openMarkdown('Wij renoveren Noord\n');
      await cite(editor, 0, 'wijkenaanpak');
      assert.match(editor.document.getText(), /^Wij renoveren Noord\[\^wijkenaanpak\]\n\n\[\^wijkenaanpak\]: /);
    });
  });

  it('neemt bladzijden en paragrafen zoals men ze schrijft, en wijst aan wat er buiten valt', async () => {
    const good = ['p. 61', 'pp. 61-62', 'p. 61–62', 'blz. 62', '§ 6.2', 'par. 6.2']
      .map((locator) => `Wij splitsen [@trendstudie:woonruimte-zonder-bijbouwen, ${locator}].`)
      .join('\n');
    const { document } = await openMarkdown(`${good}${SIGN}`);
    assert.isEmpty(await codesBefore(document));
    const { document: wrong } = await openMarkdown(
      `Wij splitsen [@trendstudie:woonruimte-zonder-bijbouwen, pp. 12-13].${SIGN}`,
    );
    assert.deepEqual(await codesBefore(wrong), ['pagina-klopt-niet']);
  });

  it('kan met meer bronnen tussen één paar haken, en in de zin zelf', async () => {
    const text =
      'Zie [@trendstudie:wijkenaanpak, p. 62; @trendstudie:nieuwbouw-aanjagen] en wat @trendstudie:omscholing [p. 40] zegt.';
    const { document } = await openMarkdown(text);
    for (const id of ['wijkenaanpak', 'nieuwbouw-aanjagen', 'omscholing'])
      assert.equal(document.getText((await hoverAt(document, placeOf(document, id))).range), `trendstudie:${id}`);

    const editor = await openMarkdown('Zie [@trendstudie:wijkenaanpak, p. 62; @nieuwbouw-aan]\n');
    const at = new vscode.Position(0, editor.document.getText().indexOf(']'));
    await untilAsked(
      () =>
        vscode.commands.executeCommand<vscode.CompletionList>(
          'vscode.executeCompletionItemProvider',
          editor.document.uri,
          at,
        ),
      ({ items }) =>
        items.some(({ label }) => (typeof label === 'string' ? label : label.label) === 'Nieuwbouw aanjagen'),
      'suggesties binnen de haken',
    );
  });

  it('biedt thema’s, trends, opgaven, begrippen en cijfers aan', async () => {
    await openMarkdown('Wij renoveren Noord\n');
    const ask = () => vscode.commands.executeCommand('opgavenwijzer.bronInvoegen');
    const kinds = [...(await offered('', ask)), ...(await offered('330.000 woningen', ask))].map(
      (description) => description.split(' · ')[1],
    );
    assert.includeMembers(kinds, ['thema', 'trend', 'opgave', 'begrip', 'cijfer']);
  });
});
