import { method } from './method.js';

export interface AssistantParams {
  /** Name of the tool, without what VS Code puts before it. */
  readonly tool: string;
  /** What the model filled in; checked by the server. */
  readonly input: unknown;
  /** The document that is being written. */
  readonly uri?: string;
  /** Characters that the answer may have. */
  readonly room?: number;
}

/** Plain text for a language model, or why there is none, in words. */
export type AssistantAnswer = { readonly text: string } | { readonly refused: string };

/** Answers a question of an assistant; the tools and what they take are those of the manifest. */
export const assistantRequest = method<AssistantParams, AssistantAnswer>('assistent');

/** What the name of a tool begins with in VS Code, where those of all extensions stand together. */
export const TOOL_PREFIX = 'opgavenwijzer_';
/** Mark of a tool that is about the document that is being written, when the question names no other text. */
export const ABOUT_OPEN_DOCUMENT = 'open-document';
