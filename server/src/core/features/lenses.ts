import type { Analysis } from '../analysis.js';
import { countStates, type ProgrammeCoverage } from '../coverage/programme.js';
import { countsText } from '../coverage/states.js';
import { sectionsOf } from '../markdown/sections.js';
import type { StudyIndex } from '../study/index.js';
import { coverageByTheme } from './by-theme.js';

/** A line above a heading: how the programme stands with the theme that is written about below it. */
export interface Lens {
  /** The heading. Offsets into the text. */
  readonly from: number;
  readonly to: number;
  /** `Ruimte en wonen: 5 van 8 opgaven opgepakt · 2 ontbreken` */
  readonly title: string;
  /** Id of the theme; absent above the title of the document, which is about all of them. */
  readonly theme?: string;
}

/** A second theme is named when it is raised at least so often, and this much of the first. */
const SECOND = { least: 3, share: 0.6 };
/** What a heading itself raises counts as so many mentions. */
const IN_HEADING = 3;

/** Lenses of a document: above each heading whose section raises a theme that the heading around it does not show yet. */
export function lensesOf(study: StudyIndex, analysis: Analysis, programme: ProgrammeCoverage): Lens[] {
  const sections = sectionsWithThemes(study, analysis);
  const byTheme = new Map(coverageByTheme(study, programme).map((found) => [found.theme.id, found]));
  const title = titleOf(sections);
  const shown = new Map<Section, ReadonlySet<string>>();
  return sections.flatMap((section): Lens[] => {
    const { from, to } = section;
    if (section === title) {
      shown.set(section, new Set());
      return [{ from, to, title: countsText(countStates(programme.values())) }];
    }
    const themes = mainThemes(section.themes).filter((id) => byTheme.has(id));
    const above = (section.parent && shown.get(section.parent)) ?? new Set();
    shown.set(section, new Set([...above, ...themes]));
    return themes
      .filter((id) => !above.has(id))
      .map((id) => {
        const { theme, counts } = byTheme.get(id)!;
        return { from, to, title: `${theme.name}: ${countsText(counts)}`, theme: id };
      });
  });
}

interface Section {
  readonly depth: number;
  readonly from: number;
  readonly to: number;
  /** The section that it lies in, if that has a heading. */
  readonly parent: Section | undefined;
  /** How often each theme is raised, by itself or through its trends and opgaven. */
  readonly themes: Map<string, number>;
}

function sectionsWithThemes(study: StudyIndex, { blocks, mentions }: Analysis): Section[] {
  const sections = new Map<number, Section>();
  const around = sectionsOf(blocks);
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
  for (const [index, { kind, depth, from, to }] of blocks.entries()) {
    const path = around(index);
    if (kind === 'heading') sections.set(index, { depth, from, to, parent: sections.get(path[1]!), themes: new Map() });
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

/** The heading that stands alone at its level and has others below it. */
function titleOf(sections: readonly Section[]): Section | undefined {
  const [first, second] = sections;
  if (!first || !second || second.depth <= first.depth) return undefined;
  return sections.filter(({ depth }) => depth <= first.depth).length === 1 ? first : undefined;
}

function mainThemes(themes: ReadonlyMap<string, number>): string[] {
  const [first, second] = [...themes].sort((a, b) => b[1] - a[1]);
  if (!first) return [];
  const both = second && second[1] >= SECOND.least && second[1] >= first[1] * SECOND.share;
  return both ? [first[0], second[0]] : [first[0]];
}
