import { type CodeAction, CodeActionKind, type CodeActionParams, type Diagnostic } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Edit } from '../core/features/edit.js';
import { citeHere } from '../core/features/fixes/cite-here.js';
import type { Fix, FixContext } from '../core/features/fixes/fix.js';
import { choicesAt, fixesFor, safeFixes } from '../core/features/fixes/fixes.js';
import { leaveOutEdit, notTakenUpEdit } from '../core/markdown/front-matter-edits.js';
import type { Finding } from '../core/rules/finding.js';
import { checkFirst, coverageOfProgramme } from '../core/service.js';
import {
  COMMANDS,
  confirmRequest,
  doesNotCountRequest,
  type LeaveOutParams,
  leaveOutRequest,
} from '../protocol/requests.js';
import { workspaceEdit } from './edits.js';
import type { OpenDocument } from './open-document.js';
import { cancelled, type Session, writersDocument } from './session.js';
import { bareId } from './study-documents.js';

/** Mends everything in a document that can be mended without a choice. */
export const FIX_ALL = `${CodeActionKind.SourceFixAll}.opgavenwijzer`;

export const ACTION_KINDS = [CodeActionKind.QuickFix, CodeActionKind.RefactorRewrite, FIX_ALL];

/** Answers requests for quick fixes, and for the edits that views and commands ask for. */
export function listenForActions(session: Session): void {
  const { connection, engine } = session;

  connection.onCodeAction(async ({ textDocument, range, context }: CodeActionParams, token) => {
    const document = writersDocument(session, textDocument.uri);
    if (!document) return null;
    const { fixes, findings } = await fixContext(session, document);
    if (token.isCancellationRequested) throw cancelled();
    const wants = (kind: string): boolean =>
      context.only === undefined || context.only.some((only) => kind === only || kind.startsWith(`${only}.`));
    const [from, to] = [document.offsetAt(range.start), document.offsetAt(range.end)];
    const actions: CodeAction[] = [];
    if (wants(CodeActionKind.QuickFix)) {
      const here = findings.filter((finding) => finding.from <= to && finding.to >= from);
      actions.push(...quickFixes(session, document, fixes, here, context.diagnostics ?? []));
    }
    if (wants(CodeActionKind.RefactorRewrite)) {
      for (const { title, edits } of choicesAt(fixes, from))
        actions.push({ title, kind: CodeActionKind.RefactorRewrite, edit: workspaceEdit(session, document, edits) });
    }
    // A fix for the whole document only when it is asked for: it is no answer to where the cursor stands.
    if (context.only && wants(FIX_ALL)) {
      const edits = safeFixes(fixes, findings);
      if (edits.length > 0) {
        const title = 'Opgavenwijzer: alles herstellen wat zonder keuze kan';
        actions.push({ title, kind: FIX_ALL, edit: workspaceEdit(session, document, edits) });
      }
    }
    return actions;
  });

  const decide = async (uri: string, opgave: string, edits: (fixes: FixContext, id: string) => readonly Edit[]) => {
    const document = writersDocument(session, uri);
    const id = engine.study.opgave(bareId(engine.study, opgave))?.id;
    if (!document || id === undefined) return null;
    const found = edits((await fixContext(session, document)).fixes, id);
    return found.length === 0 ? null : workspaceEdit(session, document, found);
  };
  const one = (edit: Edit | undefined): Edit[] => (edit ? [edit] : []);
  connection.onRequest(leaveOutRequest, ({ uri, opgave, reason }: LeaveOutParams) =>
    decide(uri, opgave, ({ analysis }, id) => one(leaveOutEdit(analysis.text, id, String(reason)))),
  );
  connection.onRequest(doesNotCountRequest, ({ uri, opgave }: { uri: string; opgave: string }) =>
    decide(uri, opgave, ({ analysis }, id) => one(notTakenUpEdit(analysis.text, id))),
  );
  connection.onRequest(confirmRequest, ({ uri, opgave }: { uri: string; opgave: string }) =>
    decide(uri, opgave, (fixes, id) => {
      const words = fixes.programme
        .get(id)
        ?.evidence.find(({ document, kind }) => document === uri && kind === 'words');
      return words ? citeHere(fixes, fixes.study.opgave(id)!, words) : [];
    }),
  );
}

async function fixContext(
  { engine, workspace }: Session,
  document: OpenDocument,
): Promise<{ fixes: FixContext; findings: readonly Finding[] }> {
  const { configuration, documents } = await workspace.programmeWith(document);
  const { findings } = checkFirst(engine, documents, configuration);
  const fixes: FixContext = {
    study: engine.study,
    analysis: documents[0]!.analysis,
    configuration,
    programme: coverageOfProgramme(documents, configuration),
    document: document.uri,
    lineOf: (offset) => document.positionAt(offset).line + 1,
  };
  return { fixes, findings };
}

/** Quick fixes for findings: those that are the same for several findings only once. */
function quickFixes(
  session: Session,
  document: TextDocument,
  fixes: FixContext,
  findings: readonly Finding[],
  diagnostics: readonly Diagnostic[],
): CodeAction[] {
  const actions = new Map<string, CodeAction>();
  const missing = findings.filter(({ code }) => code === 'opgave-ontbreekt').length;
  // First what helps with each finding, then what silences them: the same for all.
  const ranked = findings.flatMap((finding) => fixesFor(fixes, finding).map((fix) => ({ finding, fix })));
  for (const { finding, fix } of [
    ...ranked.filter(({ fix }) => !fix.silences),
    ...ranked.filter(({ fix }) => fix.silences),
  ]) {
    const opgave = finding.opgave === undefined ? undefined : fixes.study.opgave(finding.opgave);
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
