import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import schema from '@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json';
import Ajv from 'ajv-draft-04';
import addFormats from 'ajv-formats';
import type { Log, Result } from 'sarif';
import { describe, expect, it } from 'vitest';
import { version } from '../../package.json';
import { RULES } from '../../server/src/core/rules/registry.js';
import { CLEAN, FAULTY, folderWith, opgavenwijzer } from './run.js';

// The schema has patterns that are none with the `u` flag.
const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false });
addFormats(ajv);
const isSarif = ajv.compile(schema);

async function sarifOf(files: Record<string, string>, ...more: string[]) {
  const cwd = folderWith(files);
  const { code, out } = await opgavenwijzer(['check', '.', '--format', 'sarif', ...more], { cwd });
  const log: Log = JSON.parse(out);
  expect(isSarif(log), JSON.stringify(isSarif.errors)).toBe(true);
  const run = log.runs[0]!;
  return { code, run, results: run.results!, text: out };
}

const prints = (results: Result[]): string[] =>
  results.map((result) => result.partialFingerprints!['opgavenwijzer/v1']!);

describe('sarif', () => {
  it('is valid, and names each rule with help', async () => {
    const { code, run, results } = await sarifOf({ 'map met spatie/wonen.md': FAULTY });
    expect(code).toBe(1);
    const { driver } = run.tool;
    expect(driver.version).toBe(version);
    expect(driver.rules!.map(({ id }) => id)).toEqual(RULES.map((rule) => rule.code));
    for (const rule of driver.rules!) {
      expect(rule.help!.text).not.toBe('');
      expect(rule.help!.markdown).not.toContain('@studie:');
      expect(rule.helpUri).toMatch(new RegExp(`/docs/meldingen/${rule.id}\\.md$`));
    }
    const unknown = results.find(({ ruleId }) => ruleId === 'bron-onbekend')!;
    expect(driver.rules![unknown.ruleIndex!]!.id).toBe('bron-onbekend');
    expect(unknown.level).toBe('error');
    expect(unknown.locations![0]!.physicalLocation).toMatchObject({
      artifactLocation: { uri: 'map%20met%20spatie/wonen.md', uriBaseId: 'SRCROOT' },
      region: {
        startLine: 5,
        startColumn: 29,
        endLine: 5,
        endColumn: 54,
        snippet: { text: 'trendstudie:wijkenaanpakk' },
      },
    });
    expect(run.invocations![0]!.executionSuccessful).toBe(true);
  });

  it('holds no findings, and no absolute path, for a clean text', async () => {
    const { code, results, text } = await sarifOf({ 'a.md': CLEAN });
    expect({ code, results }).toEqual({ code: 0, results: [] });
    expect(text).not.toContain(process.cwd());
  });

  it('is what a file gets whose name says so', async () => {
    const cwd = folderWith({ 'a.md': FAULTY });
    expect((await opgavenwijzer(['check', 'a.md', '-o', 'uit.sarif'], { cwd })).code).toBe(1);
    expect(JSON.parse(readFileSync(join(cwd, 'uit.sarif'), 'utf8')).version).toBe('2.1.0');
  });

  it('keeps a fingerprint when text moves around the finding, and tells repetitions apart', async () => {
    const before = await sarifOf({ 'a.md': `${FAULTY}\nOok hier [@trendstudie:wijkenaanpakk].\n` });
    const after = await sarifOf({
      'a.md': `---\nauteur: Ans\n---\n\n${FAULTY}\nOok hier [@trendstudie:wijkenaanpakk].\n`,
    });
    expect(new Set(prints(before.results)).size).toBe(before.results.length);
    expect(prints(after.results).sort()).toEqual(prints(before.results).sort());
  });

  it('keeps what a comment silences, with its reason', async () => {
    const comment = '<!-- opgavenwijzer-disable-next-line bron-onbekend -- nieuwe uitgave -->';
    const { code, results } = await sarifOf({ 'a.md': `${comment}\nWij kiezen [@trendstudie:wijkenaanpakk].\n` });
    expect(code).toBe(0);
    expect(results).toHaveLength(1);
    expect(results[0]!.suppressions).toMatchObject([
      {
        kind: 'inSource',
        justification: 'nieuwe uitgave',
        location: { physicalLocation: { region: { startLine: 1 } } },
      },
    ]);
  });

  it('says what could not be read', async () => {
    const { code, run } = await sarifOf({ 'a.md': CLEAN }, 'weg.md');
    expect(code).toBe(2);
    expect(run.invocations![0]).toMatchObject({
      executionSuccessful: false,
      toolExecutionNotifications: [{ level: 'error', message: { text: 'weg.md: bestaat niet. Controleer de naam.' } }],
    });
  });
});

describe('github', () => {
  it('writes annotations that survive commas, colons and percent signs in names and words', async () => {
    const cwd = folderWith({ 'wonen, 100%.md': FAULTY });
    const { out } = await opgavenwijzer(['check', '.', '--format', 'github'], { cwd });
    expect(out).toContain(
      '::error file=wonen%2C 100%25.md,line=5,endLine=5,col=29,endColumn=53,title=opgavenwijzer%3A bron-onbekend::De trendstudie heeft geen',
    );
    expect(out).toMatch(/^::warning file=.*,title=opgavenwijzer%3A opgave-ontbreekt::/m);
  });
});

describe('json', () => {
  it('counts from zero in UTF-16', async () => {
    const cwd = folderWith({ 'a.md': 'Wij 😀 kiezen [@trendstudie:wijkenaanpakk].\n' });
    const { out } = await opgavenwijzer(['check', 'a.md', '--format', 'json'], { cwd });
    expect(JSON.parse(out)).toMatchObject([
      {
        file: 'a.md',
        code: 'bron-onbekend',
        severity: 'error',
        range: { start: { line: 0, character: 16 }, end: { line: 0, character: 41 } },
      },
    ]);
  });

  it('is a list also when there is nothing', async () => {
    const cwd = folderWith({ 'a.md': CLEAN });
    expect((await opgavenwijzer(['check', 'a.md', '--format', 'json'], { cwd })).out).toBe('[]\n');
  });
});
