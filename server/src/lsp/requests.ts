import { RequestType } from 'vscode-languageserver';

/** Requests beyond LSP, between this server and its own client. */

/** Server → client: text of a file, or null. */
export const readFileRequest = new RequestType<string, string | null, void>('opgavenwijzer/leesBestand');
/** Server → client: every Markdown file in a folder. */
export const markdownInRequest = new RequestType<string, string[], void>('opgavenwijzer/markdownIn');
