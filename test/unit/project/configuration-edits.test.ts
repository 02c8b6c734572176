import { describe, expect, it } from 'vitest';
import { silencedIn, withSettings, withSilence } from '../../../server/src/project/configuration-edits.js';

const WRITTEN = `{
  // onze stad
  "gemeente": "Heiloo", // sinds 1850
  "nietMelden": [
    // eerst
    "a"
  ]
}
`;
const named = (setting: 'nietMelden' | 'regels', silent: boolean, ...names: string[]) => ({ setting, names, silent });

describe('a configuration file that is changed for someone', () => {
  it('keeps its comments and its other settings', () => {
    expect(withSettings(WRITTEN, { gemeente: 'Zaanstad', reikwijdte: 'document' })).toBe(
      WRITTEN.replace('Heiloo', 'Zaanstad').replace('  ]\n', '  ],\n  "reikwijdte": "document"\n'),
    );
    expect(withSettings(WRITTEN, { gemeente: null })).toBe(
      WRITTEN.replace('  "gemeente": "Heiloo", // sinds', '  // sinds'),
    );
    expect(withSettings(WRITTEN, { verwijzing: null })).toBe(WRITTEN);
  });

  it('gets what is to be silent, once, and loses it again', () => {
    const more = withSilence(WRITTEN, named('nietMelden', true, 'a', 'b'));
    expect(more).toBe(WRITTEN.replace('"a"\n', '"a",\n    "b"\n'));
    expect(withSilence(more, named('nietMelden', false, 'b'))).toBe(WRITTEN);
    expect(withSilence(WRITTEN, named('nietMelden', false, 'c'))).toBe(WRITTEN);
    // With the last of them the list goes, and what was said on the line before stays.
    expect(withSilence(WRITTEN, named('nietMelden', false, 'a'))).toBe(
      '{\n  // onze stad\n  "gemeente": "Heiloo" // sinds 1850\n}\n',
    );
  });

  it('keeps its ends of lines and its indent', () => {
    const written = '{\r\n\t"gemeente": "Heiloo"\r\n}\r\n';
    expect(withSilence(written, named('regels', true, 'x'))).toBe(
      '{\r\n\t"gemeente": "Heiloo",\r\n\t"regels": {\r\n\t\t"x": "uit"\r\n\t}\r\n}\r\n',
    );
    expect(withSilence(withSilence(written, named('regels', true, 'x')), named('regels', false, 'x'))).toBe(written);
  });
});

it('what an editor keeps by itself gets and loses the same', () => {
  expect(silencedIn({ nietMelden: ['a'] }, named('nietMelden', true, 'a', 'b'))).toEqual(['a', 'b']);
  expect(silencedIn({ nietMelden: ['a', 'b'] }, named('nietMelden', false, 'a'))).toEqual(['b']);
  expect(silencedIn({ regels: { a: 'hint' } }, named('regels', true, 'b'))).toEqual({ a: 'hint', b: 'uit' });
  expect(silencedIn({ regels: { a: 'hint', b: 'uit' } }, named('regels', false, 'b'))).toEqual({ a: 'hint' });
});
