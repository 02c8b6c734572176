/**
 * `npm test`: sets itself up and runs everything: build, types, lint, unit tests, the server over its pipe, the suite in a
 * real VS Code (in the Node and in the web extension host), and what is seen in its window. Ends with one line of counts,
 * under what failed.
 */
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { failedTests } from './failed-tests.mjs';
import { installIfNeeded } from './npm.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
process.chdir(root);
try {
  installIfNeeded();
} catch (error) {
  console.error(error.message);
  process.exit(1);
}

/** @type {[name: string, command: string[]][]} */
const steps = [
  ['bouwen', ['scripts/build.mjs']],
  ['typen', ['node_modules/typescript/bin/tsc', '-p', '.']],
  ['typen van het bord', ['node_modules/typescript/bin/tsc', '-p', 'client/board']],
  ['typen van de pagina', ['node_modules/typescript/bin/tsc', '-p', 'server/page']],
  ['typen van het venster', ['node_modules/typescript/bin/tsc', '-p', 'test/window']],
  ['stijl', ['node_modules/@biomejs/biome/bin/biome', 'check', '.']],
  ['eenheden en server', ['node_modules/vitest/vitest.mjs', 'run']],
  ['suite bouwen', ['scripts/vscode/build-suite.mjs']],
  ['VS Code', ['scripts/vscode/run-suite.mjs', '--web']],
  ['venster', ['node_modules/vitest/vitest.mjs', 'run', '--config', 'test/window/vitest.config.mts']],
];

/** Runs a step, shows what it prints, and gives the exit code with the output. */
function run(command) {
  return new Promise((settle) => {
    const child = spawn(process.execPath, command, { stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (data) => {
        output += data;
        process.stdout.write(data);
      });
    }
    child.on('close', (code) => settle({ code: code ?? 1, output }));
  });
}

let passed = 0;
let failed = 0;
for (const [name, command] of steps) {
  console.log(`\n── ${name}`);
  const { code, output } = await run(command);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: colour codes of the runner are taken out before counting
  const plain = output.replace(/\x1b\[[0-9;]*m/g, '');
  for (const [, count] of plain.matchAll(/^\s*Tests\s.*?(\d+) passed/gm)) passed += Number(count);
  for (const [, count] of plain.matchAll(/^\s*Tests\s.*?(\d+) failed/gm)) failed += Number(count);
  for (const [, good, bad] of plain.matchAll(/^\s*(\d+) geslaagd, (\d+) mislukt/gm)) {
    passed += Number(good);
    failed += Number(bad);
  }
  if (code !== 0) {
    console.log(`\n‘${name}’ is mislukt (code ${code}).`);
    for (const test of failedTests(plain)) console.log(test);
    console.log(`${passed} passed, ${Math.max(failed, 1)} failed`);
    process.exit(1);
  }
}
console.log(`\n${passed} passed, ${failed} failed`);
