import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { URI } from 'vscode-uri';
import {
  commonNames,
  excerpt,
  type Opgave,
  type ProgrammeOpgave,
  placeText,
  STATE_NAMES,
  type StudyIndex,
  sentenceAround,
  toldId,
  toldName,
} from '../core/index.js';
import { nameOf, ResourceMap, shownUri, uriOf } from '../project/uris.js';
import type { MemberDocument, ProgrammeOf } from '../project/workspace.js';
import {
  type Counts,
  type Coverage,
  type CoverageOpgave,
  type CoverageParams,
  type CoveragePlace,
  checkRequest,
  coverageChangedNotification,
  coverageRequest,
  type Summary,
  summaryRequest,
} from '../protocol/requests.js';
import type { Diagnostics } from './diagnostics.js';
import { rangeIn, type Session, writersDocument } from './session.js';

/** Answers requests for coverage. */
export function listenForCoverage(session: Session, diagnostics: Diagnostics): void {
  const { connection } = session;
  connection.onRequest(coverageRequest, async ({ uri, scope }: CoverageParams) => {
    const document = writersDocument(session, uri);
    if (!document) return null;
    const kind = scope === 'document' ? 'document' : 'programme';
    return coverage(session, await session.workspace.programmeWith(document, kind), document, kind);
  });
  connection.onRequest(summaryRequest, ({ uri }: { uri: string }) => summary(session, uri));
  connection.onRequest(checkRequest, ({ uri }: { uri: string }) => {
    const document = writersDocument(session, uri);
    if (document) diagnostics.check(document.uri);
    return summary(session, uri);
  });
}

async function summary(session: Session, uri: string): Promise<Summary | null> {
  const document = writersDocument(session, uri);
  if (!document) return null;
  const { service, workspace } = session;
  const programme = await workspace.programmeWith(document);
  const { counts } = service.coverage(programme);
  return { uri, total: totalOf(counts), counts, ...severalIn(service.atWork(programme.configuration)) };
}

/** What studies call their opgaven, where that is another word. */
function severalIn(studies: readonly StudyIndex[]): { several?: string } {
  const infos = studies.map(({ info }) => info);
  return infos.some(({ names }) => names?.opgave) ? { several: commonNames(infos, 'opgave') } : {};
}

function coverage(
  { service, workspace }: Session,
  programme: ProgrammeOf,
  document: TextDocument,
  scope: Coverage['scope'],
): Coverage {
  const { folder, together, documents } = programme;
  const { counts, themes } = service.coverage(programme);
  const studies = service.atWork(programme.configuration);
  const members = new Map(documents.map((member) => [member.key, member]));
  const placesOf = placesIn(members, (member) => workspace.textOf(member), folder);
  const opgaveOf = (
    study: StudyIndex,
    { id, title }: Opgave,
    place: string,
    found: ProgrammeOpgave,
  ): CoverageOpgave => ({
    id: toldId({ study, studies }, id),
    title,
    state: found.state,
    stateName: STATE_NAMES[found.state],
    place,
    ...(found.reason === undefined ? {} : { reason: found.reason }),
    evidence: found.evidence
      .slice(0, MOST_PLACES)
      .flatMap((item) =>
        placesOf(item, item.kind).map((place) =>
          item.stance === 'anders' ? { ...place, stance: item.stance } : place,
        ),
      ),
    moreEvidence: Math.max(0, found.evidence.length - MOST_PLACES),
    raisedBy: found.raisedBy.slice(0, MOST_PLACES).flatMap((mention) => {
      if (mention.kind === 'opgave') return placesOf(mention, 'words');
      const trend = {
        id: toldId({ study, studies }, mention.id),
        title: study.find(mention.id)?.title ?? mention.id,
      };
      return placesOf(mention, 'trend').map((place) => ({ ...place, trend }));
    }),
    moreRaisedBy: Math.max(0, found.raisedBy.length - MOST_PLACES),
  });
  return {
    scope,
    name: nameOf(together ?? uriOf(document.uri)),
    ...(folder === undefined ? {} : { folder: folder.toString() }),
    documents: documents.length,
    total: totalOf(counts),
    counts,
    ...severalIn(studies),
    themes: themes.map(({ study, theme, counts, opgaven }) => ({
      id: toldId({ study, studies }, theme.id),
      name: toldName({ study, studies }, theme.name),
      place: placeText(theme),
      total: opgaven.length,
      counts,
      ...severalIn([study]),
      opgaven: opgaven.map(({ opgave, coverage: found }) => opgaveOf(study, opgave, placeText(opgave), found)),
    })),
  };
}

const totalOf = (counts: Counts): number => Object.values(counts).reduce((sum, count) => sum + count, 0);

/** A view lists no more places under one opgave; how many more there are it can say. */
const MOST_PLACES = 25;

type InDocument = { document: string; from: number; to: number; block: number; strength: number };

/** Turns places in the documents of a programme into those of LSP. */
function placesIn(
  members: ReadonlyMap<string, MemberDocument>,
  textOf: (member: MemberDocument) => TextDocument,
  folder: URI | undefined,
): (place: InDocument, kind: CoveragePlace['kind']) => CoveragePlace[] {
  return ({ document, from, to, block, strength }, kind) => {
    const member = members.get(document);
    if (!member) return [];
    const { text, blocks } = member.analysis;
    const range = rangeIn(textOf(member), { from, to });
    return [
      {
        uri: document,
        range,
        line: range.start.line + 1,
        file: folder === undefined ? nameOf(member.uri) : shownUri(member.uri, folder),
        excerpt: excerpt(text, blocks[block] ?? { from, to }, { from, to }),
        sentence: sentenceAround(text, blocks[block] ?? { from, to }, { from, to }),
        kind,
        strength,
      },
    ];
  };
}

/** Quiet time after which views hear that coverage changed. */
const QUIET = 300;

/** Tells the client, once the writer pauses, of which open documents the coverage may have changed. */
export class CoverageNews {
  private readonly uris = new Set<string>();
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly session: Session) {}

  /** @param uri what changed; without it, anything may have */
  changed(uri?: string): void {
    const { documents, log } = this.session;
    if (uri === undefined) for (const open of documents.keys()) this.uris.add(open);
    else this.uris.add(uri);
    clearTimeout(this.timer);
    this.timer = setTimeout(() => log.attempt('Bericht over dekking', this.send()), QUIET);
  }

  private async send(): Promise<void> {
    const { documents, connection, workspace } = this.session;
    const uris = new Set(this.uris);
    this.uris.clear();
    const programmes = new ResourceMap<true>();
    for (const changed of uris) programmes.set((await workspace.programmeOf(changed)).folder ?? changed, true);
    for (const open of documents.keys())
      if (programmes.has((await workspace.programmeOf(open)).folder ?? open)) uris.add(open);
    const open = [...uris].filter((uri) => writersDocument(this.session, uri));
    if (open.length > 0) await connection.sendNotification(coverageChangedNotification, { uris: open });
  }
}
