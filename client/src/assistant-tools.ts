import * as vscode from 'vscode';
import { ABOUT_OPEN_DOCUMENT, assistantRequest, TOOL_PREFIX } from '../../server/src/protocol/assistants.js';
import type { Environment } from './environment.js';

interface Manifest {
  readonly contributes: {
    readonly languageModelTools: readonly { readonly name: string; readonly tags: readonly string[] }[];
  };
}

/** What a model may fill in, as far as it says which text is meant. */
interface Meant {
  readonly tekst?: string;
  readonly bestand?: string;
}

/** A token of Dutch is somewhat more than three characters: so it fits for certain. */
const CHARACTERS_A_TOKEN = 3;

type Tool = vscode.LanguageModelTool<Meant>;

/** The tools of the manifest, by name, which any assistant in VS Code can call; the server answers. */
export function assistantTools(environment: Environment, { contributes }: Manifest): ReadonlyMap<string, Tool> {
  const tools = contributes.languageModelTools.map(({ name, tags }): [string, Tool] => [
    name,
    {
      prepareInvocation({ input }) {
        const file = fileMeant(environment, input, tags.includes(ABOUT_OPEN_DOCUMENT));
        if (file === undefined) return undefined;
        return {
          invocationMessage: `Opgavenwijzer leest ${file}`,
          confirmationMessages: {
            title: 'Mag Opgavenwijzer een bestand lezen?',
            message: `Opgavenwijzer leest ${file} naast de studie. Zinnen daaruit gaan naar de assistent die dit vraagt.`,
          },
        };
      },
      async invoke({ input, tokenizationOptions }, token) {
        const uri = environment.active.uri?.toString();
        const answer = await environment.server.ask(
          assistantRequest,
          {
            tool: name.slice(TOOL_PREFIX.length),
            input,
            ...(uri === undefined ? {} : { uri }),
            ...(tokenizationOptions ? { room: tokenizationOptions.tokenBudget * CHARACTERS_A_TOKEN } : {}),
          },
          token,
        );
        if ('refused' in answer) throw new Error(answer.refused);
        return new vscode.LanguageModelToolResult([new vscode.LanguageModelTextPart(answer.text)]);
      },
    },
  ]);
  return new Map(tools);
}

/** The file that will be read, as its reader knows it; undefined where the question needs none. */
function fileMeant({ active }: Environment, { tekst, bestand }: Meant, aboutOpen: boolean): string | undefined {
  if (bestand) return `‘${String(bestand)}’`;
  if (tekst || !aboutOpen || !active.uri) return undefined;
  return `‘${vscode.workspace.asRelativePath(active.uri)}’`;
}
