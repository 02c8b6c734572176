import { answer } from '../project/assistant/assistant.js';
import { Refusal } from '../project/assistant/input.js';
import { uriOf } from '../project/uris.js';
import { type AssistantAnswer, type AssistantParams, assistantRequest } from '../protocol/assistants.js';
import { cancelled, type Session, writersDocument } from './session.js';

/** Answers assistants in the editor: what is open counts as it stands there, saved or not. */
export function listenForAssistants(session: Session): void {
  const { connection, service, workspace, files } = session;
  connection.onRequest<AssistantAnswer, void>(assistantRequest, async (params: AssistantParams, token) => {
    const { tool, input, uri, room } = params;
    const active = typeof uri === 'string' && writersDocument(session, uri) ? uriOf(uri) : undefined;
    try {
      const text = await answer(
        { service, workspace, files, active },
        tool,
        input,
        room && room > 0 ? room : undefined,
      );
      if (token.isCancellationRequested) throw cancelled();
      return { text };
    } catch (error) {
      if (error instanceof Refusal) return { refused: error.message };
      throw error;
    }
  });
}
