import { defineConfig } from 'vitest/config';

/** What takes minutes: `npm run test:soak`. Properties are tried on many times as many cases as in `npm test`. */
export default defineConfig({
  test: {
    include: [
      'test/soak/**/*.test.ts',
      'test/unit/document/*.test.ts',
      'test/unit/signals/matcher-steps.test.ts',
      'test/unit/markdown/front-matter-edits.test.ts',
      'test/unit/features/edits.test.ts',
      'test/unit/escaping.test.ts',
    ],
    env: { TIMES: '15' },
    testTimeout: 15 * 60_000,
    fileParallelism: false,
  },
});
