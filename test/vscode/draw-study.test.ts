import { assert } from 'chai';
import * as vscode from 'vscode';
import { answering } from './answers';
import { beat, inFront, inNewFolder, openFileOf, suiteExports, until, untilAsked } from './support';

const VISION = '# Woonvisie\n\n## Wonen\n\nDe prijzen stegen. Er komt een zelfbewoningsplicht voor nieuwe woningen.\n';

describe('Studie maken van dit document', () => {
  it('biedt aan de map aan de eigen studie te houden, en schrijft dat dan op', async () => {
    const { active } = await suiteExports();
    await inNewFolder('elders', { 'visie.md': VISION }, async (folder) => {
      const document = vscode.Uri.joinPath(folder, 'visie.md');
      await openFileOf(document);
      await until(beat, () => active.uri?.toString() === document.toString(), 'het document is in beeld');
      const written = async () => {
        const uri = vscode.Uri.joinPath(folder, '.opgavenwijzer.json');
        return vscode.workspace.fs.readFile(uri).then(
          (bytes) => JSON.parse(new TextDecoder().decode(bytes)),
          () => undefined,
        );
      };
      await answering(
        'showInformationMessage',
        (_: string, keep: string) => keep,
        () =>
          answering(
            'showInputBox',
            ({ value }: vscode.InputBoxOptions) => value,
            () => vscode.commands.executeCommand('opgavenwijzer.studieMaken'),
          ),
      );
      const settings = await untilAsked(written, (found: unknown) => found, 'de instellingen staan er');
      assert.deepEqual(settings, { studies: ['./visie'], reikwijdte: 'document' });
    });
  });

  it('maakt een map met een eerste studie en opent haar; wat er al is, blijft staan', async () => {
    const { active } = await suiteExports();
    await inNewFolder('elders', { 'Woonvisie 2040.md': VISION }, async (folder) => {
      const document = vscode.Uri.joinPath(folder, 'Woonvisie 2040.md');
      await openFileOf(document);
      await until(beat, () => active.uri?.toString() === document.toString(), 'het document is in beeld');
      let answer = '';
      let refused: unknown;
      const draw = () =>
        answering(
          'showInputBox',
          async ({ value, validateInput }: Required<vscode.InputBoxOptions>) => {
            answer = value;
            refused = await validateInput(value);
            return refused ? undefined : value;
          },
          () => vscode.commands.executeCommand('opgavenwijzer.studieMaken'),
        );
      await draw();
      assert.equal(answer, 'woonvisie-2040');
      const study = vscode.Uri.joinPath(folder, 'woonvisie-2040/studie.yaml').toString();
      const { document: opened } = await inFront(({ uri }) => uri.toString() === study, 'de studie staat open');
      assert.include(opened.getText(), 'key: woonvisie-2040');
      assert.include(opened.getText(), '- title: Er komt een zelfbewoningsplicht voor nieuwe woningen');
      await openFileOf(document);
      await draw();
      assert.equal(refused, 'Deze map heeft al een studie.');
    });
  });
});
