import {
  type CodeAction,
  CodeActionKind,
  type CodeActionParams,
  type Diagnostic,
  type Range,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import {
  type Decision,
  type Finding,
  type Fix,
  type Programme,
  QUESTIONS,
  type Question,
  type Reach,
} from '../core/index.js';
import { parentOf, uriOf } from '../project/uris.js';
import {
  type Choice,
  type ChoicesParams,
  COMMANDS,
  choicesRequest,
  confirmRequest,
  type LeaveOutParams,
  leaveOutRequest,
  type VerdictParams,
  verdictRequest,
} from '../protocol/requests.js';
import { workspaceEdit } from './edits.js';
import { cancelled, type Session, writersDocument } from './session.js';

/** Mends everything in a document that can be mended without a choice. */
export const FIX_ALL = `${CodeActionKind.SourceFixAll}.opgavenwijzer`;

export const ACTION_KINDS = [CodeActionKind.QuickFix, CodeActionKind.RefactorRewrite, FIX_ALL];

/** Answers requests for quick fixes, and for the edits that views and commands ask for. */
export function listenForActions(session: Session): void {
  const { connection, service, workspace } = session;

  connection.onCodeAction(async ({ textDocument, range, context }: CodeActionParams, token) => {
    const inConfiguration = await session.configurationFile.actions(textDocument.uri, range, context.diagnostics ?? []);
    if (inConfiguration) return inConfiguration;
    const document = writersDocument(session, textDocument.uri);
    if (!document) return null;
    const programme = await workspace.programmeWith(document);
    if (token.isCancellationRequested) throw cancelled();
    const wants = (kind: string): boolean =>
      context.only === undefined || context.only.some((only) => kind === only || kind.startsWith(`${only}.`));
    const [from, to] = [document.offsetAt(range.start), document.offsetAt(range.end)];
    const actions: CodeAction[] = [];
    const offers = offersAt(session, document, programme, { from, to }).filter(({ finding }) =>
      wants(finding ? CodeActionKind.QuickFix : CodeActionKind.RefactorRewrite),
    );
    actions.push(...lightbulb(session, document, offers, range, context.diagnostics ?? []));
    // A fix for the whole document only when it is asked for: it is no answer to where the cursor stands.
    if (context.only && wants(FIX_ALL)) {
      const edits = service.fixAll(programme);
      if (edits.length > 0) {
        const title = 'Opgavenwijzer: alles herstellen wat zonder keuze kan';
        actions.push({ title, kind: FIX_ALL, edit: workspaceEdit(session, document, edits) });
      }
    }
    return actions;
  });

  connection.onRequest(choicesRequest, async ({ uri, range, question }: ChoicesParams) => {
    const document = writersDocument(session, uri);
    if (!document) return null;
    const [from, to] = [document.offsetAt(range.start), document.offsetAt(range.end)];
    const offers = offersAt(session, document, await workspace.programmeWith(document), { from, to });
    return offers
      .filter(({ fix }) => fix.answers === question)
      .map((offer) => choiceOf(session, document, offer, offers));
  });

  const decide = async (uri: string, opgave: string, decision: (document: TextDocument) => Decision) => {
    const document = writersDocument(session, uri);
    if (!document) return null;
    const programme = await workspace.programmeWith(document);
    const edits = service.decide(programme, String(opgave), decision(document));
    return edits.length === 0 ? null : workspaceEdit(session, document, edits);
  };
  connection.onRequest(leaveOutRequest, ({ uri, opgave, reason }: LeaveOutParams) =>
    decide(uri, opgave, () => ({ kind: 'leave-out', reason: String(reason) })),
  );
  connection.onRequest(confirmRequest, ({ uri, opgave }: { uri: string; opgave: string }) =>
    decide(uri, opgave, () => ({ kind: 'confirm' })),
  );
  connection.onRequest(verdictRequest, ({ uri, opgave, verdict, position }: VerdictParams) =>
    decide(uri, opgave, (document) => ({
      kind: verdict,
      ...(position === undefined ? {} : { at: document.offsetAt(position) }),
    })),
  );
}

/** A fix, for the finding that it is of, if it is of one. */
interface Offer {
  readonly fix: Fix;
  readonly finding?: Finding;
}

/** Everything that can be done at a stretch of text, what helps before what silences. */
function offersAt(
  session: Session,
  document: TextDocument,
  programme: Programme,
  stretch: { readonly from: number; readonly to: number },
): Offer[] {
  const { service } = session;
  const lineOf = (offset: number) => document.positionAt(offset).line + 1;
  const offers: Offer[] = [
    ...service
      .fixes(programme, stretch, lineOf)
      .flatMap(({ finding, fixes }) => fixes.map((fix) => ({ finding, fix }))),
    ...service.choices(programme, stretch.from).map((fix) => ({ fix })),
  ];
  const known = new Set<string>();
  const fits = canSilence(session, document);
  return offers
    .filter(({ fix }) => !fix.silences || fits(fix.silences.where))
    .sort((a, b) => rank(a) - rank(b))
    .filter(({ fix, finding }) => {
      // What silences is told apart by its rule.
      const key = fix.answers === 'niet-melden' ? `${fix.title} ${finding?.code} ${fix.about}` : fix.title;
      const isNew = !known.has(key);
      known.add(key);
      return isNew;
    });
}

/** A setting is written by our own client; a text that was never saved lies in no programme. */
function canSilence({ client }: Session, { uri }: TextDocument): (where: Reach) => boolean {
  const asks = client.commands.has(COMMANDS.choose);
  return (where) => asks && (where === 'overal' || parentOf(uriOf(uri)) !== undefined);
}

/** In the order of the questions; a fix that answers none stands before what silences. */
const rank = ({ fix }: Offer): number => Object.keys(QUESTIONS).indexOf(fix.answers ?? 'telt-dit');

/** Lines of a lightbulb; an editor that cannot ask gets no more than these. */
const MOST_LINES = 6;
const MOST_PLAIN = 9;
/** Of the answers to one question, an editor that cannot ask gets the first. */
const MOST_ANSWERS: Readonly<Record<Question, number>> = {
  vervangen: 3,
  oppakken: 3,
  'bron-toevoegen': 1,
  'bewust-niet': 1,
  'telt-dit': 2,
  'niet-melden': 3,
};

/** The lines of the lightbulb: where a question has several answers, an editor that can ask gets the question. */
function lightbulb(
  session: Session,
  document: TextDocument,
  offers: readonly Offer[],
  range: Range,
  diagnostics: readonly Diagnostic[],
): CodeAction[] {
  const asks = session.client.commands.has(COMMANDS.choose);
  const lines: CodeAction[] = [];
  for (const [key, group] of grouped(offers)) {
    const question = key in QUESTIONS ? (key as Question) : undefined;
    const solved = diagnostics.filter(({ code, message }) =>
      group.some(({ finding }) => finding && code === finding.code && message === (finding.brief ?? finding.message)),
    );
    const common = {
      kind: group[0]!.finding ? CodeActionKind.QuickFix : CodeActionKind.RefactorRewrite,
      ...(solved.length === 0 ? {} : { diagnostics: solved }),
    };
    // A few words to put in the place stand in the list themselves.
    const direct =
      !asks || question === undefined || group.length === 1 || (question === 'vervangen' && group.length <= 3);
    if (!direct) {
      const title = QUESTIONS[question];
      lines.push({
        title,
        ...common,
        command: { title, command: COMMANDS.choose, arguments: [document.uri, range, question] },
      });
      continue;
    }
    for (const { fix } of group.slice(0, question && MOST_ANSWERS[question]))
      lines.push({
        title: fix.title,
        ...common,
        ...(fix.preferred ? { isPreferred: true } : {}),
        ...doing(session, document, fix),
      });
  }
  const most = asks ? MOST_LINES : MOST_PLAIN;
  const last = lines.slice(-1);
  return lines.length <= most ? lines : [...lines.slice(0, most - last.length), ...last];
}

/** Offers by the question that they answer, in their order; one that answers none stands by itself. */
function grouped(offers: readonly Offer[]): Map<string, Offer[]> {
  const groups = new Map<string, Offer[]>();
  for (const offer of offers) {
    const key = offer.fix.answers ?? offer.fix.title;
    const group = groups.get(key);
    if (group) group.push(offer);
    else groups.set(key, [offer]);
  }
  return groups;
}

/** An answer in the second step. Where several rules speak, silence says which. */
function choiceOf(session: Session, document: TextDocument, { fix, finding }: Offer, offers: readonly Offer[]): Choice {
  const codes = new Set(offers.map((offer) => offer.finding?.code));
  const isSilence = fix.answers === 'niet-melden';
  const about = fix.about ?? (isSilence && codes.size > 1 ? finding?.code : undefined);
  const description = about === undefined ? {} : { description: about };
  return {
    label: fix.answer ?? fix.title,
    ...description,
    ...(fix.silences ? { silence: { uri: document.uri, silent: true, ...fix.silences } } : {}),
    ...(fix.leavesOut === undefined ? {} : { leavesOut: fix.leavesOut }),
    edit: workspaceEdit(session, document, fix.edits),
  };
}

/** The edit of a fix; an editor that can ask for a reason gets the command that does so. */
function doing(session: Session, document: TextDocument, fix: Fix): Pick<CodeAction, 'edit' | 'command'> {
  if (fix.leavesOut !== undefined && session.client.commands.has(COMMANDS.leaveOut)) {
    return { command: { title: fix.title, command: COMMANDS.leaveOut, arguments: [document.uri, fix.leavesOut] } };
  }
  return { edit: workspaceEdit(session, document, fix.edits) };
}
