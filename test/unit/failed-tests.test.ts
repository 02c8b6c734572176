import { describe, expect, it } from 'vitest';
import { failedTests } from '../../scripts/failed-tests.mjs';

describe('the tests that failed, said again at the end of the log', () => {
  it('has those of the suite in VS Code, with what is said under the title', () => {
    const output = `Suite in VS Code in de browser, extensiehost in Node:
  ✔ Uitleg bij een woord zwijgt bij gewone woorden (12 ms)
  ✖ node: Meldingen wijzen een onbekende bron aan
      Error: Wachtte 60 s vergeefs op: een melding
          at Timeout.eval (suite.js:1:2)
  ✔ Meldingen blijven weg (8 ms)
  1 geslaagd, 1 mislukt
`;
    const expected = [
      '✖ node: Meldingen wijzen een onbekende bron aan\n    Error: Wachtte 60 s vergeefs op: een melding\n    at Timeout.eval (suite.js:1:2)',
    ];
    expect(failedTests(output)).toEqual(expected);
    expect(failedTests(`${output}Mislukt:\n${expected.join('\n')}\n`), 'once').toEqual(expected);
  });

  it('has those of Vitest, up to the place where it went wrong', () => {
    const output = `
⎯⎯⎯⎯⎯⎯⎯ Failed Tests 2 ⎯⎯⎯⎯⎯⎯⎯

 FAIL  test/unit/a.test.ts > a > b
AssertionError: expected 1 to be 2

- Expected
+ Received

 ❯ test/unit/a.test.ts:2:65
      1| import { it } from 'vitest';
       |        ^

⎯⎯⎯⎯⎯⎯⎯⎯⎯⎯⎯⎯⎯⎯⎯⎯⎯⎯⎯⎯⎯⎯⎯⎯[1/2]⎯

 FAIL  test/unit/a.test.ts > a > c
Error: Test timed out in 50ms.
⎯⎯⎯⎯⎯⎯⎯⎯⎯⎯⎯⎯⎯⎯⎯⎯⎯⎯⎯⎯⎯⎯⎯⎯[2/2]⎯

      Tests  2 failed (2)
`;
    expect(failedTests(output)).toEqual([
      'FAIL  test/unit/a.test.ts > a > b\n    AssertionError: expected 1 to be 2\n    - Expected\n    + Received\n    ❯ test/unit/a.test.ts:2:65',
      'FAIL  test/unit/a.test.ts > a > c\n    Error: Test timed out in 50ms.',
    ]);
  });

  it('is empty where nothing failed', () => {
    expect(failedTests('  ✔ Het logboek (3 ms)\n  1 geslaagd, 0 mislukt\n ✓ a.test.ts (2 tests)\n')).toEqual([]);
  });
});
