/** The lines that are kept of what an error says. */
const MOST_LINES = 12;

/**
 * The tests that failed according to what the runners print: each as its title with the first lines of its error. For the
 * end of a log, of which often only the end is kept.
 * @param {string} output of Vitest (` FAIL `) and of the suite in VS Code (`✖`)
 * @returns {string[]}
 */
export function failedTests(output) {
  /** @type {Set<string>} */
  const failed = new Set();
  const lines = output.split('\n');
  for (const [at, line] of lines.entries()) {
    const [, margin, kind] = /^( *)(✖|FAIL) /.exec(line) ?? [];
    if (kind === undefined) continue;
    const rest = lines.slice(at + 1);
    // The suite says more deeper than its title; Vitest says it up to a line (⎯), with the place (❯) before its code.
    const end = rest.findIndex((next) =>
      kind === 'FAIL' ? /^ *(\d+\||⎯)/.test(next) : !next.startsWith(`${margin}  `),
    );
    const said = rest.slice(0, end < 0 ? undefined : end).filter((next) => next.trim() !== '');
    failed.add([line.trim(), ...said.slice(0, MOST_LINES).map((next) => `    ${next.trim()}`)].join('\n'));
  }
  return [...failed];
}
