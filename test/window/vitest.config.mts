import { defineConfig } from 'vitest/config';

/** What a person sees in the window of a real VS Code: `npm run test:window`, and part of `npm test`. */
export default defineConfig({
  test: {
    include: ['test/window/**/*.test.ts'],
    globalSetup: 'test/window/install.ts',
    testTimeout: 300_000,
    hookTimeout: 180_000,
    fileParallelism: false,
  },
});
