import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const CLIENT = join(import.meta.dirname, '../../../client/src');
const sources = readdirSync(CLIENT, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => ({ name, text: readFileSync(join(CLIENT, name), 'utf8') }));

/** What follows each occurrence of a word in the client, up to the end of its line. */
const after = (word: string): string[] =>
  sources.flatMap(({ text }) => [...text.matchAll(new RegExp(`\\b${word}\\b(.*)`, 'g'))].map(([, rest]) => rest!));

// A slip here opens every hover to what a document says, and no other test would see it.
describe('what the client lets Markdown and pages do', () => {
  it('Markdown is trusted with named commands only, and has no HTML', () => {
    expect(after('isTrusted')).not.toEqual([]);
    for (const rest of after('isTrusted')) expect(rest).toMatch(/^: \{ enabledCommands: /);
    expect(after('supportHtml')).toEqual([]);
  });

  it('every page is without scripts, files and forms, and has a policy', () => {
    const pages = sources.filter(({ text }) => /createWebviewPanel|resolveWebviewView/.test(text));
    expect(pages).not.toEqual([]);
    for (const { text, name } of pages) {
      expect(text.replace(/\s+/g, ' '), name).toContain(
        'enableScripts: false, enableForms: false, localResourceRoots: []',
      );
      expect(text, name).toMatch(/default-src 'none'/);
      for (const [, value] of text.matchAll(/\.html = (.*);/g)) expect(value, name).toMatch(/^withPolicy\(/);
    }
    expect(after('enableScripts').filter((rest) => !rest.startsWith(': false'))).toEqual([]);
    // One named command: it opens a place of the programme.
    for (const rest of after('enableCommandUris')) expect(rest).toMatch(/^: \[OPEN_PLACE\]/);
  });
});
