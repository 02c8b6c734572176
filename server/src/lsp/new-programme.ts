import { type NewProgrammeParams, newProgrammeRequest } from '../protocol/requests.js';
import type { Session } from './session.js';

/** Answers the request for a programme to start from. */
export function listenForNewProgramme({ connection, service }: Session): void {
  connection.onRequest(newProgrammeRequest, ({ themes }: NewProgrammeParams) => ({
    fileName: 'programma.md',
    content: service.newProgramme(Array.isArray(themes) ? themes : []),
  }));
}
