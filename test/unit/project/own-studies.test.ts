import { expect, it } from 'vitest';
import { builtinStudy, createService } from '../../../server/src/core/index.js';
import type { FileSystem } from '../../../server/src/project/file-system.js';
import { readBeside, studyFilesIn } from '../../../server/src/project/own-studies.js';
import { nameOf, uriOf } from '../../../server/src/project/uris.js';
import type { FolderEntry } from '../../../server/src/protocol/files.js';

const file = (name: string): FolderEntry => ({ name, type: 'file' });
const folder = (name: string): FolderEntry => ({ name, type: 'folder' });
/** A folder with folders in it; one that is not named may not be read. */
const disk = (folders: Record<string, FolderEntry[]>): Pick<FileSystem, 'readFolder'> => ({
  readFolder: (uri) =>
    folders[nameOf(uri)]
      ? Promise.resolve(folders[nameOf(uri)]!)
      : Promise.reject(Object.assign(new Error(), { code: 'EACCES' })),
});
const at = uriOf('file:///visie');

it('a study is what lies in its folder and the folders in it, but for what a search passes over or cannot read', async () => {
  const files = disk({
    visie: [
      file('studie.yaml'),
      file('b.yml'),
      file('.gitlab-ci.yml'),
      file('notities.md'),
      folder('lijst.yaml'),
      ...['themas', 'oud', 'node_modules', '.git', 'dicht'].map(folder),
    ],
    themas: [file('a.yaml'), folder('dieper')],
    'lijst.yaml': [],
    oud: [file('studie.yaml'), file('c.yaml')],
    node_modules: [file('d.yaml')],
    '.git': [file('e.yaml')],
  });
  expect(await studyFilesIn(files, at)).toEqual(['studie.yaml', 'b.yml', 'themas/a.yaml']);
});

it('without a file to begin with, or in a folder that cannot be read, there is none', async () => {
  await expect(studyFilesIn(disk({ visie: [file('a.yaml')] }), at)).rejects.toThrow(
    'in deze map staat geen studie.yaml',
  );
  await expect(studyFilesIn(disk({}), at)).rejects.toMatchObject({ code: 'EACCES' });
});

it('the key of a study that comes along is of that study alone, however its title is written down', () => {
  const service = createService([builtinStudy]);
  const [{ info }] = service.studies as [(typeof service.studies)[number]];
  const read = (title: string) =>
    readBeside(service, [
      {
        name: 'studie.yaml',
        text: `key: ${info.key}\ntitle: ${title}\nthemes:\n  - title: A\n    opgaven:\n      - title: Het zwembad blijft open\n`,
      },
    ]);
  expect(read(info.title).faults).toEqual([]);
  expect(read(`"${info.title}"`).faults).toEqual([]);
  const [fault] = read(`${info.title}, deel twee`).faults;
  expect(fault?.message).toMatch(/^de sleutel ‘trendstudie’ is van een studie die met Opgavenwijzer meekomt/);
});
