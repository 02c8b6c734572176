import type { SourceTable } from '../../../server/src/protocol/source-table.js';

/** Something that can be cited, and the work that it stands in. */
export interface Source {
  readonly title: string;
  /** `§ 6.2, p. 61–62` */
  readonly place: string;
  /** The heading under which a list of sources has it; empty for a term. */
  readonly listed: string;
  readonly work: Pick<SourceTable, 'publisher' | 'year' | 'title'>;
}

/** What can be cited of all studies. */
export interface Sources {
  readonly keys: readonly string[];
  /** By the name that a page has for it: its id, with the key of its study where there are several. */
  readonly entries: ReadonlyMap<string, Source>;
  /** That name, of what `@key:id` cites. */
  nameOf(key: string, id: string): string | undefined;
}

/** Puts the tables of the studies together. */
export function sourcesOf(tables: readonly SourceTable[]): Sources {
  const told = (key: string, id: string): string => (tables.length > 1 ? `${key}:${id}` : id);
  const entries = new Map(
    tables.flatMap(({ key, publisher, year, title: name, entries }) =>
      Object.entries(entries).map(([id, [title, place, listed]]): [string, Source] => [
        told(key, id),
        { title, place, listed, work: { publisher, year, title: name } },
      ]),
    ),
  );
  const keys = tables.map(({ key }) => key);
  return {
    keys,
    entries,
    nameOf(key, id) {
      const name = told(key, id);
      return keys.includes(key) && entries.has(name) ? name : undefined;
    },
  };
}

/** Whether a text may cite one of the studies. */
export const mayCite = ({ keys }: Sources, text: string): boolean =>
  keys.some((key) => text.includes(`@${key}:`) || text.includes(`@{${key}:`));
