/** What is waited for when something is called first: each time a fresh process. */
import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { Client } from './client.mjs';
import { timedRun } from './measure.mjs';

const URI = 'file:///bench/programma.md';

export const bareNode = () => timedRun('-e', '0');

/** From the start of the server's process to the findings of a text. */
export async function firstFindings(server, text) {
  const client = new Client(server);
  await client.initialize();
  await client.open(URI, text);
  const took = performance.now() - client.started;
  client.stop();
  return took;
}

/** From the start of the server's process to its answer to `initialize`. */
export async function untilInitialized(server) {
  const client = new Client(server);
  await client.initialize();
  const took = performance.now() - client.started;
  client.stop();
  return took;
}

/** From `didOpen` in a server that has read nothing yet to the findings. */
export async function opening(server, text) {
  const client = new Client(server);
  await client.initialize();
  const start = performance.now();
  await client.open(URI, text);
  const took = performance.now() - start;
  client.stop();
  return took;
}

/** One pass over the words of a text, once the expression is compiled. */
export function wordPass(text) {
  const words = /\p{L}+/gu;
  const pass = () => {
    const start = performance.now();
    words.lastIndex = 0;
    while (words.exec(text));
    return performance.now() - start;
  };
  pass();
  pass();
  return pass();
}

/** Reading the code of the extension in a fresh process, with something that answers to every name in the place of the editor. */
export function extensionLoad(client) {
  const program = `
    const vscode = new Proxy(function () {}, { get: (own, name) => (name === 'prototype' ? own.prototype : vscode), apply: () => vscode });
    const modules = require('node:module');
    const load = modules._load;
    modules._load = (name, ...rest) => (name === 'vscode' ? vscode : load(name, ...rest));
    const start = performance.now();
    require(${JSON.stringify(resolve(client))});
    console.log(performance.now() - start);`;
  return Number(spawnSync(process.execPath, ['-e', program], { encoding: 'utf8' }).stdout);
}
