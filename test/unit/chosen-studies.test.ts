import { describe, expect, it } from 'vitest';
import { createService } from '../../server/src/core/index.js';
import { knownTo, readConfiguration } from '../../server/src/project/configuration.js';
import { proefstudie } from './small-study.js';
import { woonvisie } from './woonvisie.js';

describe('which studies are at work, in the configuration', () => {
  const known = knownTo(createService([proefstudie, woonvisie]).studies);
  const read = (studies: unknown) => readConfiguration(JSON.stringify({ studies }), known);

  it.each([[['woonvisie']], [['proefstudie', 'woonvisie']]])('%j', (studies) => {
    expect(read(studies)).toMatchObject({ faults: [], configuration: { studies } });
  });

  it.each([
    [['woonvise'], 'niet ‘woonvise’. Bedoelt u ‘woonvisie’?'],
    [[], 'minstens één'],
    ['woonvisie', 'niet ‘woonvisie’'],
    [[1], 'niet ‘1’'],
  ])('%j is told what it may be, and nothing is left out', (studies, told) => {
    const { faults, configuration } = read(studies);
    expect(faults.map(({ message }) => message)).toEqual([expect.stringContaining(told)]);
    expect(faults[0]!.message).toContain('("proefstudie", "woonvisie") of het pad van een eigen map');
    expect(configuration.studies).toBeUndefined();
  });

  it('takes the path of a folder for the study that is there; one that is not there is left out', () => {
    const own = new Map([
      ['./visie', { name: 'file:///p/visie' }],
      ['../weg', { fault: 'de map bestaat niet' }],
    ]);
    const text = '{ "studies": ["proefstudie", "./visie", "../weg"] }';
    const { faults, configuration } = readConfiguration(text, { ...known, own });
    expect(configuration.studies).toEqual(['proefstudie', 'file:///p/visie']);
    expect(faults.map(({ offset, message }) => [text.slice(offset, offset + 8), message])).toEqual([
      ['"../weg"', 'de studie ‘../weg’ doet niet mee: de map bestaat niet.'],
    ]);
  });

  it('takes ids with their key', () => {
    const { faults, configuration } = readConfiguration(
      '{ "bewustNiet": { "woonvisie:splitsen": "Te duur." } }',
      known,
    );
    expect(faults).toEqual([]);
    expect(configuration.bewustNiet).toEqual({ 'woonvisie:splitsen': 'Te duur.' });
  });
});
