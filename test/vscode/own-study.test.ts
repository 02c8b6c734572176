import { assert } from 'chai';
import * as vscode from 'vscode';
import { diagnosticsOf, extensionReady, inNewFolder, openFileOf, until, untilAsked } from './support';

const STUDY = `key: woonvisie
title: Woonvisie Waterdam 2040
names: { opgave: doel, opgaven: doelen }
themes:
  - title: Betaalbaar wonen
    opgaven:
      - { id: starters, title: Voorrang voor starters bij koopwoningen }
      - { id: zwembad, title: Het zwembad blijft open }
`;
const TEXT =
  '# Plannen\n\nHet zwembad werd in 1974 gebouwd en trok vorig jaar veel bezoekers.\n\nWij volgen [@woonvisie:starters].\n';

const withStudy = (during: (folder: vscode.Uri) => Promise<void>): Promise<void> =>
  inNewFolder(
    'elders',
    { '.opgavenwijzer.json': '{ "studies": ["./woonvisie"] }', 'p.md': TEXT, 'woonvisie/studie.yaml': STUDY },
    during,
  );

describe('Een eigen studie', () => {
  before(() => extensionReady());

  it('geeft meldingen en uitleg, en wordt gevolgd als zij verandert', () =>
    withStudy(async (folder) => {
      const { document } = await openFileOf(vscode.Uri.joinPath(folder, 'p.md'));
      const [missing] = await diagnosticsOf(document.uri, 1);
      assert.include(missing!.message, '‘Het zwembad blijft open’');
      const ask = () =>
        vscode.commands.executeCommand<vscode.Hover[]>(
          'vscode.executeHoverProvider',
          document.uri,
          new vscode.Position(4, 25),
        );
      const [hover] = await untilAsked(ask, (found) => found.length > 0 && found, 'de uitleg');
      assert.include(String((hover!.contents[0] as vscode.MarkdownString).value), '· doel');
      const study = vscode.Uri.joinPath(folder, 'woonvisie/studie.yaml');
      const changed = STUDY.replace('Het zwembad blijft open', 'Het zwembad gaat open');
      await vscode.workspace.fs.writeFile(study, new TextEncoder().encode(changed));
      const isNew = () =>
        vscode.languages.getDiagnostics(document.uri).some(({ message }) => message.includes('gaat open'));
      await until(vscode.languages.onDidChangeDiagnostics, isNew, 'de melding van de nieuwe studie');
    }));

  it('zegt in haar bestand wat er niet klopt, en waaraan een doel wordt herkend', () =>
    withStudy(async (folder) => {
      const uri = vscode.Uri.joinPath(folder, 'woonvisie/studie.yaml');
      await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(STUDY.replace('id: zwembad', 'naam: zwembad')));
      const { document } = await openFileOf(uri);
      const [fault] = await diagnosticsOf(uri, 1);
      assert.equal(document.getText(fault!.range), 'naam');
      assert.match(fault!.message, /^Een opgave heeft geen ‘naam’\. /);
      const ask = () =>
        vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', uri, new vscode.Position(6, 35));
      const [hover] = await untilAsked(ask, (found) => found.length > 0 && found, 'de uitleg');
      assert.include(String((hover!.contents[0] as vscode.MarkdownString).value), 'Hieraan herkent Opgavenwijzer');
    }));
});
