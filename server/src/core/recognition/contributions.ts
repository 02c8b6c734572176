import type { Labels } from './labels.js';
import type { Model } from './model.js';
import type { SignalCounts } from './signal-counts.js';

/** Something in a block with a weight of its own for a label: a hit of another label, or a signal of the label itself. */
export type Contribution =
  | { readonly by: 'label'; readonly label: number; readonly strong: boolean }
  | { readonly by: 'signal'; readonly signal: number };

/** Everything in a block that contributes to a label. To a theme contribute the signals of all its labels. */
export function contributionsTo(
  labels: Labels,
  labelOf: ArrayLike<number>,
  counts: SignalCounts,
  target: number,
): Contribution[] {
  const found: Contribution[] = [];
  for (const { label, strong } of counts.labels)
    if (label !== target) found.push({ by: 'label', label, strong: strong > 0 });
  for (const signal of counts.signals)
    if (isOwnSignal(labels, labelOf[signal]!, target)) found.push({ by: 'signal', signal });
  return found;
}

/** Whether a signal of `label` is one of `target`: the same label, or any of the theme that `target` is. */
export const isOwnSignal = ({ kind, theme }: Labels, label: number, target: number): boolean =>
  kind[target] === 'theme' ? theme[label] === theme[target] : label === target;

/** What was learned about a contribution, in log-odds for the label. */
export const weightOf = (model: Model, { kind }: Labels, contribution: Contribution, target: number): number =>
  contribution.by === 'signal'
    ? (kind[target] === 'theme' ? model.forTheme : model.forOpgave)[contribution.signal]!
    : ((contribution.strong ? model.strong : model.weak)[contribution.label]!.get(target) ?? 0);
