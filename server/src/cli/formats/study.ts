import type { Direction, Entry, Pages, Part, Remarks, StudyIndex } from '../../core/index.js';
import { localFacts } from '../../core/index.js';

/** The compiled study in the form that `opgavenwijzer study --format json` has promised to keep. */
export function exportStudy(study: StudyIndex): object {
  const common = (entry: Entry | Part) => ({
    id: entry.id,
    inventory: entry.inventory,
    title: entry.title,
    ...('heading' in entry ? { heading: entry.heading } : {}),
    short: entry.short,
    summary: entry.summary,
    pages: pagesInChapter(study, entry),
    elsewhere: entry.elsewhere,
    aliases: entry.aliases,
    figures: entry.figures,
    notes: entry.notes,
    see: entry.see,
    ...remarks(entry),
  });
  const { key, title, subtitle, year, publisher, url } = study.info;
  return {
    study: { key, title, subtitle, year, publisher, url },
    parts: study.parts.map(common),
    themes: study.themes.map((theme) => ({ ...common(theme), name: theme.name })),
    trends: study.trends.map((trend) => ({
      ...common(trend),
      theme: trend.theme,
      section: trend.section,
      opgaven: trend.opgaven.map(({ id }) => id),
      why: Object.fromEntries(trend.opgaven.map(({ id, why }) => [id, why])),
      links: trend.opgaven.map(({ id, why, page }) =>
        page === undefined ? { opgave: id, why, basis: 'afgeleid' } : { opgave: id, why, basis: 'studie', page },
      ),
    })),
    opgaven: study.opgaven.map((opgave) => ({
      ...common(opgave),
      theme: opgave.theme,
      section: opgave.section,
      stance: opgave.stance,
      directions: opgave.directions.map(direction),
      choices: opgave.choices,
    })),
    perspectives: study.perspectives.map((perspective) => ({
      ...common(perspective),
      section: perspective.section,
      directions: perspective.directions.map(direction),
      questions: perspective.questions,
      serves: perspective.serves,
    })),
    terms: study.terms.map((term) => ({
      id: term.id,
      term: term.title,
      variants: term.variants,
      definition: term.definition,
      ...(term.publication === undefined ? {} : { publication: term.publication }),
      ...remarks(term),
      pages: term.pages,
      see: term.see,
    })),
    municipalities: study.municipalities.map(({ areas: _, ...municipality }) => {
      const { notes, charts } = localFacts(study, municipality.name);
      return { ...municipality, notes, charts };
    }),
  };
}

/** From the chapter's opening, where it makes the point first, to the last page of the section. */
function pagesInChapter(study: StudyIndex, entry: Entry | Part): Pages | undefined {
  const chapter = entry.kind === 'part' ? undefined : study.themeOf(entry).pages;
  if (!chapter || !entry.pages) return entry.pages;
  const [first, last] = chapter;
  const pages = [...entry.pages, ...entry.elsewhere.filter((page) => page >= first && page <= last)];
  return [Math.min(...pages), Math.max(...pages)];
}

/** Whose idea a direction is, is told as it is of a link. */
const direction = ({ example, ...direction }: Direction) => ({ ...direction, basis: example ? 'voorbeeld' : 'studie' });

/** What has changed since, and what is a slip of the study's own; neither, in most cases. */
const remarks = ({ later, erratum }: Remarks) => ({
  ...(later === undefined ? {} : { later }),
  ...(erratum === undefined ? {} : { erratum }),
});
