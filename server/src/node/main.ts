#!/usr/bin/env node
import { setFlagsFromString } from 'node:v8';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { builtinStudy } from '../core/index.js';
import { ownOrEditorFiles } from '../lsp/editor-files.js';
import { startServer } from '../lsp/server.js';
import { VERSION } from '../version.js';
import { convertFile } from './converting.js';
import { nodeFiles } from './file-system.js';
import { optimiseLater } from './optimise-later.js';
import { stdioConnection } from './stdio.js';

/** The ways in that an editor can choose on the command line; several are followed by `=` and a value. */
const WAYS_IN = ['--stdio', '--node-ipc', '--socket', '--pipe'];

/** The server as a process, for editors; a person who starts it by hand is told what it is. */
const args = process.argv.slice(2);
if (args.some((arg) => WAYS_IN.includes(arg.split('=')[0]!))) {
  optimiseLater();
  // A server stays for as long as its editor does. The room for new data is not made larger, which saves it 26 MB; and it is
  // cleared when it has grown by a third, not when it has grown to several times what is in use.
  setFlagsFromString('--semi-space-growth-factor=1 --heap-growing-percent=30');
  startServer(
    (options) =>
      args.includes('--stdio') ? stdioConnection(options) : createConnection(ProposedFeatures.all, options),
    () => [builtinStudy],
    (connection) => ({ files: ownOrEditorFiles(nodeFiles, connection), convert: convertFile }),
  );
} else if (args.includes('--version'))
  process.stdout.write(`${VERSION}
`);
else {
  process.stderr.write(
    'opgavenwijzer-language-server is bedoeld voor editors en wordt door hen gestart met --stdio. Zie docs/editors.md; in de terminal werkt opgavenwijzer --help.\n',
  );
  process.exitCode = 2;
}
