import type { MarkdownIt } from 'markdown-it';
import { citedIn, parseNote } from './parse.js';
import type { Sources } from './sources.js';

/** Headings under which writers put their sources themselves. */
const OWN_HEADING = /^(bronnen|bronvermelding|literatuur|noten|verwijzingen)\b/i;

/** Where Pandoc puts the list of sources. */
const PLACE = /^:{3,} *\{#refs\}\n:{3,}$/;

/** At the end of a document, or where Pandoc would put it: the notes that cite the study, and a list of what was cited. */
export function listOfSources(md: MarkdownIt, sources: Sources): void {
  md.core.ruler.push('study_sources', (state) => {
    const cited = citedIn(state.env);
    const notes = cited.referred.map((label) => {
      const token = new state.Token('inline', '', 0);
      const note = cited.notes.get(label)!;
      const own = parseNote(note, sources);
      if (own) cited.ids.add(own.id);
      token.content = own?.text ?? note;
      token.children = [];
      cited.inNote = true;
      state.md.inline.parse(token.content, state.md, state.env, token.children);
      cited.inNote = false;
      return token;
    });
    if (cited.ids.size === 0) return;
    const place = state.tokens.findIndex(({ type, content }) => type === 'inline' && PLACE.test(content));
    const behind = place < 0 ? [] : state.tokens.splice(place - 1).slice(3); // the paragraph of the place itself goes
    const lastHeading = state.tokens.findLastIndex(({ type }) => type === 'heading_open');
    const heading = place < 0 && !OWN_HEADING.test(state.tokens[lastHeading + 1]?.content ?? '');
    const token = (type: string, meta: Record<string, unknown>): void => {
      const made = new state.Token(type, '', 0);
      made.meta = meta;
      state.tokens.push(made);
    };
    token('study_sources_open', { heading, notes: notes.length > 0 });
    for (const [k, note] of notes.entries()) {
      token('study_note_open', { number: cited.numbers.get(cited.referred[k]!) ?? k + 1 });
      state.tokens.push(note);
      token('study_note_close', {});
    }
    token('study_sources', {
      ids: [...sources.entries.keys()].filter((id) => cited.ids.has(id)),
      notes: notes.length > 0,
    });
    state.tokens.push(...behind);
  });
  const { rules } = md.renderer;
  const html = md.utils.escapeHtml;
  rules.study_sources_open = (tokens, k) => {
    const { heading, notes } = tokens[k]!.meta as { heading: boolean; notes: boolean };
    return `<section class="opgavenwijzer-bronnen">\n${heading ? '<h2>Bronnen</h2>\n' : ''}${notes ? '<ol>\n' : ''}`;
  };
  rules.study_note_open = (tokens, k) => {
    const { number } = tokens[k]!.meta as { number: number };
    return `<li id="noot-${number}" value="${number}">`;
  };
  rules.study_note_close = () => '</li>\n';
  rules.study_sources = (tokens, k) => {
    const { ids, notes } = tokens[k]!.meta as { ids: readonly string[]; notes: boolean };
    const items = ids.map((id) => {
      const { title, place, listed, work } = sources.entries.get(id)!;
      const named = `${html(work.publisher)} (${work.year}), <cite>${html(work.title)}</cite>`;
      const where = place === '' ? '' : `, ${html(place)}`;
      // A term has no heading by which it is found: the study itself is the source.
      const source = listed === '' ? `${named}${where} (‘${html(title)}’)` : `${html(listed)}. In: ${named}${where}`;
      return `<li id="bron-${id}">${source}.</li>`;
    });
    return `${notes ? '</ol>\n' : ''}<ul>\n${items.join('\n')}\n</ul>\n</section>\n`;
  };
}
