import type { Engine } from '../analysis.js';
import type { Block } from '../markdown/blocks.js';
import { headingWords } from '../markdown/heading.js';
import { lineEnd } from '../markdown/lines.js';
import { parseMarkdown } from '../markdown/markdown-reader.js';
import { statedNames } from '../report/stated-name.js';
import { idOf, keyOf } from '../written-study/ids.js';
import { Sayings, telling } from './content-words.js';
import { type Pledge, pledgesIn } from './pledges.js';
import { pledgeTitle } from './title.js';

/** A first study out of a document, for its writer to prune. */
export interface DraftStudy {
  readonly key: string;
  readonly title: string;
  readonly publisher?: string;
  readonly year?: number;
  readonly themes: readonly DraftTheme[];
}

export interface DraftTheme {
  readonly title: string;
  readonly opgaven: readonly DraftOpgave[];
}

export interface DraftOpgave {
  readonly id: string;
  readonly title: string;
  /** The sentence itself. */
  readonly short: string;
  /** `§ 3.1`, `regel 41` or `p. 12`. */
  readonly place: string;
  /** It may be no pledge. */
  readonly doubtful: boolean;
}

/**
 * Draws a study from a document: what stands under a heading becomes a theme, and what chooses something an opgave; what
 * only tells is left out.
 * @param name of the document, for want of a title of its own
 * @param placeOf where its reader finds an offset
 */
export function draftStudy(
  engine: Engine,
  text: string,
  name: string,
  placeOf = (offset: number) => `regel ${text.slice(0, offset).split('\n').length}`,
): DraftStudy {
  const { blocks } = parseMarkdown(text);
  const found = new Sayings();
  const pledges = blocks.map((block) => pledgesIn(engine, text, block).filter(({ text }) => found.isNew(text)));
  const depth = themeDepth(blocks, pledges);
  const heading = blocks.find((block) => block.kind === 'heading' && block.depth < depth);
  const title = statedNames(text).title ?? (heading ? headingWords(text, heading) : name);
  const ids = new Set<string>();
  const themes: { title: string; opgaven: DraftOpgave[] }[] = [];
  let open: { title: string; opgaven: DraftOpgave[] } | undefined;
  let section: string | undefined;
  for (const [i, block] of blocks.entries()) {
    if (block.kind === 'heading') {
      const words = headingWords(text, block);
      if (block.depth <= depth) {
        open = { title: unnumbered(words), opgaven: [] };
        themes.push(open);
      }
      section = SECTION.exec(words)?.[1] ?? (block.depth <= depth ? undefined : section);
      continue;
    }
    for (const pledge of pledges[i]!) {
      if (!open) {
        open = { title: 'Algemeen', opgaven: [] };
        themes.push(open);
      }
      open.opgaven.push(opgaveOf(pledge, sectionOf(pledge, section) ?? placeOf(pledge.from), ids));
    }
  }
  return {
    key: keyOf(name),
    title,
    ...statedAbove(text, blocks, depth),
    themes: themes.filter(({ opgaven }) => opgaven.length > 0),
  };
}

/** The level of the headings that are themes: the highest with pledges under more than one. */
function themeDepth(blocks: readonly Block[], pledges: readonly (readonly Pledge[])[]): number {
  const headings = blocks.flatMap((block, at) => (block.kind === 'heading' ? [{ at, depth: block.depth }] : []));
  const depths = [...new Set(headings.map(({ depth }) => depth))].sort((a, b) => a - b);
  const withPledges = (depth: number): number =>
    headings.filter(({ at, depth: own }, i) => {
      if (own !== depth) return false;
      const end = headings.slice(i + 1).find((next) => next.depth <= depth)?.at ?? blocks.length;
      return pledges.slice(at, end).some((under) => under.length > 0);
    }).length;
  return depths.find((depth) => withPledges(depth) > 1) ?? depths.at(-1) ?? 1;
}

/** A number in front of a heading, with the word for such a part. */
const SECTION =
  /^(?:(?:hoofdstuk|deel|thema|programma(?:lijn)?|paragraaf|speerpunt|bijlage)\s+)?(\d{1,3}(?:\.\d{1,3})*|[A-Z](?=[.:]))(?:[.:)]|\s+[-–—])?\s+(?=\S)/iu;
const unnumbered = (heading: string): string => heading.replace(SECTION, '');

/** The numbered section that is short enough to find a sentence in: a chapter is too long. */
function sectionOf({ number }: Pledge, section: string | undefined): string | undefined {
  if (number !== undefined) return `§ ${number}`;
  return section?.includes('.') ? `§ ${section}` : undefined;
}

function opgaveOf({ text, chooses, named, doubtful }: Pledge, place: string, ids: Set<string>): DraftOpgave {
  const title = named ?? pledgeTitle(chooses);
  const base = idOf(telling(title).join(' ')) || 'belofte';
  let id = base;
  for (let n = 2; ids.has(id); n++) id = `${base}-${n}`;
  ids.add(id);
  return { id, title, short: text, place, doubtful };
}

/** Who published it and when, as far as the words above the themes say so. */
function statedAbove(text: string, blocks: readonly Block[], depth: number): Pick<DraftStudy, 'publisher' | 'year'> {
  const first = blocks.findIndex((block) => block.kind === 'heading' && block.depth >= depth);
  const above = text.slice(0, blocks[Math.max(0, first)]?.to ?? lineEnd(text, 0));
  const municipality =
    /\b[Gg]emeente (\p{Lu}[\p{L}'’-]+(?: (?:aan|de|den|der|en|op|ter|van|\p{Lu}[\p{L}-]+))*(?<=\p{Lu}[\p{L}'’-]+))/u.exec(
      above,
    )?.[1];
  // A year alone is one to look forward to: Woonvisie 2040.
  const year = /(?:\b\d{1,2} \p{Ll}+ |(?=20\d\d ?(?:[-–]|tot|t\/m) ?20\d\d))(20\d\d)/u.exec(above)?.[1];
  return {
    ...(municipality === undefined ? {} : { publisher: `Gemeente ${municipality}` }),
    ...(year === undefined ? {} : { year: Number(year) }),
  };
}
