import type { CompiledSignals } from './compile-signals.js';
import { type Lists, narrowed } from './lists.js';
import type { Shape, SignalTable } from './signal-table.js';

/** A signal table as JSON writes it: the same fields, its numbers in plain arrays. */
interface SignalJson {
  readonly atoms: readonly string[];
  readonly shapeOf: readonly number[];
  readonly shapes: readonly (readonly Shape[])[];
  readonly classes: ListsJson;
  readonly phrases: ListsJson;
  readonly atClauseEnd: readonly number[];
  readonly groups: ListsJson;
  readonly formSignal: readonly number[];
  readonly near: ListsJson;
  readonly not: ListsJson;
  readonly labelOf: readonly number[];
  readonly weak: readonly number[];
  readonly labels: readonly string[];
}

/** How long each list is says less at length than where it starts. */
type ListsJson = { readonly lengths: readonly number[]; readonly items: readonly number[] };

/** Writes compiled signals as JSON, for the build; how they were written does not travel with them. */
export function writeSignals({ sources: _, ...table }: CompiledSignals): string {
  return JSON.stringify(table, (_key, value) => {
    if (isLists(value)) return { lengths: lengthsOf(value), items: value.items };
    return ArrayBuffer.isView(value) ? Array.from(value as Uint16Array) : value;
  });
}

const isLists = (value: unknown): value is Lists => typeof value === 'object' && value !== null && 'starts' in value;

const lengthsOf = ({ starts }: Lists): number[] =>
  Array.from({ length: starts.length - 1 }, (_, i) => starts[i + 1]! - starts[i]!);

/** Reads what {@link writeSignals} wrote. */
export function readSignals(json: string): SignalTable {
  const table = JSON.parse(json) as SignalJson;
  return {
    ...table,
    shapeOf: Uint16Array.from(table.shapeOf),
    classes: listsIn(table.classes),
    phrases: listsIn(table.phrases),
    atClauseEnd: Uint8Array.from(table.atClauseEnd),
    groups: listsIn(table.groups),
    formSignal: narrowed(table.formSignal, largest(table.formSignal)),
    near: listsIn(table.near),
    not: listsIn(table.not),
    labelOf: Uint16Array.from(table.labelOf),
    weak: Uint8Array.from(table.weak),
  };
}

function listsIn({ lengths, items }: ListsJson): Lists {
  const starts = new Int32Array(lengths.length + 1);
  for (let i = 0; i < lengths.length; i++) starts[i + 1] = starts[i]! + lengths[i]!;
  return { starts: narrowed(starts, items.length), items: narrowed(items, largest(items)) };
}

/** Of numbers that are none below zero. */
const largest = (numbers: readonly number[]): number => numbers.reduce((most, number) => Math.max(most, number), 0);
