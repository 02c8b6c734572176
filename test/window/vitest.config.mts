import { defineConfig } from 'vitest/config';
import { PATIENCE } from '../../scripts/vscode/timeouts.mjs';

/** What a person sees in the window of a real VS Code: `npm run test:window`, and part of `npm test`. */
export default defineConfig({
  test: {
    include: ['test/window/**/*.test.ts'],
    globalSetup: 'test/window/install.ts',
    testTimeout: 600_000,
    hookTimeout: 180_000,
    expect: { poll: { timeout: PATIENCE } },
    fileParallelism: false,
  },
});
