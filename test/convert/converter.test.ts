import { Worker } from 'node:worker_threads';
import { expect, test, vi } from 'vitest';
import { convertIn } from '../../server/src/convert/converter.js';
import { Refusal } from '../../server/src/convert/refusal.js';

/** A conversion whose worker runs this code, and how many of those were started and ended. */
function convertingBy(code: string, longest?: number) {
  const count = { started: 0, ended: 0 };
  const convert = convertIn(async () => {
    count.started++;
    const worker = new Worker(`const { parentPort: port } = require('node:worker_threads'); ${code}`, { eval: true });
    return {
      post: (task) => worker.postMessage(task),
      listen: (heard, failed) => {
        worker.removeAllListeners().on('message', heard).once('error', failed);
        worker.unref();
      },
      end: () => {
        count.ended++;
        void worker.removeAllListeners().terminate();
      },
    };
  }, longest);
  return { convert, count };
}

const ECHO = `port.on('message', ({ bytes, format }) => {
  if (format === 'pdf') while (true);
  if (format === 'odt') throw new Error('stuk');
  port.postMessage(bytes.length === 0 ? { refusal: 'Het bestand is leeg.' } : { converted: { markdown: String(bytes), places: [], remarks: [] } });
})`;
const bytes = (value: number) => Uint8Array.of(value);

test('files are converted one after the other, in one worker', async () => {
  const { convert, count } = convertingBy(ECHO);
  const asked = [1, 2, 3].map((value) => convert(bytes(value), 'txt'));
  expect((await Promise.all(asked)).map(({ markdown }) => markdown)).toEqual(['1', '2', '3']);
  await expect(convert(new Uint8Array(), 'txt')).rejects.toEqual(new Refusal('Het bestand is leeg.'));
  expect(count).toEqual({ started: 1, ended: 0 });
});

test('one that takes too long is refused and ended, and the next one is converted', async () => {
  const { convert, count } = convertingBy(ECHO, 2_000);
  await expect(convert(bytes(1), 'pdf')).rejects.toThrow(/^Het omzetten duurt te lang\./);
  expect((await convert(bytes(2), 'txt')).markdown).toBe('2');
  expect(count).toEqual({ started: 2, ended: 1 });
});

test('one that is taken back is ended at once; one that fails takes no other along', async () => {
  const { convert, count } = convertingBy(ECHO);
  const stopping = new AbortController();
  const taken = convert(bytes(1), 'pdf', stopping.signal);
  const next = convert(bytes(2), 'txt');
  const broken = convert(bytes(3), 'odt');
  const last = convert(bytes(4), 'txt');
  await vi.waitFor(() => expect(count.started).toBe(1));
  stopping.abort();
  await expect(taken).rejects.toThrow(/abort/i);
  expect((await next).markdown).toBe('2');
  await expect(broken).rejects.toThrow('stuk');
  expect((await last).markdown).toBe('4');
});

test('one that was taken back before its turn leaves the worker its time', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const { convert, count } = convertingBy(ECHO);
  await convert(bytes(1), 'txt');
  vi.advanceTimersByTime(29_000);
  await expect(convert(bytes(2), 'txt', AbortSignal.abort())).rejects.toThrow(/abort/i);
  await convert(bytes(3), 'txt');
  vi.advanceTimersByTime(2_000);
  await vi.waitFor(() => expect(count).toEqual({ started: 1, ended: 0 }));
  vi.advanceTimersByTime(30_000);
  vi.useRealTimers();
  await vi.waitFor(() => expect(count.ended).toBe(1));
});
