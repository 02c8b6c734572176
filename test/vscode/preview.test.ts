import { assert } from 'chai';
import * as vscode from 'vscode';
import { besideBuiltIn, EXTENSION, extensionReady } from './support';

const TEXT = 'Wij renoveren Noord [@trendstudie:wijkenaanpak, p. 62].\n';

describe('De voorvertoning', () => {
  it('maakt van een verwijzing een leesbare, met een bronnenlijst', async () => {
    await extensionReady();
    // The text, not the document: a document cannot go from one extension host to another.
    const html = await vscode.commands.executeCommand<string>('markdown.api.render', TEXT);
    if (!besideBuiltIn('vscode.markdown-language-features')) {
      // VS Code's preview loads plugins of its own extension host only; here it runs in the other. On vscode.dev both
      // are in the web host. So what is asserted here is that the text stays as it was written.
      assert.include(html, '[@trendstudie:wijkenaanpak, p. 62]');
      return;
    }
    assert.match(html, /title="Wijkenaanpak nieuwe stijl \(§ 6\.2, p\. [\d–]+\)">Platform31 2021, p\. 62<\/a>/);
    assert.include(html, '<h2>Bronnen</h2>');
  });

  it('wordt door deze extensie zelf in beide hosts gegeven', async () => {
    const { exports } = vscode.extensions.getExtension(EXTENSION)!;
    assert.isFunction(exports.extendMarkdownIt);
  });
});
