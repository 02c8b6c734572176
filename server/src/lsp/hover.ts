import { type HoverParams, MarkupKind } from 'vscode-languageserver';
import type { ProgrammeCoverage } from '../core/coverage/programme.js';
import { describe, type HoverContext, hover } from '../core/features/hover.js';
import { coverageOfProgramme } from '../core/service.js';
import type { Citable } from '../core/study/model.js';
import { COMMANDS } from '../protocol/requests.js';
import type { OpenDocument } from './open-document.js';
import { cancelled, rangeIn, type Session, writersDocument } from './session.js';
import type { ProgrammeOf } from './workspace.js';

export function listenForHover(session: Session): void {
  session.connection.onHover(async ({ textDocument, position }: HoverParams, token) => {
    const document = writersDocument(session, textDocument.uri);
    if (!document) return null;
    const { programme, context } = await hoverContext(session, document, position);
    if (token.isCancellationRequested) throw cancelled();
    const found = hover(context, programme.documents[0]!.analysis, document.offsetAt(position));
    if (!found) return null;
    return {
      contents: { kind: MarkupKind.Markdown, value: found.markdown },
      range: rangeIn(document, found),
    };
  });
}

async function hoverContext(
  session: Session,
  document: OpenDocument,
  position: HoverParams['position'],
): Promise<{ programme: ProgrammeOf; context: HoverContext }> {
  const programme = await session.workspace.programmeWith(document);
  const { configuration, documents } = programme;
  const context = {
    engine: session.engine,
    programme: coverageOfProgramme(documents, configuration),
    municipality: configuration.gemeente,
    lineOf: (offset: number) => document.positionAt(offset).line + 1,
    document: document.uri,
    links: (item: Citable) => linksTo(session, item, [document.uri, position]),
  };
  return { programme, context };
}

/** What is told about an entry outside any document: beside a completion. */
export function describeAlone(session: Session, item: Citable): string {
  const programme: ProgrammeCoverage = new Map();
  return describe(
    { engine: session.engine, programme, municipality: undefined, lineOf: () => 0, document: '', links: () => [] },
    item,
  );
}

/** Links below a hover, as far as the client has the commands for them. */
function linksTo({ client, engine }: Session, item: Citable, here: readonly unknown[]): [string, string][] {
  const key = `${engine.study.info.key}:${item.id}`;
  const links: [string, string, readonly unknown[]][] = [
    ['Lees verder', COMMANDS.openStudy, [key]],
    ['Bron invoegen', COMMANDS.insertSource, [key]],
    ['Waarom dit?', COMMANDS.explain, here],
  ];
  return links
    .filter(([, command]) => client.commands.has(command))
    .map(([words, command, args]) => [words, `command:${command}?${argument(args)}`]);
}

/** Arguments of a command in a link: brackets in the name of a file would end the link. */
function argument(args: readonly unknown[]): string {
  return encodeURIComponent(JSON.stringify(args)).replace(/[()'*!]/g, (mark) => `%${mark.charCodeAt(0).toString(16)}`);
}
