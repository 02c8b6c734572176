import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv';
import { describe, expect, it } from 'vitest';
import { DEFAULT_CONFIGURATION } from '../../server/src/core/configuration.js';
import { builtinStudy } from '../../server/src/core/study/builtin.js';
import { indexStudy } from '../../server/src/core/study/index.js';
import { knownTo, readConfiguration } from '../../server/src/project/configuration.js';
import { configurationSchema } from '../../server/src/project/configuration-schema.js';

const root = join(import.meta.dirname, '../..');
const study = indexStudy(builtinStudy.study());
const schema = configurationSchema([study]);
const isValid = new Ajv({ strict: false }).compile(schema);

/** What the reader of the file makes of the same value. */
const faults = (value: object): number => readConfiguration(JSON.stringify(value), knownTo([study])).faults.length;

describe('the schema of the configuration file', () => {
  it('is current; if not: npm run generate', () => {
    expect(JSON.parse(readFileSync(join(root, 'schemas/opgavenwijzer.schema.json'), 'utf8'))).toEqual(schema);
  });

  it.each([
    [{}, true],
    [{ ...DEFAULT_CONFIGURATION, gemeente: 'Zaanstad' }, true],
    [
      { regels: { 'opgave-ontbreekt': 'hint', 'bron-onbekend': 'uit' }, verwijzing: 'voetnoot', controle: 'opslaan' },
      true,
    ],
    [{ regels: { [`opgave-ontbreekt:${study.info.key}`]: 'hint' } }, true],
    [{ regels: { [`andere-taal:${study.info.key}`]: 'hint' } }, false],
    [{ regels: { [`opgave-ontbreekt:${study.info.key}`]: 'hard' } }, false],
    [{ bewustNiet: { stadsrandwijken: 'Eerst het centrum.' } }, true],
    [{ gemeente: "'s-Hertogenbosch" }, true],
    [
      {
        nietMelden: ['opgave-ontbreekt:wijkenaanpak', 'thema-onvolledig:trendstudie:veiligheid'],
        geenUitleg: ['wijk'],
      },
      true,
    ],
    [{ nietMelden: ['bron-onbekend:wijkenaanpak'] }, false],
    [{ nietMelden: ['opgave-ontbreekt'] }, false],
    [{ geenUitleg: [''] }, false],
    [{ gemeente: 'Waterdam' }, false],
    [{ reikwijdte: 'alles' }, false],
    [{ regels: { 'opgave-ontbrekt': 'hint' } }, false],
    [{ regels: { 'opgave-ontbreekt': 'hard' } }, false],
    [{ bewustNiet: { stadsrandwijken: '' } }, false],
    [{ bewustNiet: { zomaar: 'Daarom.' } }, false],
    [{ verwijzing: 'apa' }, false],
    [{ controle: 'soms' }, false],
    [{ kleur: 'rood' }, false],
  ])('agrees with the reader on %j', (value, valid) => {
    expect([isValid(value), faults(value) === 0]).toEqual([valid, valid]);
  });
});
