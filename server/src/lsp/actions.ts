import { type CodeAction, CodeActionKind, type CodeActionParams, type Diagnostic } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Decision, Fix, Programme } from '../core/index.js';
import {
  COMMANDS,
  confirmRequest,
  doesNotCountRequest,
  type LeaveOutParams,
  leaveOutRequest,
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
    const document = writersDocument(session, textDocument.uri);
    if (!document) return null;
    const programme = await workspace.programmeWith(document);
    if (token.isCancellationRequested) throw cancelled();
    const wants = (kind: string): boolean =>
      context.only === undefined || context.only.some((only) => kind === only || kind.startsWith(`${only}.`));
    const [from, to] = [document.offsetAt(range.start), document.offsetAt(range.end)];
    const actions: CodeAction[] = [];
    if (wants(CodeActionKind.QuickFix)) {
      const lineOf = (offset: number) => document.positionAt(offset).line + 1;
      const here = service.fixes(programme, { from, to }, lineOf);
      actions.push(...quickFixes(session, document, programme, here, context.diagnostics ?? []));
    }
    if (wants(CodeActionKind.RefactorRewrite)) {
      for (const { title, edits } of service.choices(programme, from))
        actions.push({ title, kind: CodeActionKind.RefactorRewrite, edit: workspaceEdit(session, document, edits) });
    }
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

  const decide = async (uri: string, opgave: string, decision: Decision) => {
    const document = writersDocument(session, uri);
    if (!document) return null;
    const programme = await workspace.programmeWith(document);
    const edits = service.decide(programme, String(opgave), decision);
    return edits.length === 0 ? null : workspaceEdit(session, document, edits);
  };
  connection.onRequest(leaveOutRequest, ({ uri, opgave, reason }: LeaveOutParams) =>
    decide(uri, opgave, { kind: 'leave-out', reason: String(reason) }),
  );
  connection.onRequest(doesNotCountRequest, ({ uri, opgave }: { uri: string; opgave: string }) =>
    decide(uri, opgave, { kind: 'does-not-count' }),
  );
  connection.onRequest(confirmRequest, ({ uri, opgave }: { uri: string; opgave: string }) =>
    decide(uri, opgave, { kind: 'confirm' }),
  );
}

/** Quick fixes for findings: those that are the same for several findings only once. */
function quickFixes(
  session: Session,
  document: TextDocument,
  { configuration }: Programme,
  here: ReturnType<Session['service']['fixes']>,
  diagnostics: readonly Diagnostic[],
): CodeAction[] {
  const actions = new Map<string, CodeAction>();
  const missing = here.filter(({ finding }) => finding.opgave !== undefined).length;
  // First what helps with each finding, then what silences them: the same for all.
  const ranked = here.flatMap(({ finding, fixes }) => fixes.map((fix) => ({ finding, fix })));
  for (const { finding, fix } of [
    ...ranked.filter(({ fix }) => !fix.silences),
    ...ranked.filter(({ fix }) => fix.silences),
  ]) {
    const opgave = finding.opgave === undefined ? undefined : session.service.find(finding.opgave, configuration)?.item;
    const title = missing > 1 && opgave && !fix.silences ? `${fix.title} (${opgave.title})` : fix.title;
    const key = `${title} ${finding.code}`;
    const solved = diagnostics.filter(({ code, message }) => code === finding.code && message === finding.message);
    const known = actions.get(key);
    if (known) {
      known.diagnostics = [...(known.diagnostics ?? []), ...solved];
      continue;
    }
    actions.set(key, {
      title,
      kind: CodeActionKind.QuickFix,
      ...(solved.length === 0 ? {} : { diagnostics: solved }),
      ...(fix.preferred ? { isPreferred: true } : {}),
      ...doing(session, document, fix),
    });
  }
  return [...actions.values()];
}

/** The edit of a fix; an editor that can ask for a reason gets the command that does so. */
function doing(session: Session, document: TextDocument, fix: Fix): Pick<CodeAction, 'edit' | 'command'> {
  if (fix.leavesOut !== undefined && session.client.commands.has(COMMANDS.leaveOut)) {
    return { command: { title: fix.title, command: COMMANDS.leaveOut, arguments: [document.uri, fix.leavesOut] } };
  }
  return { edit: workspaceEdit(session, document, fix.edits) };
}
