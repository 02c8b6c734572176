import { convert } from './convert.js';
import { Refusal } from './refusal.js';
import type { Answer, Task } from './task.js';

/** What a worker hears from and speaks to, in a browser and in Node. */
interface Port {
  postMessage(message: Answer): void;
  addEventListener(type: 'message', listener: (event: { data: Task }) => void): void;
  start?(): void;
}

/** The conversion in a worker of its own, which can be ended whatever it is doing. One file for Node and the browser. */
// biome-ignore lint/correctness/noNodejsModules: in Node there is no other way to the port, and only there it is asked for
const port: Port = 'importScripts' in globalThis ? globalThis : require('node:worker_threads').parentPort;

port.addEventListener('message', ({ data }) => void work(data));
port.start?.();

async function work({ bytes, format }: Task): Promise<void> {
  try {
    port.postMessage({ converted: await convert(bytes, format) });
  } catch (error) {
    const { message } = error as Error;
    port.postMessage(error instanceof Refusal ? { refusal: message } : { failure: message });
  }
}
