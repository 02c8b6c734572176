import { describe, expect, it } from 'vitest';
import { createTerminal, printable } from '../../server/src/cli/terminal.js';

function watched(isTTY: boolean, columns = 20) {
  const written: string[] = [];
  let time = 0;
  const stream = { isTTY, columns, write: (text: string) => written.push(text) };
  const terminal = createTerminal(stream, stream, {}, () => time);
  return { written, terminal, pass: (milliseconds: number) => (time += milliseconds) };
}

describe('the line of progress', () => {
  it('appears when work is long, fits the terminal, and goes away', () => {
    const { written, terminal, pass } = watched(true);
    const progress = terminal.progress(50);
    progress.step('a.md');
    pass(10);
    progress.step('b.md');
    expect(written).toEqual([]);
    pass(1000);
    progress.step('een-lange-naam.md');
    expect(written).toEqual(['\r\x1b[K2 van 50 · …naam.md']);
    progress.end();
    expect(written.at(-1)).toBe('\r\x1b[K');
  });

  it('says how long the rest takes, by what was not known already', () => {
    const { written, terminal, pass } = watched(true, 80);
    const progress = terminal.progress(102);
    progress.step('a.md');
    for (let at = 0; at < 50; at++) {
      progress.known();
      progress.step('b.md');
    }
    pass(1000);
    progress.step('c.md');
    expect(written.at(-1)).toBe('\r\x1b[K51 van 102 · c.md');
    pass(5000);
    progress.step('d.md');
    expect(written.at(-1)).toBe('\r\x1b[K52 van 102 · nog 3 minuten · d.md');
    for (let at = 0; at < 49; at++) {
      pass(3000);
      progress.step('e.md');
    }
    expect(written.at(-1)).toBe('\r\x1b[K101 van 102 · nog 5 seconden · e.md');
  });

  it('stays away when work is short, or nobody looks on', () => {
    for (const [isTTY, time] of [
      [true, 10],
      [false, 5000],
    ] as const) {
      const { written, terminal, pass } = watched(isTTY);
      const progress = terminal.progress(2);
      pass(time);
      progress.step('a.md');
      progress.end();
      expect(written).toEqual([]);
    }
  });
});

describe('colour', () => {
  const painted = (isTTY: boolean, environment: Record<string, string>) =>
    createTerminal({ isTTY, write() {} }, { write() {} }, environment).paint.red('x') !== 'x';

  it('is for a terminal, unless the environment says otherwise', () => {
    expect(painted(true, {})).toBe(true);
    expect(painted(false, {})).toBe(false);
    expect(painted(false, { CI: 'true' })).toBe(false);
    expect(painted(true, { NO_COLOR: '1' })).toBe(false);
    expect(painted(true, { NO_COLOR: '' })).toBe(true);
    expect(painted(true, { TERM: 'dumb' })).toBe(false);
    expect(painted(false, { FORCE_COLOR: '1' })).toBe(true);
  });
});

describe('text of others', () => {
  it('cannot steer the terminal', () => {
    expect(printable('a\tb\u001b[2Jc\u009b')).toBe('a b\ufffd[2Jc\ufffd');
  });
});
