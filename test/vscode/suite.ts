// What VS Code runs as `extensionTestsPath`, in Node and in the web extension host alike.
import { Base, mocha } from './setup';
import './index';
import { closeAll } from './support';

/** Marks the lines of the suite among everything else the extension host prints. */
const MARK = '[suite]';

const HOST = 'importScripts' in globalThis ? 'web' : 'node';

/** Set while bundling: what the titles of the tests to run have in common. */
declare const SUITE_ONLY: string;

export function run(): Promise<void> {
  return new Promise((done, fail) => {
    // The one who started the suite checks this: a run meant for the web must not quietly happen in Node.
    print(`host: ${HOST}`);
    mocha.reporter(LineReporter);
    // What one test leaves open would be checked along with every next one.
    mocha.suite.afterEach(closeAll);
    if (SUITE_ONLY !== '') mocha.grep(new RegExp(SUITE_ONLY));
    const runner = mocha.run((failures) => {
      const passed = runner.stats?.passes ?? 0;
      print(`${passed} geslaagd, ${failures} mislukt`);
      if (failures > 0) fail(new Error(`${failures} van ${passed + failures} tests mislukt`));
      else if (passed === 0)
        fail(new Error('Geen enkele test gedraaid: staat elk testbestand in test/vscode/index.ts?'));
      else done();
    });
  });
}

/** One line a test; Mocha's own reporters need a terminal or a page. */
class LineReporter extends Base {
  constructor(runner: Mocha.Runner, options?: Mocha.MochaOptions) {
    super(runner, options);
    runner.on('pass', (test) => print(`✔ ${test.fullTitle()} (${test.duration ?? 0} ms)`));
    runner.on('fail', (test, error) => {
      print(`✖ ${HOST}: ${test.fullTitle()}`);
      for (const line of explain(error)) print(`    ${line}`);
    });
  }
}

function explain(error: Error & { expected?: unknown; actual?: unknown }): string[] {
  const lines = (error.stack ?? String(error)).split('\n').slice(0, 12);
  if (error.expected === undefined && error.actual === undefined) return lines;
  return [...lines, `verwacht: ${shown(error.expected)}`, `gekregen: ${shown(error.actual)}`];
}

function shown(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function print(line: string): void {
  console.log(`${MARK} ${line}`);
}
