import {
  type CompletionItem,
  CompletionItemKind,
  type CompletionParams,
  InsertTextFormat,
  MarkupKind,
} from 'vscode-languageserver';
import { citationStart, completionInsert } from '../core/features/completion.js';
import { isSkipped } from '../core/markdown/blocks.js';
import { textEdit } from './edits.js';
import { describeAlone } from './hover.js';
import { cancelled, rangeIn, type Session, writersDocument } from './session.js';

export function listenForCompletion(session: Session): void {
  const { connection, engine, search, workspace } = session;
  const { study } = engine;

  connection.onCompletion(async ({ textDocument, position }: CompletionParams, token) => {
    const document = writersDocument(session, textDocument.uri);
    if (!document || !citationStart(document.getText(), document.offsetAt(position), study.info.key)) return null;
    const { configuration } = await workspace.programmeOf(document.uri);
    if (token.isCancellationRequested) throw cancelled();
    const text = document.getText();
    const offset = document.offsetAt(position);
    const start = citationStart(text, offset, study.info.key);
    const analysis = document.analysis;
    const block = analysis.at(offset)?.block;
    if (!start || !block || isSkipped(block.skip, offset)) return null;
    const snippets = session.client.snippetCompletions;
    const items = search.choices(start.query).map(({ item, detail }, rank): CompletionItem => {
      const {
        from,
        to,
        text: plain,
        snippet,
        edits,
      } = completionInsert(study, analysis, start, item, configuration.verwijzing);
      return {
        label: item.title,
        labelDetails: { description: detail },
        kind: CompletionItemKind.Reference,
        // The editor filters again, by prefix and letters: the fuzzy result must survive that.
        filterText: text.slice(from, offset),
        sortText: String(rank).padStart(3, '0'),
        insertTextFormat: snippets ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
        textEdit: { range: rangeIn(document, { from, to }), newText: snippets ? snippet : plain },
        ...(edits.length === 0 ? {} : { additionalTextEdits: edits.map((edit) => textEdit(document, edit)) }),
        data: item.id,
      };
    });
    return { isIncomplete: true, items };
  });

  connection.onCompletionResolve((item) => {
    const entry = study.find(String(item.data));
    if (!entry) return item;
    return { ...item, documentation: { kind: MarkupKind.Markdown, value: describeAlone(session, entry) } };
  });
}
