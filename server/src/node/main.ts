import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { builtinStudy } from '../core/study/builtin.js';
import { startServer } from '../lsp/server.js';
import { nodeFiles } from './files.js';

/** The server as a process: `--stdio`, `--node-ipc`, `--socket=` or `--pipe=` on the command line choose the way in. */
startServer(createConnection(ProposedFeatures.all), () => builtinStudy, nodeFiles);
