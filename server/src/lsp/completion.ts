import {
  type CompletionItem,
  CompletionItemKind,
  type CompletionParams,
  InsertTextFormat,
  MarkupKind,
} from 'vscode-languageserver';
import { shortened, toldId } from '../core/index.js';
import { textEdit } from './edits.js';
import { cancelled, rangeIn, type Session, writersDocument } from './session.js';

/** What VS Code's list has room for beside the page. */
const MOST_LETTERS = 40;
/** And what it has room for in all, in letters of a title; what stands behind that is as much smaller. */
const ROOM = 48;
const SMALLER = 0.85;

export function listenForCompletion(session: Session): void {
  const { connection, service, workspace } = session;

  connection.onCompletion(async ({ textDocument, position }: CompletionParams, token) => {
    const inConfiguration = session.configurationFile.completions(textDocument.uri, position);
    if (inConfiguration) return inConfiguration;
    const document = writersDocument(session, textDocument.uri);
    if (!document) return null;
    const programme = await workspace.programmeWith(document, 'document');
    if (token.isCancellationRequested) throw cancelled();
    const offset = document.offsetAt(position);
    const completions = service.complete(programme, offset);
    if (!completions) return null;
    const text = document.getText();
    const snippets = session.client.snippetCompletions;
    const items = completions.map((completion, rank): CompletionItem => {
      const { study, item, label, detail, from, to, text: plain, snippet, edits } = completion;
      // A long title would push the page out of the list; the explanation beside it has all of it.
      const title = shortened(label, MOST_LETTERS);
      return {
        label: title,
        labelDetails: { description: besideTitle(title, detail) },
        kind: CompletionItemKind.Reference,
        // The editor filters again, by prefix and letters: the fuzzy result must survive that.
        filterText: text.slice(from, offset),
        sortText: String(rank).padStart(3, '0'),
        insertTextFormat: snippets ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
        textEdit: { range: rangeIn(document, { from, to }), newText: snippets ? snippet : plain },
        ...(edits.length === 0 ? {} : { additionalTextEdits: edits.map((edit) => textEdit(document, edit)) }),
        data: toldId({ study, studies: service.studies }, item.id),
      };
    });
    return { isIncomplete: true, items };
  });

  connection.onCompletionResolve((item) => {
    if (item.data === undefined) return item;
    const value = service.describe(String(item.data));
    return value === undefined ? item : { ...item, documentation: { kind: MarkupKind.Markdown, value } };
  });
}

/** As many parts of what is told of a title as there is room for, the page first: what is cut off takes the end of the title along. */
function besideTitle(title: string, detail: string): string {
  const parts = detail.split(' · ');
  while (parts.length > 1 && title.length + SMALLER * parts.join(' · ').length > ROOM) parts.pop();
  return parts.join(' · ');
}
