import { assert } from 'chai';
import * as vscode from 'vscode';
import { beat, EXTENSION, openMarkdown, until } from './support';

describe('De extensie', () => {
  it('is er', () => {
    assert.isDefined(vscode.extensions.getExtension(EXTENSION), `${EXTENSION} is niet geladen`);
  });

  it('wordt actief bij een Markdown-bestand', async () => {
    await openMarkdown('# Verkiezingsprogramma\n');
    const extension = vscode.extensions.getExtension(EXTENSION);
    // Opening the document is what must activate it, so nothing here calls `activate()` before it is active;
    // VS Code has no event for activation, so the state is looked at on every turn of a short beat.
    await until(beat, () => extension?.isActive, 'de extensie wordt actief');
    assert.isTrue(extension?.isActive);
  });
});
