import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { boardPage } from '../../../client/src/views/board-page.js';

/** The one page with a script of its own. */
const BOARD = join('views', 'board-panel.ts');
const PAGE = join(import.meta.dirname, '../../../client/board');
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
    // Whether the folders are trusted is only read.
    for (const rest of after('isTrusted')) expect(rest).toMatch(/^(?::| =) \{ enabledCommands: |^ \};$/);
    expect(after('supportHtml')).toEqual([]);
  });

  it('every page but the board is without scripts, files and forms, and has a policy', () => {
    const pages = sources.filter(
      ({ text, name }) => /createWebviewPanel|resolveWebviewView/.test(text) && name !== BOARD,
    );
    expect(pages).not.toEqual([]);
    for (const { text, name } of pages) {
      expect(text.replace(/\s+/g, ' '), name).toContain(
        'enableScripts: false, enableForms: false, localResourceRoots: []',
      );
      expect(text, name).toMatch(/default-src 'none'/);
      for (const [, value] of text.matchAll(/\.html = (.*);/g)) expect(value, name).toMatch(/^withPolicy\(/);
    }
    // One named command: it opens a place of the programme.
    for (const rest of after('enableCommandUris')) expect(rest).toMatch(/^: \[OPEN_PLACE\]/);
  });

  it('the page of the board runs its own script alone, and makes no HTML of what a programme says', () => {
    const scripted = sources.filter(({ text }) => /enableScripts: (?!false)/.test(text));
    expect(scripted.map(({ name }) => name)).toEqual([BOARD]);
    const [{ text }] = scripted as [(typeof sources)[number]];
    expect(text.replace(/\s+/g, ' ')).toContain('enableScripts: true, enableForms: false, localResourceRoots: []');
    expect([...text.matchAll(/\.html = (.*);/g)].map(([, value]) => value)).toEqual([
      'boardPage(new TextDecoder().decode(script))',
    ]);
    const one = boardPage('let a = "</script>";');
    const nonce = /script-src 'nonce-([\w-]{20,})'/.exec(one)?.[1];
    expect(one).toContain(`default-src 'none'; style-src 'nonce-${nonce}'; script-src 'nonce-${nonce}'; form-action`);
    expect(one.match(/<\/script>/g)).toHaveLength(1);
    expect(boardPage('')).not.toContain(nonce);
    const own = ['board.ts', 'element.ts', 'keyboard.ts'].map((name) => readFileSync(join(PAGE, name), 'utf8')).join();
    expect(own).not.toMatch(/innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\b|\bFunction\(/);
  });
});
