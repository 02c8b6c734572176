import { assert } from 'chai';
import * as vscode from 'vscode';
import { answering } from './answers';
import { diagnosticsOf, EXTENSION, suiteExports } from './support';

const active = (): vscode.TextDocument => vscode.window.activeTextEditor!.document;

describe('Het eerste uur', () => {
  it('begint met een voorbeeldprogramma dat meldingen geeft', async () => {
    await suiteExports();
    await vscode.commands.executeCommand('opgavenwijzer.voorbeeld');
    assert.isTrue(active().isUntitled);
    assert.include(active().getText(), 'Waterdam');
    assert.isNotEmpty(await diagnosticsOf(active().uri));
  });

  it('of met een opzet over de gekozen thema’s, met de zeven vragen als opmerking', async () => {
    await answering(
      'showQuickPick',
      (items: { label: string }[]) => items.filter(({ label }) => /wonen|Mobiliteit/i.test(label)),
      () => vscode.commands.executeCommand('opgavenwijzer.nieuwProgramma'),
    );
    const text = active().getText();
    assert.deepEqual(
      [...text.matchAll(/^## (.+)$/gm)].map(([, heading]) => heading),
      ['Ruimte en wonen', 'Mobiliteit'],
    );
    const questions = /<!--\n[^\n]+:\n((?:- [^\n]+\?\n)+)-->/.exec(text);
    assert.lengthOf(questions![1]!.trim().split('\n'), 7);
  });

  it('heeft een rondleiding van vijf stappen, waarvan elke tekst er is', async () => {
    const { packageJSON, extensionUri } = vscode.extensions.getExtension(EXTENSION)!;
    const [walkthrough] = packageJSON.contributes.walkthroughs;
    assert.lengthOf(walkthrough.steps, 5);
    for (const { media } of walkthrough.steps)
      assert.isAbove((await vscode.workspace.fs.stat(vscode.Uri.joinPath(extensionUri, media.markdown))).size, 100);
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
