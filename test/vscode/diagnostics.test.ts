import { assert } from 'chai';
import * as vscode from 'vscode';
import { diagnosticsOf, openMarkdown, until } from './support';

describe('Meldingen', () => {
  it('komen terwijl men typt en gaan weg als de opgave is opgepakt', async () => {
    const editor = await openMarkdown('# Wonen\n\n');
    const { document } = editor;
    await editor.edit((edit) =>
      edit.insert(new vscode.Position(2, 0), 'In onze stad is het woningtekort groter dan ooit.\n'),
    );
    const found = await diagnosticsOf(document.uri);
    const missing = found.filter(({ code }) => code === 'opgave-ontbreekt');
    assert.lengthOf(missing, 1);
    assert.equal(document.getText(missing[0]!.range), 'woningtekort');
    assert.match(
      missing[0]!.message,
      /^Woningtekort: wel genoemd, nog niet opgepakt: ‘.+’ \(p\. .+\) en ‘.+’ \(p\. .+\)\.$/,
    );
    assert.isEmpty(missing[0]!.relatedInformation ?? []);

    const named = missing.find(({ message }) => message.includes('Nieuwbouw aanjagen'));
    assert.isDefined(named, missing.map(({ message }) => message).join('\n'));
    const end = new vscode.Position(document.lineCount, 0);
    await editor.edit((edit) => edit.insert(end, '\nWij bouwen sneller [@trendstudie:nieuwbouw-aanjagen, p. 61].\n'));
    await until(
      vscode.languages.onDidChangeDiagnostics,
      () =>
        !vscode.languages.getDiagnostics(document.uri).some(({ message }) => message.includes('Nieuwbouw aanjagen')),
      'de melding is weg',
    );
  });

  it('wijzen een onbekende bron aan', async () => {
    const { document } = await openMarkdown('Wij renoveren Noord [@trendstudie:wijkenaanpk, p. 62].\n');
    const [finding] = await diagnosticsOf(document.uri);
    assert.equal(finding!.code, 'bron-onbekend');
    assert.equal(document.getText(finding!.range), 'trendstudie:wijkenaanpk');
    assert.include(finding!.message, 'Bedoelt u ‘wijkenaanpak’?');
  });

  it('blijven weg bij een Engelse tekst en in een codeblok', async () => {
    const { document } = await openMarkdown(
      'The housing shortage is larger than ever and the people of the town have to wait for years.\n\n```\nwoningtekort\n```\n\n[@trendstudie:bestaat-niet]\n',
    );
    const found = await diagnosticsOf(document.uri);
    assert.deepEqual(
      found.map(({ code }) => code),
      ['bron-onbekend'],
    );
  });
});
