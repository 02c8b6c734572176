import { expect, test } from 'vitest';
import { DEFAULT_CONFIGURATION } from '../../../server/src/core/configuration.js';
import { createService } from '../../../server/src/core/service.js';
import { builtinStudy } from '../../../server/src/core/study/builtin.js';

const service = createService([builtinStudy]);
const [study] = service.studies;
const codes = (text: string): string[] =>
  service
    .check({ documents: [{ key: 'a.md', analysis: service.analyse(text) }], configuration: DEFAULT_CONFIGURATION })
    .findings.map(({ code, from }) => `${code} ${text.slice(from).split('\n')[0]}`);

test('of a new programme nothing is reported until something stands in a chapter', () => {
  const skeleton = service.newProgramme(study!.themes.map(({ id }) => id));
  expect(skeleton).toContain('## Economie');
  expect(codes(skeleton)).toEqual([]);
  const begun = skeleton.replace('## Economie\n', '## Economie\n\nEr is werk voor wie dat wil.\n');
  expect(codes(begun)).toEqual(['thema-onvolledig Economie']);
});
