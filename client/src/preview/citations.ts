import type { MarkdownIt } from 'markdown-it';
import type { SourceTable } from '../../../server/src/protocol/source-table.js';
import { footnotes } from './footnotes.js';
import { listOfSources } from './list.js';
import { type Citation, citedIn, parseBracket, parseInSentence } from './parse.js';
import { type Sources, sourcesOf } from './sources.js';

/**
 * Plugin for VS Code's Markdown preview: citations of the study become references that can be read, with the title
 * under the mouse, and a list of sources at the end. In Pandoc's form and as footnotes.
 */
export function studyCitations(md: MarkdownIt, tables: readonly SourceTable[]): void {
  const sources = sourcesOf(tables);
  md.inline.ruler.before('link', 'study_citation', (state, silent) => {
    // A link in a link is none.
    if (state.linkLevel > 0) return false;
    const rest = state.src.slice(state.pos, state.posMax);
    const found = rest[0] === '[' ? parseBracket(rest, sources) : parseInSentence(state.src, state.pos, sources);
    if (!found) return false;
    if (!silent) {
      const cited = citedIn(state.env);
      for (const { id } of found.citations) if (id) cited.ids.add(id);
      const token = state.push('study_citation', '', 0);
      token.content = rest.slice(0, found.length);
      token.meta = { ...found, inNote: cited.inNote };
    }
    state.pos += found.length;
    return true;
  });
  md.renderer.rules.study_citation = (tokens, k) => {
    const { citations, inSentence, inNote } = tokens[k]!.meta as Found;
    return reference(md, sources, citations, inSentence, inNote);
  };
  footnotes(md, sources);
  listOfSources(md, sources);
}

interface Found extends Record<string, unknown> {
  readonly citations: readonly Citation[];
  readonly inSentence: boolean;
  readonly inNote: boolean;
}

function reference(
  md: MarkdownIt,
  sources: Sources,
  citations: readonly Citation[],
  inSentence: boolean,
  inNote: boolean,
): string {
  const html = md.utils.escapeHtml;
  const link = (id: string, text: string): string => {
    const { title, place, listed } = sources.entries.get(id)!;
    const heading = listed === '' || listed === title ? '' : `, in de studie: ‘${listed}’`;
    return `<a class="opgavenwijzer-bron" href="#bron-${id}" title="${html(`${title}${place || heading ? ` (${`${place}${heading}`.replace(/^, /, '')})` : ''}`)}">${html(text)}</a>`;
  };
  // What stands around a key is Markdown, as everywhere.
  const inline = (text: string): string => md.renderInline(text, {});
  const parts = citations.map(({ id, raw, prefix, locator, withoutAuthor }) => {
    if (id === undefined) return inline(raw);
    const { title, listed, work } = sources.entries.get(id)!;
    const { publisher, year } = work;
    const before = prefix === '' ? '' : `${inline(prefix)} `;
    const behind = locator === '' ? '' : `, ${locator}`;
    // A note names the study itself; what it lacks is the entry.
    if (inNote) return `${before}${link(id, `‘${listed || title}’${behind}`)}`;
    if (inSentence) return `${html(publisher)} (${link(id, `${year}${behind}`)})`;
    return `${before}${link(id, `${withoutAuthor ? '' : `${publisher} `}${year}${behind}`)}`;
  });
  return inSentence || inNote ? parts.join('; ') : `(${parts.join('; ')})`;
}
