import { assert } from 'chai';
import * as vscode from 'vscode';
import { hoverAt, openMarkdown, placeOf } from './support';

describe('Uitleg bij een woord', () => {
  it('zegt wat de studie over een trend zegt, bij precies die woorden', async () => {
    const { document } = await openMarkdown('# Wonen\n\nIn onze stad is het woningtekort groter dan ooit.\n');
    const { text, range } = await hoverAt(document, placeOf(document, 'woningtekort'));
    assert.include(text, '§ 6.1');
    assert.include(text, 'Nieuwbouw aanjagen — ');
    assert.equal(document.getText(range), 'woningtekort');
  });

  it('zegt bij een verwijzing wat er staat', async () => {
    const { document } = await openMarkdown('Wij benutten woningen beter [@trendstudie:wijkenaanpak, p. 62].\n');
    const { text, range } = await hoverAt(document, placeOf(document, 'wijkenaanpak'));
    assert.include(text, 'Wijkenaanpak');
    assert.equal(document.getText(range), 'trendstudie:wijkenaanpak');
  });

  it('zwijgt bij gewone woorden', async () => {
    const { document } = await openMarkdown(
      'Het zonnetje scheen op de stoep.\n\nIn onze stad is het woningtekort groot.\n',
    );
    // The second paragraph answers, so the server is at work: only then does silence mean something.
    await hoverAt(document, placeOf(document, 'woningtekort'));
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
      'vscode.executeHoverProvider',
      document.uri,
      placeOf(document, 'zonnetje'),
    );
    assert.isEmpty(hovers);
  });
});
