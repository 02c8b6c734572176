import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import { builtinStudy } from '../core/index.js';
import { editorFiles } from '../lsp/editor-files.js';
import { startServer } from '../lsp/server.js';

/** The server as a web worker. */
const connection = createConnection(new BrowserMessageReader(self as never), new BrowserMessageWriter(self as never));
startServer(connection, () => [builtinStudy], editorFiles(connection));
