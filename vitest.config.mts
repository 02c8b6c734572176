import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/{unit,convert,lsp,cli,mcp,editors,packaging}/**/*.test.ts'],
    testTimeout: 180_000,
    hookTimeout: 180_000,
  },
});
