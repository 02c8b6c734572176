import type { BlockInContext } from './block-in-context.js';
import type { Labels } from './labels.js';
import { countsOf, type LabelCounts, type SignalCounts } from './signal-counts.js';

const NONE: LabelCounts = { label: -1, strong: 0, weak: 0, strongIn: 0, anyIn: 0 };
const log1 = (n: number): number => Math.log2(1 + n);
const bit = (b: boolean): number => (b ? 1 : 0);
const has = (counts: SignalCounts | undefined, label: number): number => {
  const found = countsOf(counts, label);
  return found ? (found.strong > 0 ? 1 : 0.3) : 0;
};

const sentencesIn = (mask: number): number => {
  let count = 0;
  for (let rest = mask; rest !== 0; rest &= rest - 1) count++;
  return count;
};

/** A line that only announces, or that ends as a title does, says little. */
function endings({ kind, words, ending, counts }: BlockInContext['own']): number[] {
  const colon = ending === 'colon';
  const open = ending === 'word';
  const noCue = counts.cueIn.every((mask) => mask === 0);
  return [
    bit(colon), bit(open), bit(open && words < 9), bit(open && kind !== 'item'), bit(noCue),
  ]; // biome-ignore format: in the order of the names
}

export const OPGAVE_FEATURES = [
  'bias', 'strong1', 'strong2', 'strong3', 'weak1', 'weak2', 'weakOnly', 'none', 'sentences2', 'words', 'short', 'item',
  'headNear', 'headFar', 'leadIn', 'previous', 'themeOwn', 'themeOwnWeak', 'themeHead', 'themeOther', 'rivalsTheme', 'rivalsOther', 'top', 'trend', 'trendWeak',
  'action', 'actionElse', 'problem', 'past', 'rejection', 'question', 'problemNoAction', 'selfTheme', 'wish', 'passive', 'ours', 'praise', 'firstSentence', 'strongShare',
] as const; // biome-ignore format: a list

function opgaveFeatures(labels: Labels, block: BlockInContext, label: number): number[] {
  const { kind, words, counts: own } = block.own;
  const { headings } = block;
  const head = headings[0]?.own.counts;
  const mine = countsOf(own, label) ?? NONE;
  const theme = labels.theme[label]!;
  const { strong, weak } = mine;
  const where = mine.strongIn || mine.anyIn || 1;
  const [action, problem, past, rejection, question, wish, passive, ours, praise] = own.cueIn as [
    number,
    number,
    number,
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  let rivalsTheme = 0;
  let rivalsOther = 0;
  let most = 0;
  for (const counts of own.labels) {
    const other = counts.label;
    if (other === label || labels.kind[other] !== 'opgave') continue;
    const count = counts.strong + 0.3 * counts.weak;
    if (counts.strong > 0) {
      if (labels.theme[other] === theme) rivalsTheme++;
      else rivalsOther++;
    }
    if (count > most) most = count;
  }
  const trends = labels.trends[label]!;
  const trend = trends.some((t) => (countsOf(own, t)?.strong ?? 0) > 0);
  const trendWeak = !trend && trends.some((t) => countsOf(own, t) !== undefined);
  const otherThemes = own.themeStrong.reduce((sum, n, t) => sum + (t === theme ? 0 : n), 0);
  let headFar = 0;
  for (let i = 1; i < headings.length; i++) headFar = Math.max(headFar, has(headings[i]!.own.counts, label));
  const themeHead = headings.some((heading) => heading.own.counts.themeStrong[theme]! > 0);
  return [
    1,
    bit(strong >= 1), bit(strong >= 2), bit(strong >= 3), bit(weak >= 1), bit(weak >= 2), bit(strong === 0 && weak > 0), bit(strong + weak === 0),
    bit((mine.anyIn & (mine.anyIn - 1)) !== 0),
    log1(words) - 5,
    bit(words < 6),
    bit(kind === 'item'),
    has(head, label), headFar, has(block.leadIn?.own.counts, label), has(block.previous?.counts, label),
    log1(Math.max(0, own.themeStrong[theme]! - strong)), log1(Math.max(0, own.themeWeak[theme]! - weak)), bit(themeHead), log1(otherThemes),
    Math.min(3, rivalsTheme), Math.min(4, rivalsOther), bit(strong + 0.3 * weak >= most),
    bit(trend), bit(trendWeak),
    bit((action & where) !== 0), bit((action & where) === 0 && action !== 0),
    bit((problem & where) !== 0), bit((past & where) !== 0), bit((rejection & where) !== 0), bit((question & where) !== 0),
    bit(((problem | past) & where) !== 0 && (action & where) === 0),
    bit((countsOf(own, labels.ofTheme[theme]!)?.strong ?? 0) > 0),
    bit((wish & where) !== 0), bit((passive & where) !== 0), bit((ours & where) !== 0), bit((praise & where) !== 0),
    bit((where & 1) !== 0), sentencesIn(mine.strongIn) / own.sentences,
  ]; // biome-ignore format: in the order of the names
}

export const THEME_FEATURES = [
  'bias', 'strong1', 'strong2', 'strong3', 'strong5', 'weak1', 'weak3', 'none', 'share', 'top', 'words', 'short', 'item',
  'headNear', 'headFar', 'headNearOther', 'leadIn', 'previous', 'previousOther', 'opgave', 'sentenceShare', 'themes', 'action', 'leading', 'firstSentence', 'strong', 'nearestHead',
  'announces', 'open', 'openBriefly', 'openParagraph', 'noCue',
] as const; // biome-ignore format: a list

function themeFeatures(labels: Labels, block: BlockInContext, theme: number): number[] {
  const { kind, words, counts: own } = block.own;
  const { headings } = block;
  const head = headings[0]?.own.counts;
  const strong = own.themeStrong[theme]!;
  const weak = own.themeWeak[theme]!;
  const total = own.themeStrong.reduce((a, b) => a + b, 0);
  const weight = (counts: SignalCounts, t: number): number => counts.themeStrong[t]! + 0.3 * counts.themeWeak[t]!;
  const mine = weight(own, theme);
  let most = 0;
  let others = 0;
  for (let t = 0; t < own.themeStrong.length; t++) {
    if (t === theme) continue;
    most = Math.max(most, weight(own, t));
    if (own.themeStrong[t]! > 0) others++;
  }
  let sentenceMask = 0;
  let opgave = 0;
  for (const { label, strong, strongIn } of own.labels) {
    if (labels.theme[label] !== theme) continue;
    sentenceMask |= strongIn;
    if (labels.kind[label] === 'opgave' && strong > 0) opgave++;
  }
  const strongIn = (counts: SignalCounts | undefined): number => bit((counts?.themeStrong[theme] ?? 0) > 0);
  const othersIn = (counts: SignalCounts | undefined): number =>
    bit(counts?.themeStrong.some((n, t) => t !== theme && n > 0) ?? false);
  let headFar = 0;
  for (let i = 1; i < headings.length; i++) headFar = Math.max(headFar, strongIn(headings[i]!.own.counts));
  // The nearest heading that says anything at all.
  const speaking = headings.find((heading) => heading.own.counts.themeStrong.some((n) => n > 0));
  const nearestHead = speaking ? speaking.own.counts.leading[theme]! : 0;
  return [
    1,
    bit(strong >= 1), bit(strong >= 2), bit(strong >= 3), bit(strong >= 5), bit(weak >= 1), bit(weak >= 3), bit(strong + weak === 0),
    total === 0 ? 0 : strong / total, bit(mine > most),
    log1(words) - 5, bit(words < 6), bit(kind === 'item'),
    strongIn(head), headFar, othersIn(head), strongIn(block.leadIn?.own.counts), strongIn(block.previous?.counts), othersIn(block.previous?.counts),
    log1(opgave), sentencesIn(sentenceMask) / own.sentences, Math.min(4, others), bit(own.cueIn[0] !== 0),
    own.leading[theme]!, bit((sentenceMask & 1) !== 0), log1(strong), nearestHead, ...endings(block.own),
  ]; // biome-ignore format: in the order of the names
}

/** What speaks for a theme or opgave in a block and above it: numbers in the order of {@link THEME_FEATURES} or {@link OPGAVE_FEATURES}. */
export const featuresOf = (labels: Labels, block: BlockInContext, label: number): number[] =>
  labels.kind[label] === 'theme'
    ? themeFeatures(labels, block, labels.theme[label]!)
    : opgaveFeatures(labels, block, label);
