import type { Position } from 'vscode-languageserver';
import type { Analysis } from '../core/analysis.js';
import { explanations } from '../core/features/explanation.js';
import { escapeMarkdown } from '../core/features/markdown.js';
import { type Explanation, explainRequest } from './requests.js';
import { rangeIn, type Session, writersDocument } from './session.js';

/** So much of the paragraph is repeated above its explanation. */
const QUOTED = 100;

/** Answers "Waarom telt dit?". */
export function listenForQuestions(session: Session): void {
  const { connection, engine } = session;
  connection.onRequest(explainRequest, ({ uri, position }: { uri: string; position: Position }): Explanation | null => {
    const document = writersDocument(session, uri);
    if (!document) return null;
    const { analysis } = document;
    const offset = document.offsetAt(position);
    const index = analysis.blocks.findIndex(({ from, to }) => offset >= from && offset <= to);
    const block = analysis.blocks[index];
    if (!block) return null;
    const found = explanations(engine, analysis, index).map(({ verdict, grounds }) =>
      [`## ${escapeMarkdown(verdict)}`, '', ...grounds.map((ground) => `- ${escapeMarkdown(ground)}`)].join('\n'),
    );
    const body = found.length > 0 ? [...found, LEGEND] : [NOTHING];
    const markdown = `${[`> ${quoted(analysis, block)}`, ...body].join('\n\n')}\n`;
    return { range: rangeIn(document, block), markdown };
  });
}

const NOTHING =
  'In deze alinea is niets uit de studie herkend: zij telt nergens voor mee.\n\nGaat zij toch over een opgave? Met *Bron invoegen…* haalt u die aan; dan telt zij als opgepakt.';
const LEGEND = 'Zekerheid loopt van 0 tot 1. Wat boven nul weegt (+) pleit ervoor, wat eronder weegt (−) ertegen.';

function quoted(analysis: Analysis, { from, to }: { readonly from: number; readonly to: number }): string {
  const words = escapeMarkdown(analysis.slice(from, Math.min(to, from + QUOTED)));
  return to - from > QUOTED ? `${words}…` : words;
}
