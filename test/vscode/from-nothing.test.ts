import { assert } from 'chai';
import * as vscode from 'vscode';
import { answering } from './answers';
import { rowOf, rowsWhen } from './coverage';
import { applyFix, beat, EXTENSION, fixesFor, inFront, inNewFolder, openFileOf, suiteExports, until } from './support';

const isOpen = (title: RegExp): boolean =>
  vscode.window.tabGroups.all.some(({ tabs }) => tabs.some(({ label }) => title.test(label)));

describe('Van een lege map naar een programma met een verslag', () => {
  it('langs de stappen van de rondleiding', async () => {
    await suiteExports();
    await inNewFolder('elders', {}, async (folder) => {
      const { fs } = vscode.workspace;
      await fs.createDirectory(folder);
      // 1. The walkthrough, and from it a new programme.
      await vscode.commands.executeCommand('workbench.action.openWalkthrough', `${EXTENSION}#eersteUur`, false);
      await until(beat, () => isOpen(/Schrijven met de trendstudie|Welcome|Walkthrough/), 'de rondleiding staat open');
      await answering(
        'showQuickPick',
        (items: { label: string }[]) => items.filter(({ label }) => label === 'Ruimte en wonen'),
        () => vscode.commands.executeCommand('opgavenwijzer.nieuwProgramma'),
      );
      const isNew = (one: vscode.TextDocument) => one.isUntitled && one.getText().includes('## Ruimte en wonen');
      const { document: skeleton } = await inFront(isNew, 'het nieuwe programma in beeld');
      const file = vscode.Uri.joinPath(folder, 'programma.md');
      await fs.writeFile(file, new TextEncoder().encode(skeleton.getText()));

      // 2. Writing, until there is something to say.
      const editor = await openFileOf(file);
      const { document } = editor;
      const heading = document.getText().indexOf('## Ruimte en wonen') + '## Ruimte en wonen'.length;
      await editor.edit((edit) =>
        edit.insert(document.positionAt(heading), '\n\nIn onze stad is het woningtekort groter dan ooit.'),
      );
      // The heading by itself has a finding already: what is left of its theme.
      const finding = await until(
        vscode.languages.onDidChangeDiagnostics,
        () => vscode.languages.getDiagnostics(file).find(({ code }) => code === 'opgave-ontbreekt'),
        'de melding bij het woningtekort',
      );
      assert.equal(document.getText(finding.range), 'woningtekort');

      // 3. A quick fix takes the opgave up, with its source.
      const fixes = await fixesFor(document, 'opgave-ontbreekt');
      await answering(
        'showQuickPick',
        (items: readonly vscode.QuickPickItem[]) => items[0],
        () => applyFix(fixes, /^Opgave oppakken/),
      );
      const id = /\[@trendstudie:([a-z-]+), p\. \d+\]/.exec(document.getText())![1]!;
      // It counts once the blanks are filled in.
      await fillIn(editor, 'Wat gaat u doen, voor wie, en wanneer?', 'Wij bouwen 500 woningen, te beginnen in 2027.');
      await fillIn(editor, ', omdat …', ', omdat dat snel kan.');
      await until(
        vscode.languages.onDidChangeDiagnostics,
        () => vscode.languages.getDiagnostics(file).every(({ message }) => message !== finding.message),
        'de melding noemt haar niet meer',
      );

      // 4. The coverage shows it.
      const rows = await rowsWhen((all) => rowOf(all, id)?.opgave?.state === 'opgepakt', 'de opgave is opgepakt');
      assert.match(rows[0]!.label, /^[1-9]\d* van \d+ opgaven opgepakt/);
      await document.save();

      // 5. The report, saved beside the programme.
      await vscode.commands.executeCommand('opgavenwijzer.verslag');
      await until(beat, () => isOpen(/^Dekkingsverslag$/), 'het verslag staat open');
      const target = vscode.Uri.joinPath(folder, 'verslag.html');
      await answering(
        'showSaveDialog',
        ({ defaultUri }: vscode.SaveDialogOptions) => {
          assert.equal(defaultUri?.path, vscode.Uri.joinPath(folder, 'programma-dekking.html').path);
          return target;
        },
        () => vscode.commands.executeCommand('opgavenwijzer.opslaanVerslag'),
      );
      const report = new TextDecoder().decode(await fs.readFile(target));
      assert.include(report, '<svg');
      assert.match(report, /href="programma\.md/);
    });
  });
});

/** Puts a writer's words in the place of a blank, where there is one. */
async function fillIn(editor: vscode.TextEditor, blank: string, words: string): Promise<void> {
  const { document } = editor;
  const at = document.getText().indexOf(blank);
  if (at < 0) return;
  const range = new vscode.Range(document.positionAt(at), document.positionAt(at + blank.length));
  assert.isTrue(await editor.edit((edit) => edit.replace(range, words)));
}
