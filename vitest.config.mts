import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: { include: ['test/{unit,lsp,cli,editors,packaging}/**/*.test.ts'], testTimeout: 180_000 },
});
