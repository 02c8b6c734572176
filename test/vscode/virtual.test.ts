import { assert } from 'chai';
import * as vscode from 'vscode';
import { inFront, suiteExports, until } from './support';

/** A file system that is on no disk, and in which nobody provides searching. */
class Box implements vscode.FileSystemProvider {
  readonly onDidChangeFile = new vscode.EventEmitter<vscode.FileChangeEvent[]>().event;
  constructor(private readonly files: Readonly<Record<string, string>>) {}

  stat(uri: vscode.Uri): vscode.FileStat {
    const text = this.files[uri.path];
    if (text !== undefined) return { type: vscode.FileType.File, ctime: 0, mtime: 1, size: text.length };
    if (this.readDirectory(uri).length === 0) throw vscode.FileSystemError.FileNotFound(uri);
    return { type: vscode.FileType.Directory, ctime: 0, mtime: 1, size: 0 };
  }

  readDirectory({ path }: vscode.Uri): [string, vscode.FileType][] {
    const within = `${path.replace(/\/$/, '')}/`;
    const names = Object.keys(this.files).flatMap((file) =>
      file.startsWith(within) ? [file.slice(within.length)] : [],
    );
    const first = new Map(
      names.map((name) => [name.split('/')[0]!, name.includes('/') ? vscode.FileType.Directory : vscode.FileType.File]),
    );
    return [...first];
  }

  readFile(uri: vscode.Uri): Uint8Array {
    const text = this.files[uri.path];
    if (text === undefined) throw vscode.FileSystemError.FileNotFound(uri);
    return new TextEncoder().encode(text);
  }

  watch = () => new vscode.Disposable(() => undefined);
  createDirectory = () => undefined;
  writeFile = () => undefined;
  delete = () => undefined;
  rename = () => undefined;
}

describe('Een map die niet op schijf staat', () => {
  it('is net zo goed een programma: instelling en andere bestanden tellen mee', async () => {
    const box = vscode.workspace.registerFileSystemProvider(
      'proef',
      new Box({
        '/stad/.opgavenwijzer.json': '{ "reikwijdte": "programma" }',
        '/stad/wonen.md': '# Wonen\n\nIn onze stad is het woningtekort groter dan ooit.\n',
        '/stad/delen/bouwen.md': 'Wij bouwen sneller [@trendstudie:nieuwbouw-aanjagen, p. 61].\n',
      }),
    );
    try {
      const { coverage } = await suiteExports();
      await vscode.window.showTextDocument(vscode.Uri.parse('proef://doos/stad/wonen.md'));
      await vscode.commands.executeCommand('opgavenwijzer.toonDekking');
      const row = await until(
        coverage.onDidChangeTreeData,
        () =>
          coverage
            .getChildren()
            .flatMap(({ children }) => children)
            .find(({ opgave }) => opgave?.id === 'nieuwbouw-aanjagen' && opgave.state === 'opgepakt'),
        'wat in het andere bestand staat, telt mee',
      );
      assert.equal(coverage.tree.description, 'stad');
      assert.match(row.children[0]!.label, /bouwen\.md, regel 1: /);
    } finally {
      await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
      box.dispose();
    }
  });

  it('heeft bronnen die worden omgezet; wat ervan wordt, bewaart men waar men wil', async () => {
    const files = new Box({ '/stad/wonen.html': '<h1>Wonen</h1><p>Wij bouwen.</p>' });
    const box = vscode.workspace.registerFileSystemProvider('proef', files);
    try {
      await suiteExports();
      await vscode.commands.executeCommand('opgavenwijzer.omzetten', vscode.Uri.parse('proef://doos/stad/wonen.html'));
      const { document } = await inFront((one) => one.isUntitled && one.getText() !== '', 'wat ervan werd');
      assert.equal(document.languageId, 'markdown');
      assert.equal(document.getText(), '# Wonen\n\nWij bouwen.\n');
    } finally {
      box.dispose();
    }
  });
});
