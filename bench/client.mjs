/** A language client of a few lines: starts the server, sends messages, waits for answers. */
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';

export class Client {
  #buffer = Buffer.alloc(0);
  #answers = new Map();
  #waiting = [];
  #next = 1;

  /** @param {string} server path of the bundle */
  constructor(server) {
    this.started = performance.now();
    this.process = spawn(process.execPath, [server, '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
    this.process.stdout.on('data', (data) => this.#take(data));
  }

  #take(data) {
    this.#buffer = this.#buffer.length === 0 ? data : Buffer.concat([this.#buffer, data]);
    for (;;) {
      const end = this.#buffer.indexOf('\r\n\r\n');
      if (end < 0) return;
      const length = Number(/Content-Length: (\d+)/i.exec(this.#buffer.toString('latin1', 0, end))[1]);
      if (this.#buffer.length < end + 4 + length) return;
      const message = JSON.parse(this.#buffer.toString('utf8', end + 4, end + 4 + length));
      this.#buffer = this.#buffer.subarray(end + 4 + length);
      this.#handle(message);
    }
  }

  #handle(message) {
    if (message.method !== undefined && message.id !== undefined) {
      // The server asks: a client without settings has nothing to say.
      this.#send({ id: message.id, result: null });
      return;
    }
    if (message.id !== undefined) {
      this.#answers.get(message.id)?.(message);
      this.#answers.delete(message.id);
      return;
    }
    this.#waiting = this.#waiting.filter(({ matches, resolve }) => {
      if (!matches(message)) return true;
      resolve(message.params);
      return false;
    });
  }

  #send(message) {
    const text = JSON.stringify({ jsonrpc: '2.0', ...message });
    this.process.stdin.write(`Content-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`);
  }

  notify(method, params) {
    this.#send({ method, params });
  }

  request(method, params) {
    const id = this.#next++;
    return new Promise((resolve, reject) => {
      this.#answers.set(id, ({ result, error }) => (error ? reject(new Error(error.message)) : resolve(result)));
      this.#send({ id, method, params });
    });
  }

  /** The next notification that meets a condition. */
  notification(method, condition = () => true) {
    return new Promise((resolve) => {
      this.#waiting.push({ matches: (message) => message.method === method && condition(message.params), resolve });
    });
  }

  async initialize(folder = null, capabilities = {}) {
    const folders = folder && [{ uri: folder, name: 'bench' }];
    const params = { processId: process.pid, rootUri: folder, capabilities, workspaceFolders: folders };
    const result = await this.request('initialize', params);
    this.notify('initialized', {});
    return result;
  }

  /** Opens a document and waits for its findings. */
  async open(uri, text) {
    const found = this.findings(uri, 1);
    this.#didOpen(uri, text);
    return found;
  }

  /** The same for a client that asks for findings, as VS Code does. Gives the id by which they are known. */
  async openAndAsk(uri, text) {
    this.#didOpen(uri, text);
    return this.ask(uri);
  }

  /** Asks for findings, and whether they are still those that it knows by an id. */
  async ask(uri, previousResultId) {
    return (await this.request('textDocument/diagnostic', { textDocument: { uri }, previousResultId })).resultId;
  }

  #didOpen(uri, text) {
    this.notify('textDocument/didOpen', { textDocument: { uri, languageId: 'markdown', version: 1, text } });
  }

  change(uri, version, range, text) {
    this.notify('textDocument/didChange', {
      textDocument: { uri, version },
      contentChanges: [{ range, text }],
    });
  }

  async findings(uri, version) {
    const matches = (params) => params.uri === uri && params.version === version;
    return (await this.notification('textDocument/publishDiagnostics', matches)).diagnostics;
  }

  /** Resident memory in bytes; undefined where the system does not say. */
  memory() {
    return residentMemory(this.process.pid);
  }

  stop() {
    this.process.kill();
  }
}

export function residentMemory(pid) {
  try {
    return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))[1]) * 1024;
  } catch {
    return undefined;
  }
}
