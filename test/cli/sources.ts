import { spawnSync } from 'node:child_process';
import { needProgram } from '../debian.js';

/** A made-up programme with one opgave that is missing and one that is taken up. */
export const PROGRAMME = `# Verder met Waterdam

## Thuis

In onze stad is het woningtekort groter dan ooit.

## Wijken

Wij gaan in alle wijken aan de slag met een wijkenaanpak nieuwe stijl, samen met bewoners en corporaties.
`;

/** The same text as a file of another kind, by pandoc. */
export function asFile(format: 'docx' | 'odt' | 'html' | 'plain', markdown = PROGRAMME): Uint8Array {
  needProgram('pandoc');
  const { stdout, stderr, status } = spawnSync('pandoc', ['--from', 'markdown', '--to', format, '--output', '-'], {
    input: markdown,
  });
  if (status !== 0) throw new Error(String(stderr));
  return stdout;
}
