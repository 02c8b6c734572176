import type { Analysis } from '../analysis.js';
import type { ProgrammeDocument } from '../coverage/programme.js';

/** A place where an entry of the study is cited, or where words raise it or take it up. */
export interface ReferencePlace {
  readonly document: string;
  readonly from: number;
  readonly to: number;
}

/** Every place in documents where one of the entries is cited or recognised: entry by entry, each place once. */
export function referencesTo(documents: readonly ProgrammeDocument[], ids: readonly string[]): ReferencePlace[] {
  const places = new Map<string, ReferencePlace>();
  for (const id of new Set(ids))
    for (const { key, analysis } of documents)
      for (const { from, to } of placesIn(analysis, id)) {
        const place = `${from} ${to} ${key}`;
        if (!places.has(place)) places.set(place, { document: key, from, to });
      }
  return [...places.values()];
}

/** Every stretch of a document that speaks of an entry, in the order of the text: of a mention each of its words. */
export function stretchesOf(analysis: Analysis, id: string): { from: number; to: number }[] {
  const stretches = citationsOf(analysis, id);
  for (const { spans } of mentionsOf(analysis, id))
    for (let k = 0; k < spans.length; k += 2) stretches.push({ from: spans[k]!, to: spans[k + 1]! });
  return stretches.sort((a, b) => a.from - b.from);
}

function placesIn(analysis: Analysis, id: string): { from: number; to: number }[] {
  const words = mentionsOf(analysis, id).map(({ from, to }) => ({ from, to }));
  return [...citationsOf(analysis, id), ...words].sort((a, b) => a.from - b.from);
}

const citationsOf = ({ citations }: Analysis, id: string): { from: number; to: number }[] =>
  citations.filter((citation) => citation.id === id).map(({ from, to }) => ({ from, to }));

const mentionsOf = (analysis: Analysis, id: string) => analysis.mentionsOf(id).filter(({ certain }) => certain);
