/// <reference types="mocha" />
// Must be the first import of the suite: gives the test files their `describe` and `it`.
// The browser build of Mocha runs in both extension hosts; `mocha.run` of it wants a `location`, `Mocha` does not.
import 'mocha/mocha.js';

const { Mocha } = globalThis as unknown as { Mocha: typeof import('mocha') };

export const { Base } = Mocha.reporters;

export const mocha = new Mocha({
  ui: 'bdd',
  timeout: 120_000,
  forbidOnly: true,
  forbidPending: true, // a test that cannot run fails
});

mocha.suite.emit('pre-require', globalThis, '', mocha);
