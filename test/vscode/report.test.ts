import { assert } from 'chai';
import * as vscode from 'vscode';
import { withLinks } from '../../client/src/views/rendered-panel';
import { answering } from './answers';
import { beat, inFront, openFile, suiteExports, until } from './support';

const folder = (): vscode.Uri => vscode.workspace.workspaceFolders![0]!.uri;
const read = async (uri: vscode.Uri): Promise<string> =>
  new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));

const isOpen = (title: string): boolean =>
  vscode.window.tabGroups.all.some(({ tabs }) =>
    tabs.some(({ label, input }) => label === title && input instanceof vscode.TabInputWebview),
  );

/** Saves the report in sight under a name. */
async function saveAs(name: string): Promise<vscode.Uri> {
  const target = vscode.Uri.joinPath(folder(), name);
  const asked = await answering(
    'showSaveDialog',
    () => target,
    () => vscode.commands.executeCommand('opgavenwijzer.opslaanVerslag'),
  );
  assert.lengthOf(asked, 1, 'er is gevraagd waar het verslag komt');
  return target;
}

describe('Rondsturen', () => {
  beforeEach(async () => {
    await suiteExports();
    await vscode.commands.executeCommand('workbench.action.closeEditorsInGroup');
    await openFile('waterdam/programma.md');
  });

  it('toont het dekkingsverslag, en bewaart het als HTML, Markdown en CSV', async () => {
    await vscode.commands.executeCommand('opgavenwijzer.verslag');
    await until(beat, () => isOpen('Dekkingsverslag'), 'het verslag staat open');
    const html = await read(await saveAs('verslag.html'));
    assert.match(html, /^<!doctype html>/i);
    assert.include(html, '<svg');
    assert.notMatch(html, /<script|https?:\/\/[^"']+\.(?:js|css)/);
    assert.match(await read(await saveAs('verslag.md')), /^# /m);
    assert.include(await read(await saveAs('verslag.csv')), 'Nieuwbouw aanjagen');
    const left = await vscode.workspace.fs.readDirectory(folder());
    assert.isEmpty(left.filter(([name]) => name.endsWith('.tmp')));
  });

  it('zegt wat er veranderde sinds een verslag dat men kiest', async () => {
    await vscode.commands.executeCommand('opgavenwijzer.verslag');
    const earlier = await saveAs('eerder.html');
    await vscode.commands.executeCommand('workbench.action.closeEditorsInGroup');
    await openFile('waterdam/programma.md');
    await answering(
      'showOpenDialog',
      () => [earlier],
      () => vscode.commands.executeCommand('opgavenwijzer.verslagSinds'),
    );
    await until(beat, () => isOpen('Dekkingsverslag'), 'het verslag staat open');
    assert.match(await read(await saveAs('later.html')), /Sinds \d+ \S+ \d{4}: niets veranderd/);
    await vscode.workspace.fs.delete(earlier);
  });

  it('gaat van het verslag naar de woorden in de tekst', async () => {
    const target = vscode.Uri.joinPath(folder(), 'waterdam/programma.md');
    const html = withLinks({
      fileName: '',
      content: '<a href="programma.md#L18">',
      folder: target.toString().replace('/programma.md', ''),
    });
    const [, argument] = /^<a href="command:opgavenwijzer\.openPlaats\?([^"]+)">$/.exec(html)!;
    await vscode.commands.executeCommand('opgavenwijzer.openPlaats', ...JSON.parse(decodeURIComponent(argument!)));
    const editor = await inFront(({ uri }) => uri.toString() === target.toString(), 'het programma in beeld');
    await until(beat, () => editor.selection.start.line === 17, 'de cursor staat bij de woorden');
  });

  it('schrijft niets als de schrijver terugkomt op het opslaan', async () => {
    await vscode.commands.executeCommand('opgavenwijzer.verslag');
    const before = (await vscode.workspace.fs.readDirectory(folder())).length;
    await answering(
      'showSaveDialog',
      () => undefined,
      () => vscode.commands.executeCommand('opgavenwijzer.opslaanVerslag'),
    );
    assert.equal((await vscode.workspace.fs.readDirectory(folder())).length, before);
  });

  it('vergelijkt programma’s', async () => {
    const other = vscode.Uri.joinPath(folder(), 'ander.md');
    await vscode.workspace.fs.writeFile(
      other,
      new TextEncoder().encode('# Ander\n\nWij bouwen [@trendstudie:nieuwbouw-aanjagen].\n'),
    );
    await answering(
      'showQuickPick',
      (items: { uri?: vscode.Uri }[]) =>
        items.filter(({ uri }) => /\/programma\.md$|\/ander\.md$/.test(uri?.path ?? '')),
      () => vscode.commands.executeCommand('opgavenwijzer.vergelijk'),
    );
    await until(beat, () => isOpen('Vergelijking van programma’s'), 'de vergelijking staat open');
    assert.match(await read(await saveAs('vergelijking.csv')), /ander/i);
    assert.match(await read(await saveAs('vergelijking.md')), /^\| Nieuwbouw aanjagen \| ● \| ● \|/m);
    assert.match(await read(await saveAs('vergelijking.html')), /^<!doctype html>/i);
    await vscode.workspace.fs.delete(other);
  });

  it('exporteert de bibliografie, van wat is aangehaald of van de hele studie', async () => {
    const exported = async (label: RegExp, name = 'bronnen.json'): Promise<string> => {
      const target = vscode.Uri.joinPath(folder(), name);
      await answering(
        'showQuickPick',
        (items: { label: string }[]) => items.find((item) => label.test(item.label)),
        async () => {
          await answering(
            'showSaveDialog',
            () => target,
            () => vscode.commands.executeCommand('opgavenwijzer.bibliografie'),
          );
        },
      );
      return read(target);
    };
    const cited: { id: string }[] = JSON.parse(await exported(/^CSL JSON, wat/));
    assert.include(cited.map(({ id }) => id).join(' '), 'nieuwbouw-aanjagen');
    await openFile('waterdam/programma.md');
    assert.isAbove(JSON.parse(await exported(/^CSL JSON, de hele/)).length, cited.length);
    await openFile('waterdam/programma.md');
    assert.match(await exported(/^BibTeX, wat/, 'bronnen.bib'), /^@\w+\{trendstudie:nieuwbouw-aanjagen,/m);
  });
});
