import { assert } from 'chai';
import * as vscode from 'vscode';
import { answering } from './answers';
import {
  beat,
  closeAll,
  diagnosticsOf,
  EXTENSION,
  inFront,
  inNewFolder,
  openFileOf,
  suiteExports,
  until,
} from './support';

describe('Het eerste uur', () => {
  it('begint met een voorbeeldprogramma dat meldingen geeft', async () => {
    await suiteExports();
    await vscode.commands.executeCommand('opgavenwijzer.voorbeeld');
    const isSample = (one: vscode.TextDocument) => one.isUntitled && one.getText().includes('Waterdam');
    const { document } = await inFront(isSample, 'het voorbeeld in beeld');
    assert.isNotEmpty(await diagnosticsOf(document.uri));
  });

  it('of met een opzet over de gekozen thema’s, met de zeven vragen als opmerking', async () => {
    const [asked] = await answering(
      'showQuickPick',
      (items: { label: string }[]) => items.filter(({ label }) => /wonen|Mobiliteit/i.test(label)),
      () => vscode.commands.executeCommand('opgavenwijzer.nieuwProgramma'),
    );
    assert.lengthOf(asked![0] as unknown[], 8);
    const editor = await inFront((one) => one.getText().includes('## Mobiliteit'), 'het nieuwe programma in beeld');
    const { document } = editor;
    await until(beat, () => document.getText(editor.selection) === 'Titel van uw programma', 'de titel is gekozen');
    const text = document.getText();
    assert.deepEqual(
      [...text.matchAll(/^## (.+)$/gm)].map(([, heading]) => heading),
      ['Ruimte en wonen', 'Mobiliteit'],
    );
    const questions = /<!--\n[^\n]+:\n((?:- [^\n]+\?\n)+)-->/.exec(text);
    assert.lengthOf(questions![1]!.trim().split('\n'), 7);
  });

  it('zegt in één regel waarom een opdracht nu niets kan', async () => {
    const { active } = await suiteExports();
    await closeAll();
    await until(beat, () => active.uri === undefined, 'er is geen programma meer');
    const asked = await answering(
      'showErrorMessage',
      () => undefined,
      () => vscode.commands.executeCommand('opgavenwijzer.bronInvoegen'),
    );
    assert.deepEqual(asked[0]?.[0], 'Dat lukte niet: open eerst een programma (een Markdown-bestand).');
  });

  it('zegt één keer dat een nieuwe tekst Markdown hoort te zijn, en maakt er dat van', async () => {
    await suiteExports();
    const write = async (): Promise<vscode.TextEditor> => {
      const document = await vscode.workspace.openTextDocument({ language: 'plaintext', content: '' });
      await vscode.window.showTextDocument(document);
      const editor = await inFront((one) => one === document, 'de nieuwe tekst in beeld');
      await editor.edit((edit) =>
        edit.insert(new vscode.Position(0, 0), 'Wij bouwen tot 2030 3.200 woningen in onze stad.'),
      );
      return editor;
    };
    const asked = await answering(
      'showInformationMessage',
      (_message: string, choice: string) => choice,
      async () => {
        const { document } = await write();
        await until(
          beat,
          () =>
            vscode.workspace.textDocuments.some(
              ({ uri, languageId }) => languageId === 'markdown' && uri.path === document.uri.path,
            ),
          'de tekst is Markdown',
        );
        await write();
      },
    );
    assert.lengthOf(asked, 1);
  });

  it('heeft een rondleiding van vijf stappen, waarvan elke tekst er is', async () => {
    const { packageJSON, extensionUri } = vscode.extensions.getExtension(EXTENSION)!;
    const [walkthrough] = packageJSON.contributes.walkthroughs;
    assert.lengthOf(walkthrough.steps, 5);
    for (const { media } of walkthrough.steps)
      assert.isAbove((await vscode.workspace.fs.stat(vscode.Uri.joinPath(extensionUri, media.markdown))).size, 100);
  });

  it('zegt in een lege weergave wat er te doen is, met twee knoppen', () => {
    const { viewsWelcome, views } = vscode.extensions.getExtension(EXTENSION)!.packageJSON.contributes;
    const welcomed = viewsWelcome.map(({ view }: { view: string }) => view);
    assert.deepEqual(
      welcomed,
      views.opgavenwijzer.map(({ id }: { id: string }) => id),
    );
    const buttons = [...viewsWelcome[0].contents.matchAll(/\[.+?\]\(command:(.+?)\)/g)].map(([, command]) => command);
    assert.deepEqual(buttons, ['opgavenwijzer.voorbeeld', 'opgavenwijzer.nieuwProgramma']);
  });

  it('houdt in het logboek bij wat is geladen, en wat is overgeslagen en waarom', async () => {
    const files = {
      '.opgavenwijzer.json': '{ "reikwijdte": "alles" }',
      'programma.md': '# Wonen\n\nIn onze stad is het woningtekort groot.\n',
    };
    await inNewFolder('elders', files, async (folder) => {
      const { fs } = vscode.workspace;
      await fs.writeFile(vscode.Uri.joinPath(folder, 'kapot.md'), Uint8Array.of(35, 32, 0xe9, 10));
      const { log } = await suiteExports();
      const lines: string[] = [];
      const real = { info: log.info, warn: log.warn };
      for (const level of ['info', 'warn'] as const) log[level] = (line: string) => void lines.push(line);
      try {
        await vscode.commands.executeCommand('opgavenwijzer.herstart');
        await openFileOf(vscode.Uri.joinPath(folder, 'programma.md'));
        const config = `${folder.path}/.opgavenwijzer.json:1: ‘reikwijdte’ mag ‘programma’, ‘document’ of ‘paragraaf’ zijn`;
        for (const words of ['Studie ‘trendstudie’: ', config, 'kapot.md: geen UTF-8 (byte 2)'])
          await until(beat, () => lines.some((line) => line.includes(words)), `‘${words}’ in het logboek`);
      } finally {
        Object.assign(log, real);
      }
    });
  });

  it('heeft voor elk commando van het manifest iets dat het uitvoert', async () => {
    const known = new Set(await vscode.commands.getCommands(true));
    const { commands } = vscode.extensions.getExtension(EXTENSION)!.packageJSON.contributes;
    assert.deepEqual(
      commands.map(({ command }: { command: string }) => command).filter((id: string) => !known.has(id)),
      [],
    );
  });
});
