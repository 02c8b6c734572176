import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import { builtinStudy } from '../core/index.js';
import { editorFiles } from '../lsp/editor-files.js';
import { startServer } from '../lsp/server.js';
import { uriOf } from '../project/uris.js';
import { convertInWorker } from './converting.js';

/** Where the editor has the code of the conversion; set by who starts this worker. */
declare const opgavenwijzerConvert: string;

/** The server as a web worker. */
startServer(
  (options) =>
    createConnection(new BrowserMessageReader(self as never), new BrowserMessageWriter(self as never), options),
  () => [builtinStudy],
  (connection) => {
    const files = editorFiles(connection);
    return { files, convert: convertInWorker(files, uriOf(opgavenwijzerConvert)) };
  },
);
