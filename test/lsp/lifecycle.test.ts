import { type ChildProcess, type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { Client } from './client.js';

const SERVER = join(import.meta.dirname, '../../dist/server.js');
const URI = 'file:///programma.md';

const started: ChildProcess[] = [];
afterEach(() => {
  for (const child of started.splice(0)) child.kill('SIGKILL');
});

/** A server spoken to in bytes. */
class Raw {
  readonly child: ChildProcessWithoutNullStreams;
  private read = Buffer.alloc(0);
  private waiting: (() => void) | undefined;

  constructor() {
    this.child = spawn(process.execPath, [SERVER, '--stdio'], { stdio: 'pipe' });
    started.push(this.child);
    this.child.stdin.on('error', () => undefined);
    this.child.stderr.resume();
    this.child.stdout.on('data', (data: Buffer) => {
      this.read = Buffer.concat([this.read, data]);
      this.waiting?.();
    });
  }

  get ended(): Promise<number | null> {
    return this.child.exitCode === null
      ? once(this.child, 'exit').then(([code]) => code)
      : Promise.resolve(this.child.exitCode);
  }

  write(bytes: string | Buffer): void {
    this.child.stdin.write(bytes);
  }

  send(message: object): void {
    this.write(frame({ jsonrpc: '2.0', ...message }));
  }

  initialize(processId: number | null = process.pid): Promise<{ result?: unknown }> {
    this.send({ id: 1, method: 'initialize', params: { processId, rootUri: null, capabilities: {} } });
    return this.answer(1);
  }

  /** The answer to a request. */
  async answer(id: number): Promise<{ result?: unknown; error?: { code: number } }> {
    for (;;) {
      const message = this.next();
      if (!message) await new Promise<void>((done) => (this.waiting = done));
      else if (message.id === id && !('method' in message)) return message;
    }
  }

  private next(): { id?: number; result?: unknown; error?: { code: number } } | undefined {
    const end = this.read.indexOf('\r\n\r\n');
    if (end < 0) return undefined;
    const length = Number(/Content-Length: (\d+)/i.exec(this.read.toString('latin1', 0, end))?.[1]);
    if (this.read.length < end + 4 + length) return undefined;
    const body = this.read.toString('utf8', end + 4, end + 4 + length);
    this.read = this.read.subarray(end + 4 + length);
    return JSON.parse(body);
  }
}

const frame = (message: object): string => {
  const body = JSON.stringify(message);
  return `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
};
const hover = (id: number) => ({
  id,
  method: 'textDocument/hover',
  params: { textDocument: { uri: URI }, position: { line: 0, character: 0 } },
});

describe('the end of a server', () => {
  it('after shutdown and exit is orderly', async () => {
    const client = await Client.start();
    expect(await client.stop()).toBe(0);
  });

  it('by exit without shutdown is not', async () => {
    const server = new Raw();
    await server.initialize();
    server.send({ method: 'exit' });
    expect(await server.ended).toBe(1);
  });

  it('before it was started at all', async () => {
    const server = new Raw();
    server.send({ method: 'exit' });
    expect(await server.ended).toBe(1);
  });

  it('comes when nobody can speak to it any more', async () => {
    const server = new Raw();
    await server.initialize();
    server.child.stdin.end();
    expect(await server.ended).toBe(1);
  });

  it('comes when nobody hears it any more', async () => {
    const server = new Raw();
    await server.initialize();
    server.child.stdout.destroy();
    server.send({
      method: 'textDocument/didOpen',
      params: { textDocument: { uri: URI, languageId: 'markdown', version: 1, text: 'x' } },
    });
    for (let id = 2; id < 100; id++) server.send(hover(id));
    server.child.stdin.end();
    expect(await server.ended).toBeTypeOf('number');
  });

  it('comes in the middle of a message', async () => {
    const server = new Raw();
    await server.initialize();
    server.write('Content-Length: 1000\r\n\r\n{"jsonrpc":"2.0",');
    server.child.stdin.end();
    expect(await server.ended).toBe(1);
  });

  it('comes when the editor that it belongs to is gone, although its pipe is held open', async () => {
    const editor = spawn(process.execPath, ['-e', 'process.stdin.resume()'], { stdio: 'pipe' });
    started.push(editor);
    const server = new Raw();
    await server.initialize(editor.pid!);
    editor.kill('SIGKILL');
    expect(await server.ended).toBe(1);
  });
});

describe('messages out of their order', () => {
  it('a request before initialize is answered with an error, and the server can still start', async () => {
    const server = new Raw();
    server.send({ ...hover(7) });
    expect((await server.answer(7)).error?.code).toBeTypeOf('number');
    expect((await server.initialize()).result).toBeDefined();
  });

  it('a second initialize is refused, and changes nothing', async () => {
    const client = await Client.start();
    await client.open(URI, 'Wij kiezen voor de wijken [@trendstudie:wijkenaanpakk].\n');
    await expect(client.ask('initialize', { processId: null, rootUri: null, capabilities: {} })).rejects.toMatchObject({
      code: -32600,
    });
    expect(await client.pull(URI)).not.toEqual([]);
    expect(await client.stop()).toBe(0);
  });

  it('an answer to nothing and a notification that nobody knows go by', async () => {
    const server = new Raw();
    await server.initialize();
    server.send({ id: 4711, result: null });
    server.send({ method: '$/nergens' });
    server.send({ method: '$/cancelRequest', params: { id: null } });
    server.send({ method: 'nergens' });
    server.send(hover(2));
    expect(await server.answer(2)).toMatchObject({ result: null });
  });

  it('two changes under the same version are both in the findings', async () => {
    const client = await Client.start();
    await client.open(URI, 'Er is niets aan de hand.\n');
    expect(await client.pull(URI)).toEqual([]);
    await client.change(URI, 1, [{ text: 'Wij kiezen voor de wijken [@trendstudie:wijkenaanpakk].\n' }]);
    await client.ask('opgavenwijzer/controleer', { uri: URI });
    expect((await client.pull(URI)).map(({ code }) => code)).toEqual(['bron-onbekend']);
    expect(await client.stop()).toBe(0);
  });

  it('half a document and half a change are not let in', async () => {
    const client = await Client.start();
    await client.open(URI, 'Wij kiezen voor de wijken [@trendstudie:wijkenaanpakk].\n');
    const tell = (method: string, params: unknown) => client.connection.sendNotification(method, params);
    await tell('textDocument/didOpen', { textDocument: { languageId: 'markdown', version: 1, text: 'x' } });
    await tell('textDocument/didOpen', { textDocument: { uri: 'file:///half.md', version: 1 } });
    for (const change of [null, {}, { text: 5 }, { text: 'x', range: {} }, { text: 'x', range: { start: 1 } }])
      await client.change(URI, 2, [change]);
    await client.change(URI, 3, null as never);
    expect((await client.pull(URI)).map(({ code }) => code)).toEqual(['bron-onbekend']);
    expect(await client.pull('file:///half.md')).toEqual([]);
    expect(await client.stop()).toBe(0);
  });
});

describe('broken frames', () => {
  it('a message in pieces is one message', async () => {
    const server = new Raw();
    await server.initialize();
    const bytes = Buffer.from(frame({ jsonrpc: '2.0', ...hover(2) }));
    for (const byte of bytes) server.write(Buffer.of(byte));
    expect(await server.answer(2)).toMatchObject({ result: null });
  });

  it.each([
    ['a body that is no JSON', 'Content-Length: 5\r\n\r\n{"a":'],
    ['a body that is no message', 'Content-Length: 4\r\n\r\nnull'],
    ['a body that is a list', 'Content-Length: 2\r\n\r\n[]'],
    ['an empty body', 'Content-Length: 0\r\n\r\n'],
    [
      'bytes that are no UTF-8',
      Buffer.concat([Buffer.from('Content-Length: 4\r\n\r\n'), Buffer.from([0xff, 0xfe, 0xed, 0xa0])]),
    ],
    ['an unknown header', `Content-Type: x/y; charset=nergens\r\n${frame({ jsonrpc: '2.0', method: '$/x' })}`],
    ['no length', 'Content-Type: x\r\n\r\n{}'],
    ['a length that is no number', 'Content-Length: veel\r\n\r\n{}'],
    ['noise', 'Dit is geen bericht.\r\n\r\n'],
  ])('%s: the server goes on, or ends with an exit code; it does not hang', async (_, bytes) => {
    const server = new Raw();
    await server.initialize();
    server.write(bytes);
    server.send(hover(2));
    const outcome = await Promise.race([
      server.answer(2).then(() => 'goes on'),
      server.ended.then((code) => `ends ${code}`),
    ]);
    expect(outcome).toMatch(/^goes on$|^ends 1$/);
    // Whatever came before: when the pipe closes it is gone.
    server.child.stdin.end();
    expect(await server.ended).toBe(1);
  });

  it('a length below nothing: it is gone with its pipe', async () => {
    const server = new Raw();
    await server.initialize();
    server.write('Content-Length: -1\r\n\r\n{}');
    server.send(hover(2));
    server.child.stdin.end();
    expect(await server.ended).toBe(1);
  });
});
