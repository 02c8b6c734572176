import { type HoverParams, MarkupKind } from 'vscode-languageserver';
import { COMMANDS } from '../protocol/requests.js';
import { cancelled, rangeIn, type Session, writersDocument } from './session.js';

export function listenForHover(session: Session): void {
  const { connection, service, workspace } = session;
  connection.onHover(async ({ textDocument, position }: HoverParams, token) => {
    const inConfiguration = session.configurationFile.hover(textDocument.uri, position);
    if (inConfiguration !== undefined) return inConfiguration;
    const inStudy = await session.studyFile.hover(textDocument.uri, position);
    if (inStudy !== undefined) return inStudy;
    const document = writersDocument(session, textDocument.uri);
    if (!document) return null;
    const programme = await workspace.programmeWith(document);
    if (token.isCancellationRequested) throw cancelled();
    const found = service.hover(programme, document.offsetAt(position), {
      lineOf: (offset) => document.positionAt(offset).line + 1,
      links: (key, words) => linksTo(session, key, [document.uri, position], words),
    });
    if (!found) return null;
    return {
      contents: { kind: MarkupKind.Markdown, value: found.markdown },
      range: rangeIn(document, found),
    };
  });
}

/** Links below a hover, as far as the client has the commands for them. */
function linksTo({ client }: Session, key: string, here: readonly unknown[], words?: string): [string, string][] {
  const silent: [string, string, readonly unknown[]][] =
    words === undefined ? [] : [['Niet meer tonen', COMMANDS.silenceWords, [here[0], words]]];
  const links: [string, string, readonly unknown[]][] = [
    ['Lees verder', COMMANDS.openStudy, [key]],
    ['Bron invoegen', COMMANDS.insertSource, [key]],
    ['Waarom dit?', COMMANDS.explain, here],
    ...silent,
  ];
  return links
    .filter(([, command]) => client.commands.has(command))
    .map(([words, command, args]) => [words, `command:${command}?${argument(args)}`]);
}

/** Arguments of a command in a link: brackets in the name of a file would end the link. */
function argument(args: readonly unknown[]): string {
  return encodeURIComponent(JSON.stringify(args)).replace(/[()'*!]/g, (mark) => `%${mark.charCodeAt(0).toString(16)}`);
}
