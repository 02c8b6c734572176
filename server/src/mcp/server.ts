import { Server } from '@modelcontextprotocol/sdk/server/index.js';
import {
  CallToolRequestSchema,
  type CallToolResult,
  CompleteRequestSchema,
  ErrorCode,
  GetPromptRequestSchema,
  ListPromptsRequestSchema,
  ListResourcesRequestSchema,
  ListResourceTemplatesRequestSchema,
  ListToolsRequestSchema,
  McpError,
  ReadResourceRequestSchema,
} from '@modelcontextprotocol/sdk/types.js';
import type { URI } from 'vscode-uri';
import type { Service } from '../core/index.js';
import { answer } from '../project/assistant/assistant.js';
import { Refusal } from '../project/assistant/input.js';
import { TOOLS } from '../project/assistant/tools.js';
import { VERSION } from '../version.js';
import { Conversation } from './conversation.js';
import { PROMPTS, promptText, RULES } from './prompts.js';
import { completionsFor, readResource, resourcesOf, TEMPLATE } from './resources.js';

/** A list of completions is no longer, says the protocol. */
const MOST_COMPLETIONS = 100;

/**
 * A server for assistants. It reads, and does nothing else.
 * @param folders that may be read when the client names none
 * @param warn hears what went wrong, for a log
 */
export function createServer(service: Service, folders: readonly URI[], warn: (message: string) => void): Server {
  const server = new Server(
    { name: 'opgavenwijzer', title: 'Opgavenwijzer', version: VERSION },
    {
      capabilities: { tools: {}, resources: {}, prompts: {}, completions: {} },
      instructions: `Opgavenwijzer houdt teksten naast ${service.studies.map(({ info }) => `‘${info.title}’ (${info.publisher}, ${info.year})`).join(' en ')}.\n\n${RULES}`,
    },
  );
  const conversation = new Conversation(server, service, folders, warn);
  server.onerror = (error) => warn(error.message);

  server.setRequestHandler(ListToolsRequestSchema, () => ({
    tools: TOOLS.map(({ name, title, description, input }) => ({
      name,
      title,
      description,
      inputSchema: { ...input, required: [...input.required] },
      annotations: { title, readOnlyHint: true, openWorldHint: false },
    })),
  }));
  server.setRequestHandler(CallToolRequestSchema, async ({ params }, { signal }): Promise<CallToolResult> => {
    const { name, arguments: given = {} } = params;
    try {
      const text = await conversation.ask(signal, given, (around) => answer(around, name, given));
      return { content: [{ type: 'text', text }] };
    } catch (error) {
      // A model can mend its question: it reads what is the matter.
      return { content: [{ type: 'text', text: inWords(error, warn) }], isError: true };
    }
  });

  server.setRequestHandler(ListResourcesRequestSchema, () => ({ resources: resourcesOf(service) }));
  server.setRequestHandler(ListResourceTemplatesRequestSchema, () => ({
    resourceTemplates: [
      {
        uriTemplate: TEMPLATE,
        name: 'onderdeel',
        title: 'Een onderdeel van een studie',
        description: 'Samenvatting, cijfers, denkrichtingen, bladzijden en verwijzing van één onderdeel.',
        mimeType: 'text/markdown',
      },
    ],
  }));
  server.setRequestHandler(ReadResourceRequestSchema, ({ params }) =>
    orFault(() => ({ contents: [readResource(service, params.uri)] }), warn),
  );

  server.setRequestHandler(ListPromptsRequestSchema, () => ({
    prompts: PROMPTS.map(({ text, ...prompt }) => prompt),
  }));
  server.setRequestHandler(GetPromptRequestSchema, ({ params }) =>
    orFault(
      () => ({
        messages: [{ role: 'user', content: { type: 'text', text: promptText(params.name, params.arguments) } }],
      }),
      warn,
    ),
  );

  server.setRequestHandler(CompleteRequestSchema, ({ params: { ref, argument, context } }) => {
    const values =
      ref.type === 'ref/resource'
        ? completionsFor(service, argument.name, argument.value, context?.arguments?.studie)
        : argument.name === 'onderwerp'
          ? service.search(argument.value).map(({ item }) => item.title)
          : [];
    return {
      completion: {
        values: values.slice(0, MOST_COMPLETIONS),
        total: values.length,
        hasMore: values.length > MOST_COMPLETIONS,
      },
    };
  });
  return server;
}

function orFault<T>(make: () => T, warn: (message: string) => void): T {
  try {
    return make();
  } catch (error) {
    throw new McpError(ErrorCode.InvalidParams, inWords(error, warn));
  }
}

/** What whoever asked is to know; what nobody foresaw is for the log as well. */
function inWords(error: unknown, warn: (message: string) => void): string {
  if (error instanceof Refusal) return error.message;
  warn(`Onverwachte fout: ${(error as Error).stack}`);
  return 'Deze vraag is niet te beantwoorden door een fout in Opgavenwijzer.';
}
