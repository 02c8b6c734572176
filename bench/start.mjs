/** How long things take to begin: the server and the command line, beside a Node that does nothing. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { Client } from './client.mjs';
import { median, timed } from './measure.mjs';

const run = (args) => timed(() => spawnSync(process.execPath, args, { stdio: 'ignore' }));

/** @returns medians in milliseconds */
export async function starts(server, sample, rounds) {
  const text = readFileSync(sample, 'utf8');
  const samples = { node: [], initialize: [], findings: [] };
  for (let round = 0; round < rounds; round++) {
    samples.node.push(run(['-e', '0']));
    const client = new Client(server);
    await client.initialize();
    samples.initialize.push(performance.now() - client.started);
    await client.open('file:///bench/voorbeeld.md', text);
    samples.findings.push(performance.now() - client.started);
    client.stop();
  }
  return { node: median(samples.node), initialize: median(samples.initialize), findings: median(samples.findings) };
}

export function commandLine(cli, folder, rounds) {
  const samples = { node: [], check: [] };
  for (let round = 0; round < rounds; round++) {
    samples.node.push(run(['-e', '0']));
    samples.check.push(run([cli, 'check', folder, '--format', 'json']));
  }
  return { node: median(samples.node), check: median(samples.check) };
}
