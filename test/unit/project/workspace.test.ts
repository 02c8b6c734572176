import { expect, it } from 'vitest';
import type { URI } from 'vscode-uri';
import type { FileSystem } from '../../../server/src/project/file-system.js';
import { shownUri, uriOf } from '../../../server/src/project/uris.js';
import { type OpenText, Workspace } from '../../../server/src/project/workspace.js';
import type { FolderEntry } from '../../../server/src/protocol/files.js';
import { smallService } from '../small-study.js';

/** Files in memory, on a drive of Windows; what is undefined may not be read. */
class Memory implements FileSystem {
  /** How often each file was read. */
  readonly reads = new Map<string, number>();
  constructor(readonly files: Record<string, string | undefined>) {}

  async stat(uri: URI) {
    if (!(pathOf(uri) in this.files)) throw missing();
    return { type: 'file' as const, size: this.files[pathOf(uri)]?.length ?? 0, modified: 0 };
  }

  async readFolder(uri: URI) {
    const entries = new Map<string, FolderEntry>();
    for (const path of Object.keys(this.files)) {
      if (!path.startsWith(`${pathOf(uri)}/`)) continue;
      const [name = '', ...below] = path.slice(pathOf(uri).length + 1).split('/');
      entries.set(name, { name, type: below.length > 0 ? 'folder' : 'file' });
    }
    return [...entries.values()];
  }

  async readFile(uri: URI) {
    const path = pathOf(uri);
    this.reads.set(path, (this.reads.get(path) ?? 0) + 1);
    if (this.files[path] === undefined) throw Object.assign(new Error(), { code: 'EACCES' });
    return new TextEncoder().encode(this.files[path]);
  }
}

const missing = (): Error => Object.assign(new Error(), { code: 'ENOENT' });
const pathOf = (uri: URI): string => uri.path.slice('/c:/'.length);
const at = (path: string): URI => uriOf(`file:///C:/${path}`);

function workspaceWith(files: Record<string, string | undefined>, open: readonly OpenText[] = []) {
  const said: string[] = [];
  const disk = new Memory(files);
  const workspace = new Workspace(
    smallService,
    disk,
    {
      leftAside: (uri, fault) => said.push(fault.about(shownUri(uri, at('')))),
      misconfigured: (uri, line, message) => said.push(`${shownUri(uri, at(''))}:${line}: ${message}`),
    },
    {
      open: { get: (uri) => open.find((text) => uriOf(text.uri).toString() === uri.toString()), all: () => open },
    },
  );
  const names = async (folder: string, document: string): Promise<string[]> =>
    (await workspace.membersOf(at(folder), at(document))).map((uri) => shownUri(uri, at(folder)));
  return { workspace, disk, said, names };
}

it('the nearest configuration counts, and its folder is a programme without those below that have their own', async () => {
  const { workspace, names, said } = workspaceWith({
    'stad/.opgavenwijzer.json': '{ "reikwijdte": "document" }',
    'stad/b.md': '',
    'stad/a.markdown': '',
    'stad/delen/c.md': '',
    'stad/foto.txt': '',
    'stad/.verborgen/d.md': '',
    'stad/node_modules/e.md': '',
    'stad/wijk/.opgavenwijzer.json': '{ "reikwijdte": "paragraaf" }',
    'stad/wijk/f.md': '',
    'g.md': '',
  });
  expect(await names('stad', 'stad/b.md')).toEqual(['a.markdown', 'b.md', 'delen/c.md']);
  const configurationOf = async (path: string) => (await workspace.programmeOf(at(path))).configuration.reikwijdte;
  expect(await Promise.all(['stad/delen/c.md', 'stad/wijk/f.md', 'g.md'].map(configurationOf))).toEqual([
    'document',
    'paragraaf',
    'programma',
  ]);
  expect((await workspace.programmeOf(at('g.md'))).folder).toBeUndefined();
  expect(said).toEqual([]);
});

it('what is open counts in the place of the file, once, in whatever spelling; the rest is read once', async () => {
  const analysis = smallService.analyse('Open.');
  const open: OpenText = {
    uri: 'file:///c%3A/stad/deel%20%281%29.md',
    analysisFor: () => analysis,
    getText: () => 'Open.',
  };
  const { workspace, disk } = workspaceWith(
    { 'stad/.opgavenwijzer.json': '{}', 'stad/deel (1).md': 'Op schijf.', 'stad/b.md': 'Dicht.' },
    [open],
  );
  const texts = async () =>
    (await workspace.programmeWith(open)).documents.map(({ key, analysis }) => [key, analysis.text]);
  const expected = [
    [open.uri, 'Open.'],
    ['file:///c%3A/stad/b.md', 'Dicht.'],
  ];
  expect(await texts()).toEqual(expected);
  expect(await texts()).toEqual(expected);
  expect(disk.reads.get('stad/b.md')).toBe(1);
  expect(disk.reads.has('stad/deel (1).md')).toBe(false);
  disk.files['stad/b.md'] = 'Anders.';
  workspace.fileChanged('file:///C:/stad/b.md');
  expect((await texts())[1]).toEqual(['file:///c%3A/stad/b.md', 'Anders.']);
});

it('what cannot be read is said, and the rest is still there', async () => {
  const { workspace, said } = workspaceWith({
    'stad/.opgavenwijzer.json': '{\n"reikwijdte": "alles"\n}',
    'stad/a.md': 'Tekst.',
    'stad/b.md': undefined,
    'dicht/.opgavenwijzer.json': undefined,
  });
  const documents = await workspace.programmeAt(at('stad'));
  expect(documents.map(({ analysis }) => analysis.text)).toEqual(['Tekst.']);
  await workspace.programmeOf(at('stad/a.md'));
  // A configuration that cannot be read leaves the defaults, and its folder is a programme.
  expect((await workspace.programmeOf(at('dicht/a.md'))).folder?.path).toBe('/c:/dicht');
  expect(said).toEqual([
    expect.stringMatching(/^stad\/\.opgavenwijzer\.json:2: ‘reikwijdte’ mag /),
    'stad/b.md: mag niet gelezen worden. Controleer de rechten.',
    'dicht/.opgavenwijzer.json: mag niet gelezen worden. Controleer de rechten.',
  ]);
});
