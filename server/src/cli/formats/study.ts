import type { Entry, StudyIndex } from '../../core/index.js';

/** The compiled study in the form that `opgavenwijzer study --format json` has promised to keep. */
export function exportStudy(study: StudyIndex): object {
  const common = (entry: Entry) => ({
    id: entry.id,
    inventory: entry.inventory,
    title: entry.title,
    short: entry.short,
    summary: entry.summary,
    // From the chapter's opening, where it makes the point first, to the last page of the section.
    pages: [
      Math.min(entry.opening ?? entry.pages[0], entry.pages[0]),
      Math.max(entry.opening ?? entry.pages[1], entry.pages[1]),
    ],
    aliases: entry.aliases,
    figures: entry.figures,
    see: entry.see,
  });
  const { key, title, subtitle, year, publisher, url } = study.info;
  return {
    study: { key, title, subtitle, year, publisher, url },
    themes: study.themes.map((theme) => ({ ...common(theme), name: theme.name })),
    trends: study.trends.map((trend) => ({
      ...common(trend),
      theme: trend.theme,
      section: trend.section,
      opgaven: trend.opgaven.map(({ id }) => id),
      why: Object.fromEntries(trend.opgaven.map(({ id, why }) => [id, why])),
    })),
    opgaven: study.opgaven.map((opgave) => ({
      ...common(opgave),
      theme: opgave.theme,
      section: opgave.section,
      stance: opgave.stance,
      directions: opgave.directions,
    })),
    perspectives: study.perspectives.map((perspective) => ({
      ...common(perspective),
      section: perspective.section,
      directions: perspective.directions,
      questions: perspective.questions,
      serves: perspective.serves,
    })),
    terms: study.terms.map(({ id, title: term, variants, definition, later, pages, see }) => ({
      id,
      term,
      variants,
      definition,
      ...(later === undefined ? {} : { later }),
      pages,
      see,
    })),
    municipalities: study.municipalities,
  };
}
