import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { COMMANDS } from '../../server/src/cli/commands/index.js';
import { createTerminal } from '../../server/src/cli/terminal.js';
import { createService } from '../../server/src/core/index.js';
import { builtinStudy } from '../../server/src/core/study/builtin.js';
import { proefstudie } from '../unit/small-study.js';
import { woonvisie } from '../unit/woonvisie.js';
import { folderWith, opgavenwijzer } from './run.js';

const TEXT = 'Er is veel leegstand.\n\nEr is woningtekort. Wij kiezen [@proefstudie:ruimte-delen, p. 16].\n';
const { key } = builtinStudy.study().info;

/** A command with two studies at work, in this process. */
async function run(
  name: string,
  path: string,
  options: object,
): Promise<{ code: number; out: string; said: string[] }> {
  const said: string[] = [];
  let out = '';
  const context = {
    service: createService([proefstudie, woonvisie]),
    terminal: createTerminal(process.stdout, process.stderr, { NO_COLOR: '1' }),
    commands: COMMANDS,
    out(text: string) {
      out += text;
    },
    problem: (message: string) => void said.push(message),
    note: (message: string) => void said.push(message),
  };
  const command = COMMANDS.find((one) => one.name === name)!;
  const code = await command.run(context, [path], options as never);
  return { code, out, said };
}

const programme = (studies?: readonly string[]): string =>
  join(folderWith({ 'a.md': TEXT, '.opgavenwijzer.json': JSON.stringify(studies ? { studies } : {}) }), 'a.md');

describe('two studies on the command line', () => {
  const CHECK = { format: 'json', 'fail-on': 'warning' };
  const opgavenOf = (out: string) => (JSON.parse(out) as { opgave: string }[]).map(({ opgave }) => opgave);

  it('check reports for both, or for those that the configuration names', async () => {
    expect(opgavenOf((await run('check', programme(), CHECK)).out)).toEqual([
      'woonvisie:splitsen',
      'proefstudie:nieuwbouw',
    ]);
    expect(opgavenOf((await run('check', programme(['woonvisie']), CHECK)).out)).toEqual(['splitsen']);
  });

  it('a study that there is not is said with its line, and leaves all at work', async () => {
    const { out, said } = await run('check', programme(['./mijn-studie']), CHECK);
    expect(said).toEqual([
      expect.stringMatching(/json:1: de studie ‘\.\/mijn-studie’ doet niet mee: de map bestaat niet/),
    ]);
    expect(opgavenOf(out)).toHaveLength(2);
    const misspelled = await run('check', programme(['woonvise']), CHECK);
    expect(misspelled.said).toEqual([
      expect.stringMatching(/json:1: .*\("proefstudie", "woonvisie"\).*niet ‘woonvise’\. Bedoelt u ‘woonvisie’\?/),
    ]);
  });

  it('analyse, dekking and bibliografie tell ids with their key', async () => {
    const { coverage, mentions } = JSON.parse((await run('analyse', programme(), { format: 'json' })).out);
    expect(coverage.map(({ opgave }: { opgave: string }) => opgave)).toContain('woonvisie:nieuwbouw');
    expect(mentions.map(({ id }: { id: string }) => id)).toContain('woonvisie:leegstand');
    expect((await run('analyse', programme(), { format: 'json', explain: true })).out).toContain(
      'Woonvisie Waterdam: ',
    );
    expect((await run('dekking', programme(), { format: 'csv' })).out).toContain(
      '"woonvisie:splitsen"'.replaceAll('"', ''),
    );
    const cited = await run('bibliografie', programme(), { format: 'csl', 'alleen-geciteerd': true });
    expect(JSON.parse(cited.out).map(({ id }: { id: string }) => id)).toEqual(['proefstudie:ruimte-delen']);
  });
});

describe('the command as it is installed', () => {
  it('knows the key of the built-in study, and says in a sentence that a folder is not there', async () => {
    const named = await opgavenwijzer(['check', programme([key])]);
    expect(named.err).toBe('');
    const folder = await opgavenwijzer(['check', programme(['./woonvisie'])]);
    expect(folder.err).toContain('de studie ‘./woonvisie’ doet niet mee: de map bestaat niet. Controleer de naam.');
    expect(folder.code).toBe(2);
  });
});
