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

type ListsJson = { readonly starts: readonly number[]; readonly items: readonly number[] };

/** Writes compiled signals as JSON, for the build; how they were written does not travel with them. */
export function writeSignals({ sources: _, ...table }: CompiledSignals): string {
  return JSON.stringify(table, (_key, value) => (ArrayBuffer.isView(value) ? Array.from(value as Uint16Array) : value));
}

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

const listsIn = ({ starts, items }: ListsJson): Lists => ({
  starts: narrowed(starts, items.length),
  items: narrowed(items, largest(items)),
});

/** Of numbers that are none below zero. */
const largest = (numbers: readonly number[]): number => numbers.reduce((most, number) => Math.max(most, number), 0);
