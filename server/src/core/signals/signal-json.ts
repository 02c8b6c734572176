import { packedJson, unpackNumbers } from '../study/packed-numbers.js';
import type { CompiledSignals } from './compile-signals.js';
import { type Lists, narrowed } from './lists.js';
import type { Shape, SignalTable } from './signal-table.js';

/** A signal table as JSON writes it: the same fields, its numbers packed. */
interface SignalJson {
  readonly atoms: readonly string[];
  readonly shapeOf: string;
  readonly shapes: readonly (readonly Shape[])[];
  readonly classes: ListsJson;
  readonly phrases: ListsJson;
  readonly atClauseEnd: string;
  readonly groups: ListsJson;
  readonly formSignal: string;
  readonly near: ListsJson;
  readonly not: ListsJson;
  readonly labelOf: string;
  readonly weak: string;
  readonly labels: readonly string[];
}

/** How long each list is says less at length than where it starts. */
type ListsJson = { readonly lengths: string; readonly items: string };

/** Writes compiled signals as JSON, for the build; how they were written does not travel with them. */
export const writeSignals = ({ sources: _, ...table }: CompiledSignals): string =>
  packedJson({ ...table, ...shapesOnce(table) }, (value) =>
    isLists(value) ? { lengths: lengthsOf(value), items: value.items } : value,
  );

/** Many words inflect alike: each way is written once. */
function shapesOnce({ shapes, shapeOf }: SignalTable): Pick<SignalTable, 'shapes' | 'shapeOf'> {
  const written = shapes.map((own) => JSON.stringify(own));
  const each = new Map([...new Set(written)].map((own, number) => [own, number]));
  return {
    shapeOf: shapeOf.map((own) => each.get(written[own]!)!),
    shapes: [...each.keys()].map((own) => JSON.parse(own) as Shape[]),
  };
}

const isLists = (value: unknown): value is Lists => typeof value === 'object' && value !== null && 'starts' in value;

const lengthsOf = ({ starts }: Lists): Int32Array =>
  Int32Array.from({ length: starts.length - 1 }, (_, i) => starts[i + 1]! - starts[i]!);

/** Reads what {@link writeSignals} wrote. */
export function readSignals(json: string): SignalTable {
  const table = JSON.parse(json) as SignalJson;
  const formSignal = unpackNumbers(table.formSignal);
  return {
    ...table,
    shapeOf: new Uint16Array(unpackNumbers(table.shapeOf)),
    classes: listsIn(table.classes),
    phrases: listsIn(table.phrases),
    atClauseEnd: new Uint8Array(unpackNumbers(table.atClauseEnd)),
    groups: listsIn(table.groups),
    formSignal: narrowed(formSignal, largest(formSignal)),
    near: listsIn(table.near),
    not: listsIn(table.not),
    labelOf: new Uint16Array(unpackNumbers(table.labelOf)),
    weak: new Uint8Array(unpackNumbers(table.weak)),
  };
}

function listsIn(json: ListsJson): Lists {
  const lengths = unpackNumbers(json.lengths);
  const items = unpackNumbers(json.items);
  const starts = new Int32Array(lengths.length + 1);
  for (let i = 0; i < lengths.length; i++) starts[i + 1] = starts[i]! + lengths[i]!;
  return { starts: narrowed(starts, items.length), items: narrowed(items, largest(items)) };
}

/** Of numbers that are none below zero. */
function largest(numbers: Int32Array): number {
  let most = 0;
  for (let i = 0; i < numbers.length; i++) if (numbers[i]! > most) most = numbers[i]!;
  return most;
}
