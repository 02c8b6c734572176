import type { MarkdownIt } from 'markdown-it';
import { citedIn, parseBracket, parseNote } from './parse.js';
import { mayCite, type Sources } from './sources.js';

const DEFINITION = /^\[\^([^\]\s]+)\]:[ \t]*/;

/**
 * Footnotes that cite the study: `[^1]` in the text and `[^1]: …[@studie:…]` somewhere below. Other notes are left
 * to whoever else reads them.
 */
export function footnotes(md: MarkdownIt, sources: Sources): void {
  md.core.ruler.after('normalize', 'study_note_numbers', (state) => {
    citedIn(state.env).numbers = noteNumbers(state.src);
  });
  md.block.ruler.before(
    'reference',
    'study_footnote',
    (state, startLine, endLine, silent) => {
      const line = state.src.slice(state.bMarks[startLine]! + state.tShift[startLine]!, state.eMarks[startLine]);
      const match = DEFINITION.exec(line);
      if (!match) return false;
      const lines = [line.slice(match[0].length)];
      let next = startLine + 1;
      for (; next < endLine; next++) {
        // Behind an empty line the note goes on when it is indented.
        if (state.isEmpty(next)) {
          const after = state.skipEmptyLines(next);
          if (after >= endLine || state.sCount[after]! - state.blkIndent < 4) break;
          next = after;
        }
        const more = state.src.slice(state.bMarks[next]! + state.tShift[next]!, state.eMarks[next]);
        if (DEFINITION.test(more)) break;
        lines.push(more);
      }
      const text = lines.join('\n');
      if (!mayCite(sources, text)) return false;
      if (!silent) citedIn(state.env).notes.set(match[1]!, text);
      state.line = next;
      return true;
    },
    { alt: ['paragraph', 'reference'] },
  );
  md.inline.ruler.before('study_citation', 'study_footnote_mark', (state, silent) => {
    if (!state.src.startsWith('[^', state.pos)) return false;
    const label = /^\[\^([^\]\s]+)\]/.exec(state.src.slice(state.pos, state.posMax))?.[1];
    const { notes, numbers, referred } = citedIn(state.env);
    const note = label === undefined ? undefined : notes.get(label);
    if (label === undefined || note === undefined) return false;
    if (!silent) {
      if (!referred.includes(label)) referred.push(label);
      const token = state.push('study_footnote_mark', '', 0);
      token.meta = { number: numbers.get(label) ?? referred.indexOf(label) + 1, title: titleOf(note, sources) };
    }
    state.pos += label.length + 3;
    return true;
  });
  md.renderer.rules.study_footnote_mark = (tokens, k) => {
    const { number, title } = tokens[k]!.meta as { number: number; title: string };
    return `<sup><a class="opgavenwijzer-noot" href="#noot-${number}" title="${md.utils.escapeHtml(title)}">${number}</a></sup>`;
  };
}

/** Numbers as every reader of notes gives them: in the order in which the text first refers to each that is defined. */
function noteNumbers(text: string): Map<string, number> {
  const defined = new Set([...text.matchAll(/^ {0,3}\[\^([^\]\s]+)\]:/gm)].map(([, label]) => label));
  const numbers = new Map<string, number>();
  let number = 0;
  for (const [mark, label] of text.matchAll(/\^\[|\[\^([^\]\s]+)\](?!:)/g)) {
    if (mark === '^[') number++;
    else if (defined.has(label) && !numbers.has(label!)) numbers.set(label!, ++number);
  }
  return numbers;
}

/** Title and place of the first source that a note cites. */
function titleOf(note: string, sources: Sources): string {
  const own = parseNote(note, sources);
  if (own) return titleAndPlace(own.id, sources);
  for (let at = note.indexOf('['); at >= 0; at = note.indexOf('[', at + 1)) {
    const id = parseBracket(note.slice(at), sources)?.citations.find((one) => one.id)?.id;
    if (id) return titleAndPlace(id, sources);
  }
  return '';
}

function titleAndPlace(id: string, { entries }: Sources): string {
  const { title, place } = entries.get(id)!;
  return `${title}, ${place}`;
}
