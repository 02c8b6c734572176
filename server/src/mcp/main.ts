import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js';
import { ErrorCode } from '@modelcontextprotocol/sdk/types.js';
import type { URI } from 'vscode-uri';
import type { Service } from '../core/index.js';
import { boundedLines } from './bounded-input.js';
import { createServer } from './server.js';

/** Serves an assistant over standard input and output, until it goes. */
export async function serveAssistant(
  service: Service,
  folders: readonly URI[],
  warn: (message: string) => void,
): Promise<void> {
  const server = createServer(service, folders, warn);
  const lines = boundedLines(process.stdin, (id = null as never) => {
    const error = { code: ErrorCode.InvalidRequest, message: 'Dit bericht is te groot: de grens is 8 MB.' };
    process.stdout.write(`${JSON.stringify({ jsonrpc: '2.0', id, error })}\n`);
  });
  const gone = new Promise<void>((resolve) => {
    server.onclose = resolve;
    lines.on('end', () => void server.close());
  });
  await server.connect(new StdioServerTransport(lines, process.stdout));
  await gone;
}
