import { parseSignals, type Signal } from '../signals/signal.js';
import type { Parts } from './parts.js';
import type { ContentsFile } from './study-form.js';
import type { ReadFile, YamlFile } from './yaml-file.js';

/** The signals that a study has written, by the id of what they are of. */
export interface WrittenSignals {
  /** As they are written: those that stand apart in their order, then those that stand with their part. */
  readonly of: ReadonlyMap<string, string>;
  /** Of a stand against an opgave. */
  readonly against: ReadonlyMap<string, readonly Signal[]>;
}

/** Gathers the signals of a study; those that are of nothing in it are told. */
export function writtenSignals(files: readonly ReadFile[], parts: Parts): WrittenSignals {
  const of = new Map<string, string>();
  const within = new Map(parts.recognised.flatMap(({ id, signals }) => (signals === undefined ? [] : [[id, signals]])));
  const known = new Set(parts.recognised.map(({ id }) => id));
  for (const { file, value } of files)
    for (const [id, signals] of Object.entries(value.signals ?? {})) {
      const place = file.placeOf(value.signals!, id);
      if (!known.has(id))
        file.fault(place, `‘${id}’ is geen thema, trend of opgave van deze studie. Neem de id daarvan over.`);
      else if (within.has(id) || of.has(id))
        file.fault(place, `‘${id}’ heeft al signalen. Zet alle bij elkaar, op één plaats.`);
      else of.set(id, signals);
    }
  const opgaven = new Set(parts.opgaven.map(({ id }) => id));
  const against = new Map<string, readonly Signal[]>();
  for (const { file, value } of files) {
    if (!value.against) continue;
    const { means = {}, meansRightBehind = {}, opposite = {} } = value.against;
    for (const [id, signals] of signalsAgainst(file, value.against, opgaven))
      if (against.has(id))
        file.fault(
          file.placeOf([means, meansRightBehind].find((map) => Object.hasOwn(map, id)) ?? opposite, id),
          `wat tegen ‘${id}’ kiest, staat ook in een ander bestand. Zet alles bij elkaar, op één plaats.`,
        );
      else against.set(id, signals);
  }
  return { of: new Map([...of, ...within]), against };
}

/**
 * What shows a stand against an opgave. A rejection right before one of its usual means, or its opposite, is sure; a means
 * with a rejection anywhere near it is weak, as is whatever is marked so.
 */
function signalsAgainst(
  file: YamlFile,
  against: NonNullable<ContentsFile['against']>,
  opgaven: ReadonlySet<string>,
): [string, Signal[]][] {
  const { rejection, rejectionBefore = '', means = {}, meansRightBehind = {}, opposite = {} } = against;
  const rejections = parseSignals(rejection);
  const isOneRun = ({ near }: Signal): boolean => near.length === 1;
  const before = parseSignals(rejectionBefore);
  for (const { source } of before.filter((signal) => !isOneRun(signal)))
    file.fault(
      file.placeOf(against, 'rejectionBefore'),
      `een afwijzing direct voor een middel bestaat uit woorden achter elkaar, zonder ‘~’. Schrijf ‘${source}’ bij ‘rejection’.`,
    );
  for (const { source } of before.filter(({ weak }) => weak))
    file.fault(
      file.placeOf(against, 'rejectionBefore'),
      `een afwijzing direct voor een middel is zeker. Laat het vraagteken in ‘${source}’ weg, of schrijf het bij ‘rejection’.`,
    );
  if (before.length === 0 && Object.keys(meansRightBehind).length > 0)
    file.fault(
      file.placeOf(against, 'meansRightBehind'),
      'deze middelen tellen alleen met een afwijzing er direct voor, en die staan er niet. Schrijf ze bij ‘rejectionBefore’.',
    );
  const maps = [means, meansRightBehind, opposite];
  for (const map of maps)
    for (const id of Object.keys(map))
      if (!opgaven.has(id))
        file.fault(file.placeOf(map, id), `er is geen opgave ‘${id}’ in deze studie. Neem de id van de opgave over.`);
  const ids = [...new Set(maps.flatMap(Object.keys))].filter((id) => opgaven.has(id));
  return ids.map((id) => {
    const [meansOf, rightBehind, oppositeOf] = maps.map((map) => parseSignals(Object.hasOwn(map, id) ? map[id]! : ''));
    const behindEach = (signal: Signal): Signal[] =>
      before.filter(isOneRun).map((refused) => rightBefore(refused, signal));
    const rejected = meansOf!.flatMap((signal) => [
      ...rejections.map((rejection) => ({
        ...signal,
        source: `${signal.source} ~ ${rejection.source}`,
        weak: true,
        near: [...signal.near, ...rejection.near],
        not: [...signal.not, ...rejection.not],
      })),
      ...(signal.weak ? [] : behindEach(signal)),
    ]);
    return [id, [...rejected, ...rightBehind!.flatMap(behindEach), ...oppositeOf!]];
  });
}

/** A means with a rejection right before it. */
function rightBefore(rejection: Signal, means: Signal): Signal {
  const [first, ...rest] = means.near;
  return {
    ...means,
    source: `${rejection.source} ${means.source}`,
    near: [rejection.near[0]!.flatMap((refused) => first!.map((phrase) => [...refused, ...phrase])), ...rest],
    not: [...means.not, ...rejection.not],
  };
}
