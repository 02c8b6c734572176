import type { Analysis } from '../analysis.js';
import { counts, strongestFirst } from '../coverage/coverage.js';
import { countStates, type ProgrammeCoverage } from '../coverage/programme.js';
import { countsText } from '../coverage/states.js';
import { sectionsOf, titleOf } from '../markdown/sections.js';
import { clarityOf, evidenceOf, type Mention, together } from '../recognition/mentions.js';
import type { StudyIndex } from '../study/index.js';
import { type AmongStudies, capitalised, kindName, kindNames, toldId } from '../study/reference.js';
import { coverageByTheme } from './by-theme.js';

/** A line above a heading: what stands below it of the theme that is written about there. */
export interface Lens {
  /** The heading. Offsets into the text. */
  readonly from: number;
  readonly to: number;
  /** `Ruimte en wonen: in dit hoofdstuk 3 opgaven opgepakt · 1 mogelijk · 2 alleen genoemd` */
  readonly title: string;
  /** Id of the theme; absent above the title of the document, which is about all of them. */
  readonly theme?: string;
}

/** A second theme is named when it is raised at least so often, and this much of the first. */
const SECOND = { least: 3, share: 0.6 };
/** What a heading itself raises counts as so many mentions. */
const IN_HEADING = 3;

/**
 * Lenses of a document by all studies at work: each says which one it is of, and those on one line say once where they are
 * about.
 */
export function lensesAmong(
  views: readonly (AmongStudies<StudyIndex> & { readonly analysis: Analysis; readonly coverage: ProgrammeCoverage })[],
): Lens[] {
  const placed = new Set<number>();
  return views.flatMap((view) =>
    lensesOf(view.study, view.analysis, view.coverage, placed).map((lens) => ({
      ...lens,
      title: views.length > 1 ? `${capitalised(view.study.info.key)} · ${lens.title}` : lens.title,
      ...(lens.theme === undefined ? {} : { theme: toldId(view, lens.theme) }),
    })),
  );
}

/**
 * Lenses of a document: above each heading whose section raises a theme that the heading around it does not show yet.
 * @param placed headings above which a lens says already that it is about their chapter
 */
export function lensesOf(
  study: StudyIndex,
  analysis: Analysis,
  programme: ProgrammeCoverage,
  placed = new Set<number>(),
): Lens[] {
  const sections = sectionsWithThemes(study, analysis);
  const byTheme = new Map(coverageByTheme(study, programme).map((found) => [found.theme.id, found]));
  // A heading without others is a chapter rather than the title of some.
  const title = sections.length > 1 ? titleOf(analysis.headings) : undefined;
  const shown = new Map<Section, ReadonlySet<string>>();
  return sections.flatMap((section): Lens[] => {
    const { block, from, to } = section;
    if (block === title) {
      shown.set(section, new Set());
      return [{ from, to, title: countsText(countStates(programme.values()), undefined, kindNames(study, 'opgave')) }];
    }
    const themes = mainThemes(section.themes).filter((id) => byTheme.has(id));
    const above = (section.parent && shown.get(section.parent)) ?? new Set();
    shown.set(section, new Set([...above, ...themes]));
    return themes
      .filter((id) => !above.has(id))
      .map((id) => {
        const { theme } = byTheme.get(id)!;
        // They stand on one line, of which the end may fall away: where it is about is said once.
        const where = placed.has(block) ? '' : 'in dit hoofdstuk ';
        placed.add(block);
        return { from, to, title: `${theme.name}: ${where}${hereText(study, section.places, id)}`, theme: id };
      });
  });
}

/** A place below a heading that speaks of an opgave: what it says of it, with the theme. */
interface PlaceOfOpgave {
  readonly opgave: string;
  readonly theme: string;
  readonly mention: Mention | 'cited';
}

/** `3 opgaven opgepakt · 1 mogelijk · 2 alleen genoemd`; what is zero is left out, but for what is taken up. */
function hereText(study: StudyIndex, places: readonly PlaceOfOpgave[], theme: string): string {
  const byOpgave = new Map<string, (Mention | 'cited')[]>();
  for (const { opgave, mention, theme: of } of places)
    if (of === theme) byOpgave.set(opgave, [...(byOpgave.get(opgave) ?? []), mention]);
  const here = { opgepakt: 0, anders: 0, mogelijk: 0, genoemd: 0 };
  for (const found of byOpgave.values()) here[doneIn(found)]++;
  const parts = [
    here.opgepakt === 0
      ? 'nog niets opgepakt'
      : `${here.opgepakt} ${here.opgepakt === 1 ? kindName(study, 'opgave') : kindNames(study, 'opgave')} opgepakt`,
    here.anders > 0 ? `${here.anders} anders` : '',
    here.mogelijk > 0 ? `${here.mogelijk} mogelijk` : '',
    here.genoemd > 0 ? `${here.genoemd} alleen genoemd` : '',
  ];
  return parts.filter(Boolean).join(' · ');
}

/** What some places together do with an opgave, as the state of a document follows from them. */
function doneIn(places: readonly (Mention | 'cited')[]): 'opgepakt' | 'anders' | 'mogelijk' | 'genoemd' {
  const mentions = places.filter((place) => place !== 'cited');
  if (mentions.length < places.length) return 'opgepakt';
  const clarity = clarityOf(together(mentions, evidenceOf));
  const [clearest] = [...mentions].sort(strongestFirst);
  if (clarity === 'clear' && clearest!.stance !== 'anders') return 'opgepakt';
  if (mentions.some(({ stance }) => stance === 'anders')) return 'anders';
  return clarity === 'possible' ? 'mogelijk' : 'genoemd';
}

interface Section {
  /** Index of its heading. */
  readonly block: number;
  readonly from: number;
  readonly to: number;
  /** The section that it lies in, if that has a heading. */
  readonly parent: Section | undefined;
  /** How often each theme is raised, by itself or through its trends and opgaven. */
  readonly themes: Map<string, number>;
  /** What speaks of opgaven below it. */
  readonly places: PlaceOfOpgave[];
}

function sectionsWithThemes(study: StudyIndex, analysis: Analysis): Section[] {
  const { blocks, headings, mentions } = analysis;
  const places = opgavenByBlock(study, analysis);
  const sections = new Map<number, Section>();
  const around = sectionsOf(headings);
  const byBlock = new Map<number, Map<string, number>>();
  for (const { id, block, certain, strength } of mentions) {
    const item = certain ? study.find(id) : undefined;
    if (!item || item.kind === 'part') continue;
    const theme = study.themeOf(item).id;
    const themes = byBlock.get(block) ?? new Map<string, number>();
    // One block raises a theme once, however many words it spends on it.
    themes.set(theme, Math.max(themes.get(theme) ?? 0, strength));
    byBlock.set(block, themes);
  }
  for (const [index, { kind, from, to }] of blocks.entries()) {
    const path = around(index);
    if (kind === 'heading')
      sections.set(index, { block: index, from, to, parent: sections.get(path[1]!), themes: new Map(), places: [] });
    for (const heading of path) sections.get(heading)?.places.push(...(places.get(index) ?? []));
    for (const [theme, strength] of byBlock.get(index) ?? []) {
      const weight = strength * (kind === 'heading' ? IN_HEADING : 1);
      for (const heading of path) {
        const themes = sections.get(heading)?.themes;
        themes?.set(theme, (themes.get(theme) ?? 0) + weight);
      }
    }
  }
  return [...sections.values()];
}

/** What each block says of opgaven. */
function opgavenByBlock(study: StudyIndex, { mentions, citations }: Analysis): Map<number, PlaceOfOpgave[]> {
  const found = new Map<number, PlaceOfOpgave[]>();
  const add = (block: number, id: string, mention: Mention | 'cited'): void => {
    const opgave = study.opgave(id);
    if (opgave) found.set(block, [...(found.get(block) ?? []), { opgave: id, theme: opgave.theme, mention }]);
  };
  for (const mention of mentions) add(mention.block, mention.id, mention);
  for (const citation of citations) if (counts(citation, citation.id)) add(citation.block, citation.id, 'cited');
  return found;
}

function mainThemes(themes: ReadonlyMap<string, number>): string[] {
  const [first, second] = [...themes].sort((a, b) => b[1] - a[1]);
  if (!first) return [];
  const both = second && second[1] >= SECOND.least && second[1] >= first[1] * SECOND.share;
  return both ? [first[0], second[0]] : [first[0]];
}
