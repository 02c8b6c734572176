import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import { ListRootsRequestSchema } from '@modelcontextprotocol/sdk/types.js';
import { afterEach } from 'vitest';
import { URI } from 'vscode-uri';
import { CLI } from '../cli/run.js';

export interface Answer {
  readonly text: string;
  readonly isError: boolean;
}

const started: Assistant[] = [];
afterEach(async () => {
  for (const assistant of started.splice(0)) await assistant.client.close();
});

/** An assistant as far as it speaks the protocol: the client of the library, before the command as it is built. */
export class Assistant {
  /** What the server said on its standard error. */
  said = '';

  private constructor(
    readonly client: Client,
    readonly transport: StdioClientTransport,
    /** Paths of the folders that it has open; undefined for one that does not tell. */
    public roots: readonly string[] | undefined,
  ) {
    transport.stderr?.on('data', (data) => {
      this.said += data;
    });
  }

  /** @param args folders on the command line */
  static async start(roots?: readonly string[], args: readonly string[] = []): Promise<Assistant> {
    const capabilities = roots ? { roots: { listChanged: true } } : {};
    const client = new Client({ name: 'proef', version: '1.0.0' }, { capabilities });
    const transport = new StdioClientTransport({
      command: process.execPath,
      args: [CLI, 'mcp', ...args],
      stderr: 'pipe',
    });
    const assistant = new Assistant(client, transport, roots);
    if (roots)
      client.setRequestHandler(ListRootsRequestSchema, () => ({
        roots: (assistant.roots ?? []).map((path) => ({ uri: URI.file(path).toString() })),
      }));
    await client.connect(transport);
    started.push(assistant);
    return assistant;
  }

  async call(name: string, given: Record<string, unknown>, options?: { signal: AbortSignal }): Promise<Answer> {
    const { content, isError } = await this.client.callTool({ name, arguments: given }, undefined, options);
    const [part] = content as { type: string; text: string }[];
    return { text: part!.text, isError: isError === true };
  }

  async text(name: string, given: Record<string, unknown>): Promise<string> {
    const { text, isError } = await this.call(name, given);
    if (isError) throw new Error(text);
    return text;
  }

  async fault(name: string, given: Record<string, unknown>): Promise<string> {
    const { text, isError } = await this.call(name, given);
    if (!isError) throw new Error(`Dit werd beantwoord: ${text}`);
    return text;
  }
}
