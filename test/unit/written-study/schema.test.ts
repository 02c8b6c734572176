import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { newStudyText, readLanguage, readMunicipalities, readStudy } from '../../../server/src/core/index.js';
import { studySchema } from '../../../server/src/project/study-schema.js';

const validate = new Ajv({ strict: false }).compile(studySchema());
const root = join(import.meta.dirname, '../../../voorbeelden');
const examples = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('studie.yaml'))
  .map((name) => [name, readFileSync(join(root, name), 'utf8')] as const);

it.each([...examples, ['a new one', newStudyText('mijn visie')] as const])(
  '%s fits the schema, and reads without faults',
  (_, text) => {
    expect(validate(parse(text)), JSON.stringify(validate.errors)).toBe(true);
    expect(readStudy([{ name: 'studie.yaml', text }], readLanguage(), readMunicipalities, []).faults).toEqual([]);
  },
);

it.each([
  'key: Woon visie\ntitle: X\nthemes: []\n',
  'title: X\nthemes: []\n',
  'key: x\ntitle: X\nthemes:\n  - title: A\n    opgaven: [{ titel: B }]\n',
  'key: x\ntitle: X\nnames: { opgave: "<b>", opgaven: x }\nthemes: []\n',
])('what the reader faults does not fit: %j', (text) => {
  expect(validate(parse(text))).toBe(false);
  expect(readStudy([{ name: 'studie.yaml', text }], readLanguage(), readMunicipalities, []).faults).not.toEqual([]);
});
