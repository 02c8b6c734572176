import type { CodeLens } from 'vscode-languageserver';
import { COMMANDS } from '../protocol/requests.js';
import { cancelled, rangeIn, type Session, writersDocument } from './session.js';

/** Lines above headings with the coverage of their theme. */
export function listenForLenses(session: Session): void {
  const { connection, service, workspace, settings } = session;
  connection.onCodeLens(async ({ textDocument }, token): Promise<CodeLens[] | null> => {
    const document = writersDocument(session, textDocument.uri);
    if (!document || !(await settings.of(document.uri)).codeLens) return null;
    const programme = await workspace.programmeWith(document);
    if (token.isCancellationRequested) throw cancelled();
    const command = session.client.commands.has(COMMANDS.showCoverage) ? COMMANDS.showCoverage : '';
    return service.lenses(programme).map((lens) => ({
      range: rangeIn(document, lens),
      command: {
        title: lens.title,
        command,
        ...(command === '' ? {} : { arguments: [document.uri, ...(lens.theme === undefined ? [] : [lens.theme])] }),
      },
    }));
  });
}
