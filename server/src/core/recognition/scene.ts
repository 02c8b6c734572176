import type { Block } from '../markdown/blocks.js';
import { contextsOf } from './context.js';
import type { Labels } from './labels.js';
import type { Tally } from './tally.js';

/** A block and what stands around it. */
export interface Scene {
  readonly kind: Block['kind'];
  readonly own: Tally;
  /** From the nearest heading up. */
  readonly headings: readonly Tally[];
  /** The paragraph that introduces the list. */
  readonly leadIn: Tally | undefined;
  /** The block before it under the same heading. */
  readonly previous: Tally | undefined;
}

/** The scene of every block. */
export function scenesOf(blocks: readonly Block[], tallies: readonly Tally[]): Scene[] {
  return contextsOf(blocks).map(({ headings, leadIn }, i) => ({
    kind: blocks[i]!.kind,
    own: tallies[i]!,
    headings: headings.map((heading) => tallies[heading]!),
    leadIn: leadIn < 0 ? undefined : tallies[leadIn],
    previous: i > 0 && blocks[i - 1]!.kind !== 'heading' ? tallies[i - 1] : undefined,
  }));
}

/** A heading or lead-in says something only about a block that goes on for a few words itself. */
export const LEAST_WORDS = 6;

/** Longer lines are sentences, whatever they end on. */
const LONGEST_TITLE = 8;

/** A heading in all but its marks: a few words that announce what follows, or that end on no point and say what nobody does. */
function isTitle({ kind, own }: Scene): boolean {
  if (kind === 'heading' || own.words > LONGEST_TITLE) return false;
  return (
    own.ending === 'colon' || (own.ending === 'word' && kind === 'paragraph' && own.cueIn.every((mask) => mask === 0))
  );
}

/** Labels of the opgaven that a block may take up: its own words name them, or those above it do. */
export function opgavenIn(labels: Labels, scene: Scene): number[] {
  if (scene.kind === 'heading' || isTitle(scene)) return [];
  const found = new Set<number>();
  for (const label of scene.own.labels.numbers) if (labels.kind[label] === 'opgave') found.add(label);
  if (scene.own.words >= LEAST_WORDS) {
    for (const above of scene.leadIn ? [...scene.headings, scene.leadIn] : scene.headings) {
      for (const [i, label] of above.labels.numbers.entries())
        if (labels.kind[label] === 'opgave' && above.labels.tallies[i]!.strong > 0) found.add(label);
    }
  }
  return [...found];
}

/** Numbers of the themes that a block may raise. */
export function themesIn(labels: Labels, scene: Scene): number[] {
  if (isTitle(scene)) return [];
  const { own, headings, leadIn } = scene;
  return labels.ofTheme.flatMap((_, theme) =>
    own.themeStrong[theme]! + own.themeWeak[theme]! > 0 ||
    headings.some((heading) => heading.themeStrong[theme]! > 0) ||
    (leadIn?.themeStrong[theme] ?? 0) > 0
      ? theme
      : [],
  );
}
