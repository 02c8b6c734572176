import type { ProgrammeCoverage } from '../coverage/programme.js';
import { STATE_NAMES, STATE_SIGNS } from '../coverage/states.js';
import type { StudyIndex } from '../study/index.js';
import { areasOf, localFacts } from '../study/local-facts.js';
import type {
  Citable,
  Entry,
  Figure,
  Link,
  Opgave,
  Part,
  Perspective,
  Remarks,
  Term,
  Theme,
  Trend,
} from '../study/model.js';
import {
  bracketed,
  capitalised,
  isStated,
  kindName,
  kindNames,
  otherHeading,
  pageText,
  placeText,
  runsOf,
  sourceText,
} from '../study/reference.js';
import { choiceSentences, directionNote } from './directions.js';
import { escapeMarkdown, headingAnchor } from './escape-markdown.js';
import { ERRATUM, LATER, publicationMarkdown } from './remarks.js';

/** Name of the page with the contents; every other page has the id of its theme. */
export const CONTENTS_PAGE = 'inhoud';

/** What the reader brings along: their municipality, and what their programme does. */
export interface Reader {
  readonly municipality?: string | undefined;
  readonly programme?: ProgrammeCoverage | undefined;
}

/** One page of the study in Markdown. */
export interface StudyPage {
  /** `ruimte-en-wonen`; the file is `ruimte-en-wonen.md`. */
  readonly name: string;
  readonly title: string;
  readonly markdown: string;
  /** Where each entry stands: the line of its heading (zero-based) and its anchor. */
  readonly places: ReadonlyMap<string, PagePlace>;
}

export interface PagePlace {
  readonly line: number;
  /** Length of the heading, its marks included. */
  readonly length: number;
  readonly anchor: string;
}

/** Names of all pages, contents first. */
export function pageNames(study: StudyIndex): string[] {
  return [CONTENTS_PAGE, ...study.themes.map((theme) => theme.id)];
}

/** Page on which something that can be cited stands; a part before the chapters stands beside the contents. */
export function pageOf(study: StudyIndex, item: Citable): string {
  return item.kind === 'part' ? CONTENTS_PAGE : study.themeOf(item).id;
}

/**
 * A page as one reader sees it. What a reader brings along never adds or takes a line: places on a page are the same
 * for everyone.
 */
export function studyPage(study: StudyIndex, name: string, reader: Reader = {}): StudyPage | undefined {
  if (name === CONTENTS_PAGE) return contentsPage(study);
  const theme = study.themes.find(({ id }) => id === name);
  return theme && themePage(study, theme, reader);
}

/** Entry under whose heading a line of a page stands. */
export function entryAtLine(page: StudyPage, line: number): string | undefined {
  let found: string | undefined;
  let at = -1;
  for (const [id, place] of page.places) {
    if (place.line > line || place.line < at) continue;
    at = place.line;
    found = id;
  }
  return found;
}

/** Lines of a page, with the headings that lead to entries. */
class PageWriter {
  readonly lines: string[] = [];
  readonly places = new Map<string, PagePlace>();
  private readonly seen = new Map<string, number>();

  heading(depth: number, title: string, id?: string): void {
    if (this.lines.length > 0) this.lines.push('');
    const anchor = headingAnchor(title, this.seen);
    const heading = `${'#'.repeat(depth)} ${escapeMarkdown(title)}`;
    if (id !== undefined) this.places.set(id, { line: this.lines.length, length: heading.length, anchor });
    this.lines.push(heading);
  }

  paragraph(...lines: string[]): void {
    this.lines.push('', ...lines);
  }

  page(name: string, title: string): StudyPage {
    return { name, title, markdown: `${this.lines.join('\n')}\n`, places: this.places };
  }
}

const anchorsByStudy = new WeakMap<StudyIndex, Map<string, string>>();

/** Anchor of every entry, on its own page. */
function anchorsOf(study: StudyIndex): Map<string, string> {
  let anchors = anchorsByStudy.get(study);
  if (!anchors) {
    anchors = new Map();
    for (const headings of [contentsHeadings(study), ...study.themes.map((theme) => headingsOf(study, theme))]) {
      const seen = new Map<string, number>();
      for (const heading of headings) {
        const anchor = headingAnchor(heading.title, seen);
        if (heading.id !== undefined) anchors.set(heading.id, anchor);
      }
    }
    anchorsByStudy.set(study, anchors);
  }
  return anchors;
}

/** A link from one page to an entry, on this page or another. */
function link(study: StudyIndex, from: string, item: Citable, text = item.title): string {
  const page = pageOf(study, item);
  const anchor = encodeURI(anchorsOf(study).get(item.id) ?? '');
  return `[${escapeMarkdown(text)}](${page === from ? '' : `${page}.md`}#${anchor})`;
}

interface Section<T extends Exclude<Citable, Part> = Exclude<Citable, Part>> {
  readonly title: string;
  readonly items: readonly T[];
}

function sectionsOf(study: StudyIndex, theme: Theme): Section[] {
  const of = <T extends { readonly theme: string }>(items: readonly T[]): T[] =>
    items.filter((item) => item.theme === theme.id);
  const byTitle = (a: Term, b: Term): number => a.title.localeCompare(b.title, 'nl');
  return [
    { title: `Wat komt er op ons af: ${kindNames(study, 'trend')}`, items: of(study.trends) },
    { title: `Wat staat ons te doen: ${kindNames(study, 'opgave')}`, items: of(study.opgaven) },
    { title: 'Handelingsperspectieven', items: of(study.perspectives) },
    { title: 'Begrippen', items: of(study.terms).sort(byTitle) },
  ].filter(({ items }) => items.length > 0);
}

interface Heading {
  readonly title: string;
  readonly id?: string;
}

/** The headings of the page with the contents, as far as an entry stands below one. */
function contentsHeadings({ info, parts }: StudyIndex): Heading[] {
  return [{ title: info.title }, ...parts];
}

/** Every heading of a theme's page, in order. */
function headingsOf(study: StudyIndex, theme: Theme): Heading[] {
  return [theme, ...sectionsOf(study, theme).flatMap(({ title, items }) => [{ title }, ...items])];
}

function themePage(study: StudyIndex, theme: Theme, reader: Reader): StudyPage {
  const writer = new PageWriter();
  const { municipality } = reader;
  writer.heading(1, theme.title, theme.id);
  writer.paragraph(`[Inhoud](${CONTENTS_PAGE}.md) · ${placeLine(study, theme)}`);
  writer.paragraph(escapeMarkdown(theme.summary));
  writer.paragraph(municipality ? ownMunicipality(study, theme, municipality) : '');
  figures(writer, theme.figures, areasOf(study, municipality));
  sources(writer, theme);
  seeAlso(study, writer, theme.id, theme.see);
  remarks(writer, theme);
  for (const { title, items } of sectionsOf(study, theme)) {
    writer.heading(2, title);
    for (const item of items) {
      writer.heading(3, item.title, item.id);
      writer.paragraph(placeLine(study, item) + (item.kind === 'opgave' ? stateOf(item, reader) : ''));
      if (item.kind === 'term') term(study, writer, theme.id, item);
      else entry(study, writer, theme.id, item, reader);
      remarks(writer, item);
    }
  }
  return writer.page(theme.id, theme.title);
}

/** `opgave · § 6.2, p. 61–62, ook p. 7 · @studie:id · in de studie: ‘…’` */
function placeLine(study: StudyIndex, item: Citable): string {
  const elsewhere = item.kind === 'term' ? [] : runsOf([...item.elsewhere].sort((a, b) => a - b));
  const also = elsewhere.length === 0 ? '' : `, ook p. ${elsewhere.join(', ')}`;
  const heading = otherHeading(item);
  const named = heading === undefined ? '' : ` · in de studie: ‘${escapeMarkdown(heading)}’`;
  const place = `${escapeMarkdown(placeText(item))}${also}`;
  const kind = `*${escapeMarkdown(kindName(study, item.kind))}*`;
  return [kind, place, `\`@${study.info.key}:${item.id}\`${named}`].filter(Boolean).join(' · ');
}

function term(study: StudyIndex, writer: PageWriter, page: string, term: Term): void {
  const { variants, publication, see } = term;
  writer.paragraph(escapeMarkdown(term.definition));
  if (publication) writer.paragraph(publicationMarkdown(publication));
  if (variants.length > 0) writer.paragraph(`Ook: ${variants.map(escapeMarkdown).join(', ')}.`);
  seeAlso(study, writer, page, see);
}

function entry(study: StudyIndex, writer: PageWriter, page: string, item: Entry, reader: Reader): void {
  writer.paragraph(escapeMarkdown(item.summary));
  figures(writer, item.figures, areasOf(study, reader.municipality));
  sources(writer, item);
  if (item.kind === 'trend') leadsTo(study, writer, page, item, reader);
  if (item.kind === 'opgave' || item.kind === 'perspective') ways(study, writer, page, item);
  seeAlso(study, writer, page, item.see);
}

function stateOf({ id }: Opgave, { programme }: Reader): string {
  const found = programme?.get(id);
  if (!found) return '';
  const reason = found.reason === undefined ? '' : `: ${escapeMarkdown(found.reason)}`;
  return ` · in uw programma ${STATE_SIGNS[found.state]} **${STATE_NAMES[found.state]}**${reason}`;
}

function leadsTo(study: StudyIndex, writer: PageWriter, page: string, trend: Trend, { programme }: Reader): void {
  const lines = (links: readonly Link[]): string[] =>
    links.map(({ id, why, page: on }) => {
      const found = programme?.get(id);
      const sign = found ? `${STATE_SIGNS[found.state]} ` : '';
      const name = found ? ` (${STATE_NAMES[found.state]})` : '';
      const where = bracketed(pageText(on));
      const because = why === '' ? '' : `: ${escapeMarkdown(why)}`;
      return `- ${sign}${link(study, page, study.opgave(id)!)}${because}${where}${name}`;
    });
  const tied = trend.opgaven.filter(isStated);
  const inferred = trend.opgaven.filter((link) => !isStated(link));
  if (tied.length > 0) {
    const several = capitalised(kindNames(study, 'opgave'));
    writer.paragraph(`**${escapeMarkdown(several)} die hieruit volgen**: het verband dat de studie legt`);
    writer.paragraph(...lines(tied));
  }
  if (inferred.length > 0) {
    writer.paragraph('**Ligt ook voor de hand**: dit verband legt de studie niet');
    writer.paragraph(...lines(inferred));
  }
}

function ways(study: StudyIndex, writer: PageWriter, page: string, item: Opgave | Perspective): void {
  if (item.directions.length > 0) {
    writer.paragraph(item.kind === 'opgave' ? '**Denkrichtingen**' : '**Manieren om te handelen**');
    writer.paragraph(
      ...item.directions.map((one) => `- ${escapeMarkdown(`${one.text}${bracketed(directionNote(one))}`)}`),
    );
  }
  if (item.kind === 'opgave' && item.choices.length > 0) {
    writer.paragraph('**Wat er te kiezen valt**');
    writer.paragraph(
      ...item.choices.map(
        (choice) =>
          `- ${escapeMarkdown(`${choiceSentences(choice)[0]}, of andersom${bracketed(pageText(choice.page))}`)}`,
      ),
    );
  }
  if (item.kind === 'perspective' && item.questions.length > 0) {
    writer.paragraph('**Vragen**');
    writer.paragraph(...item.questions.map((question, i) => `${i + 1}. ${escapeMarkdown(question)}`));
  }
  const links = (ids: readonly string[]): string => ids.map((id) => link(study, page, study.find(id)!)).join(' · ');
  if (item.kind === 'opgave') {
    const leading = (tied: boolean): string[] =>
      study.trends
        .filter(({ opgaven }) => opgaven.some((one) => one.id === item.id && isStated(one) === tied))
        .map(({ id }) => id);
    if (leading(true).length > 0) writer.paragraph(`Volgt uit: ${links(leading(true))}`);
    if (leading(false).length > 0) writer.paragraph(`Ligt voor de hand bij: ${links(leading(false))}`);
    const serving = study.perspectives.filter(({ serves }) => serves.includes(item.id)).map(({ id }) => id);
    if (serving.length > 0) writer.paragraph(`Hoe het kan: ${links(serving)}`);
  } else if (item.serves.length > 0) writer.paragraph(`Dient: ${links(item.serves)}`);
}

/** The notes of the study beside what the summary says. */
function sources(writer: PageWriter, { notes }: Entry | Part): void {
  if (notes.length === 0) return;
  const each = notes.map(({ note, page, about }) => `noot ${note}${bracketed(pageText(page))}: ${about}`);
  writer.paragraph(`Noten van de studie: ${escapeMarkdown(each.join(' · '))}`);
}

/** What has been overtaken since the study, and where it slips: set apart, because the study does not say so. */
function remarks(writer: PageWriter, { later, erratum }: Remarks): void {
  if (later !== undefined) writer.paragraph(`> *${LATER}:* ${escapeMarkdown(later)}`);
  if (erratum !== undefined) writer.paragraph(`> *${ERRATUM}:* ${escapeMarkdown(erratum)}`);
}

function seeAlso(study: StudyIndex, writer: PageWriter, page: string, see: readonly string[]): void {
  if (see.length === 0) return;
  writer.paragraph(`Zie ook: ${see.map((id) => link(study, page, study.find(id)!)).join(' · ')}`);
}

/** A table of figures, those of the reader's own areas first. */
function figures(writer: PageWriter, all: readonly Figure[], areas: readonly string[]): void {
  if (all.length === 0) return;
  const local = all.filter(({ area }) => area !== undefined && areas.includes(area));
  const rows = [...local, ...all.filter((figure) => !local.includes(figure))].map((figure) => {
    const { text, unit, about, area, date, page, erratum } = figure;
    const number = escapeMarkdown(`${text} ${unit}`);
    const slip = erratum === undefined ? '' : ` *${ERRATUM}: ${escapeMarkdown(erratum)}*`;
    const cells = [
      local.includes(figure) ? `**${number}**` : number,
      `${escapeMarkdown(about)}${slip}`,
      escapeMarkdown(area ?? 'Nederland'),
      escapeMarkdown(date ?? ''),
      pageText(page),
      escapeMarkdown(sourceText(figure)),
    ];
    return `| ${cells.join(' | ')} |`;
  });
  writer.paragraph(
    '| Cijfer | Wat | Waar | Wanneer | Bladzijde | Bron |',
    '| --- | --- | --- | --- | --- | --- |',
    ...rows,
  );
}

/** What the study says of a municipality within a theme, with the entry it stands under, on one line. */
function ownMunicipality(study: StudyIndex, theme: Theme, municipality: string): string {
  const entries = study.entries.filter((item) => study.themeOf(item) === theme);
  const facts = entries.flatMap((item) => {
    const { figures, notes, charts } = localFacts(study, municipality, item);
    const where = (page: number | undefined): string =>
      `(${[link(study, theme.id, item), pageText(page)].filter(Boolean).join(', ')})`;
    return [
      ...figures.map(({ text, unit, about, area, page }) => {
        const whose = area === municipality ? '' : `${area}, `;
        return `**${escapeMarkdown(`${text} ${unit}`)}**: ${escapeMarkdown(`${whose}${about}`)} ${where(page)}`;
      }),
      ...notes.map(({ text, page }) => `${escapeMarkdown(text)} ${where(page)}`),
      ...charts.map(
        ({ figure, about, area, page }) => escapeMarkdown(`${area} staat in figuur ${figure}: ${about} `) + where(page),
      ),
    ];
  });
  const name = `**${escapeMarkdown(municipality)}**`;
  return facts.length === 0
    ? `Over ${name} zegt de studie in dit thema niets.`
    : `Over ${name} in dit thema: ${facts.join(' · ')}`;
}

function contentsPage(study: StudyIndex): StudyPage {
  const writer = new PageWriter();
  const { title, subtitle, publisher, year, url } = study.info;
  writer.heading(1, title);
  const published = [escapeMarkdown(publisher), year].filter(Boolean).join(', ');
  const about = [subtitle && `*${escapeMarkdown(subtitle)}*`, published, url && `<${url}>`].filter(Boolean);
  if (about.length > 0) writer.paragraph(about.join(' · '));
  for (const part of study.parts) {
    writer.heading(2, part.title, part.id);
    writer.paragraph(placeLine(study, part));
    writer.paragraph(escapeMarkdown(part.summary));
    figures(writer, part.figures, []);
    sources(writer, part);
    seeAlso(study, writer, CONTENTS_PAGE, part.see);
    remarks(writer, part);
  }
  for (const theme of study.themes) {
    writer.heading(2, theme.name);
    writer.paragraph([link(study, CONTENTS_PAGE, theme), escapeMarkdown(placeText(theme))].filter(Boolean).join(' · '));
    writer.paragraph(escapeMarkdown(theme.short));
    for (const { title: section, items } of sectionsOf(study, theme)) {
      writer.paragraph(`**${escapeMarkdown(section)}**`);
      const links = items.map((item) => link(study, CONTENTS_PAGE, item));
      writer.paragraph(...(items[0]?.kind === 'term' ? [links.join(' · ')] : links.map((line) => `- ${line}`)));
    }
  }
  return writer.page(CONTENTS_PAGE, title);
}
