import { newProgramme } from '../core/features/new-programme.js';
import { type NewProgrammeParams, newProgrammeRequest } from '../protocol/requests.js';
import type { Session } from './session.js';

/** Answers the request for a programme to start from. */
export function listenForNewProgramme({ connection, engine }: Session): void {
  connection.onRequest(newProgrammeRequest, ({ themes }: NewProgrammeParams) => ({
    fileName: 'programma.md',
    content: newProgramme(engine.study, Array.isArray(themes) ? themes : []),
  }));
}
