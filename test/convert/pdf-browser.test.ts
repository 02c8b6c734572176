import esbuild from 'esbuild';
import { chromium } from 'playwright-core';
import { expect, test } from 'vitest';
import { drawn, line } from './pdf-files.js';

test('a PDF is read in the worker of a browser, and nothing but the answer comes from it', async () => {
  const { outputFiles } = await esbuild.build({
    stdin: {
      contents: `import { read } from './read.ts';
        onmessage = async ({ data }) => postMessage(JSON.stringify((await read(data)).tree));`,
      resolveDir: 'server/src/convert/pdf',
      loader: 'ts',
    },
    bundle: true,
    platform: 'browser',
    format: 'iife',
    write: false,
    logLevel: 'silent',
  });
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu'],
  });
  const page = await browser.newPage();
  const messages = await page.evaluate(
    ([code, bytes]) =>
      new Promise<unknown[]>((resolve) => {
        const got: unknown[] = [];
        const worker = new Worker(URL.createObjectURL(new Blob([code], { type: 'text/javascript' })));
        worker.onerror = (error) => resolve([error.message]);
        worker.onmessage = ({ data }) => {
          got.push(data);
          if (typeof data === 'string') resolve(got);
        };
        worker.postMessage(new Uint8Array(bytes));
      }),
    [outputFiles[0]!.text, [...drawn([line('Wij bouwen woningen.', 40, 300)])]] as const,
  );
  await browser.close();
  expect(messages).toHaveLength(1);
  expect(messages[0]).toContain('Wij bouwen woningen.');
});
