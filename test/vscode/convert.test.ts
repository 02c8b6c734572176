import { assert } from 'chai';
import * as vscode from 'vscode';
import { withLinks } from '../../client/src/views/rendered-panel';
import botweg from '../fixtures/bronnen/botweg.pdf';
import pamflet from '../fixtures/bronnen/pamflet.docx';
import { answering } from './answers';
import { beat, inFront, inNewFolder, suiteExports, until } from './support';

const { fs } = vscode.workspace;
const BROKEN = new TextEncoder().encode('PK\x03\x04 half');
const SOURCES = { 'pamflet.docx': pamflet, 'botweg.pdf': botweg, 'kapot.docx': BROKEN };

const read = async (uri: vscode.Uri): Promise<string> => new TextDecoder().decode(await fs.readFile(uri));
const convert = (...files: vscode.Uri[]): Thenable<unknown> =>
  vscode.commands.executeCommand('opgavenwijzer.omzetten', files[0], files);

/** A folder with the sources, for as long as `during` takes; what is said meanwhile, in the order of the kinds. */
async function amongSources(
  during: (at: (name: string) => vscode.Uri) => Promise<void>,
): Promise<{ errors: unknown[]; remarks: unknown[] }> {
  await suiteExports();
  let errors: unknown[][] = [];
  const remarks = await answering(
    'showInformationMessage',
    () => undefined,
    async () => {
      errors = await answering(
        'showErrorMessage',
        () => undefined,
        () =>
          inNewFolder('elders', {}, async (folder) => {
            const at = (name: string) => vscode.Uri.joinPath(folder, name);
            for (const [name, bytes] of Object.entries(SOURCES)) await fs.writeFile(at(name), bytes);
            await during(at);
          }),
      );
    },
  );
  return { errors: errors.map(([message]) => message), remarks: remarks.map(([message]) => message) };
}

describe('Omzetten naar Markdown', () => {
  it('opent een Word-bestand als Markdown dat nog niet is bewaard, en bewaart het ernaast', async () => {
    const { errors, remarks } = await amongSources(async (at) => {
      await convert(at('pamflet.docx'));
      const { document } = await inFront(({ uri }) => uri.path === at('pamflet.md').path, 'wat ervan werd');
      assert.equal(document.uri.scheme, 'untitled');
      assert.equal(document.languageId, 'markdown');
      assert.isTrue(document.isDirty);
      assert.include(document.getText(), '## Wat we zagen\n\nOnze ouders bouwden deze stad weer op.');
      await vscode.commands.executeCommand('workbench.action.files.save');
      assert.include(await read(at('pamflet.md')), '## Wat we zagen');
      assert.deepEqual(await fs.readFile(at('pamflet.docx')), pamflet);
    });
    assert.deepEqual(remarks, ['3 opmerkingen in de kantlijn zijn weggelaten.']);
    assert.isEmpty(errors);
  });

  it('zet bestanden om die samen zijn gekozen; een dat niet te lezen is, houdt de rest niet op', async () => {
    const { errors, remarks } = await amongSources(async (at) => {
      await convert(at('kapot.docx'), at('botweg.pdf'), at('pamflet.docx'));
      const opened = vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs.map(({ label }) => label));
      assert.includeMembers(opened, ['botweg.md', 'pamflet.md']);
      const text = vscode.workspace.textDocuments.find(({ uri }) => uri.path === at('botweg.md').path)!.getText();
      assert.include(text, '### Hoe het ervoor staat\n\nMijn zoon is 29');
    });
    assert.deepEqual(remarks, ['pamflet.docx: 3 opmerkingen in de kantlijn zijn weggelaten.']);
    assert.lengthOf(errors, 1);
    assert.match(String(errors[0]), /^kapot\.docx: Het bestand is beschadigd\./);
  });

  it('laat staan wat er al onder die naam is, bewaard of niet', async () => {
    await amongSources(async (at) => {
      await fs.writeFile(at('pamflet.md'), new TextEncoder().encode('Van mij.\n'));
      const opens = async (name: string): Promise<vscode.TextEditor> => {
        await convert(at('pamflet.docx'));
        return inFront(({ uri }) => uri.path === at(name).path, name);
      };
      const tabs = () => vscode.window.tabGroups.all.flatMap((group) => group.tabs).length;
      await opens('pamflet 2.md');
      const before = tabs();
      const same = await opens('pamflet 2.md');
      assert.equal(tabs(), before, 'hetzelfde, en niet nog eens');
      await same.edit((edit) => edit.insert(new vscode.Position(0, 0), 'Van mij. '));
      await opens('pamflet 3.md');
      assert.equal(await read(at('pamflet.md')), 'Van mij.\n');
    });
  });

  it('vraagt om een bestand wie er geen aanwijst', async () => {
    await amongSources(async (at) => {
      await answering(
        'showOpenDialog',
        () => [at('botweg.pdf')],
        () => vscode.commands.executeCommand('opgavenwijzer.omzetten'),
      );
      await inFront(({ uri }) => uri.path === at('botweg.md').path, 'botweg.md');
      await answering(
        'showOpenDialog',
        () => undefined,
        () => vscode.commands.executeCommand('opgavenwijzer.omzetten'),
      );
      assert.equal(vscode.window.activeTextEditor!.document.uri.path, at('botweg.md').path);
    });
  });
});

describe('Programma’s vergelijken die geen Markdown zijn', () => {
  it('kiest ze uit de lijst, en gaat naar de bladzijde van de pdf', async () => {
    let unread: unknown[][] = [];
    await amongSources(async (at) => {
      unread = await answering(
        'showWarningMessage',
        () => undefined,
        async () => {
          await answering(
            'showQuickPick',
            (items: { uri?: vscode.Uri }[]) => items.filter(({ uri }) => uri?.path.startsWith(at('').path)),
            () => vscode.commands.executeCommand('opgavenwijzer.vergelijk'),
          );
        },
      );
      const saved = at('vergelijking.html');
      await answering(
        'showSaveDialog',
        () => saved,
        () => vscode.commands.executeCommand('opgavenwijzer.opslaanVerslag'),
      );
      const content = await read(saved);
      assert.include(content, 'href="pamflet.docx"');
      const link = /href="botweg\.pdf#page=2"/.exec(content)?.[0];
      assert.isDefined(link);
      const [, argument] = /command:opgavenwijzer\.openPlaats\?([^"]+)/.exec(
        withLinks({ fileName: '', content: `<a ${link}>`, folder: at('').toString() }),
      )!;
      const [address, line] = JSON.parse(decodeURIComponent(argument!));
      assert.equal(vscode.Uri.parse(address).fragment, 'page=2');
      await vscode.commands.executeCommand('opgavenwijzer.openPlaats', address, line);
      await until(
        beat,
        () => vscode.window.tabGroups.all.some(({ tabs }) => tabs.some(({ label }) => label === 'botweg.pdf')),
        'de pdf staat open',
      );
    });
    assert.lengthOf(unread, 1);
    assert.match(String(unread[0]![0]), /^Niet meegenomen: kapot\.docx: Het bestand is beschadigd\./);
  });
});
