import { defineConfig } from 'vitest/config';

/** What takes minutes: `npm run test:soak`. */
export default defineConfig({
  test: { include: ['test/soak/**/*.test.ts'], testTimeout: 15 * 60_000, fileParallelism: false },
});
