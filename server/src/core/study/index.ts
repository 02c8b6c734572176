import type { SignalTable } from '../signals/signal-table.js';
import type { ModelData } from './learned.js';
import type { Citable, Entry, Link, Opgave, Part, Study, Theme } from './model.js';
import { isStated } from './reference.js';

/**
 * Where a study comes from. The built-in study is the first provider; a municipality's own vision can be the next.
 * Nothing past this interface knows which study it works with.
 */
export interface StudyProvider {
  study(): Study;
  /** The signals by which its themes, trends and opgaven are recognised. */
  signals(): SignalTable;
  /** What was learned about those signals from coded text, if anything was. */
  weights?(): ModelData;
}

/** What was learned of sentences, whatever they are about: it holds for a study of which nothing was learned as well. */
export type General = Pick<ModelData, 'stance' | 'direction'> &
  Pick<ModelData['opgaven'], 'taken' | 'opposed' | 'against'>;

/** A study with its look-ups by id. */
export interface StudyIndex extends Study {
  /** Every theme, trend, opgave and perspective, in the order of the study. */
  readonly entries: readonly Entry[];
  /** What a citation names, or undefined. */
  find(id: string): Citable | undefined;
  opgave(id: string): Opgave | undefined;
  /** The theme an entry or term belongs to; a theme belongs to itself. */
  themeOf(item: Exclude<Citable, Part>): Theme;
  /** Ids of the trends that lead to this opgave. */
  trendsLeadingTo(opgave: string): readonly string[];
  /** Those of them to which it is the answer, by the study itself. */
  trendsAnsweredBy(opgave: string): readonly string[];
}

/** Builds the look-ups. Throws when two items share an id or a link leads nowhere: the build has checked that. */
export function indexStudy(study: Study): StudyIndex {
  const entries: Entry[] = [];
  for (const theme of study.themes) {
    entries.push(theme);
    for (const group of [study.trends, study.opgaven, study.perspectives]) {
      entries.push(...group.filter((entry) => entry.theme === theme.id));
    }
  }
  const byId = new Map<string, Citable>();
  for (const item of [...study.parts, ...entries, ...study.terms]) {
    if (byId.has(item.id)) throw new Error(`id twice: ${item.id}`);
    byId.set(item.id, item);
  }
  const leading = trendsByOpgave(study, () => true);
  const answered = trendsByOpgave(study, (link) => isStated(link) && !link.indirect);
  const theme = (id: string): Theme => {
    const found = byId.get(id);
    if (found?.kind !== 'theme') throw new Error(`no such theme: ${id}`);
    return found;
  };
  return {
    ...study,
    entries,
    find: (id) => byId.get(id),
    opgave: (id) => {
      const found = byId.get(id);
      return found?.kind === 'opgave' ? found : undefined;
    },
    themeOf: (item) => (item.kind === 'theme' ? item : theme(item.theme)),
    trendsLeadingTo: (opgave) => leading.get(opgave) ?? [],
    trendsAnsweredBy: (opgave) => answered.get(opgave) ?? [],
  };
}

function trendsByOpgave({ trends }: Study, counts: (link: Link) => boolean): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const trend of trends) {
    for (const link of trend.opgaven.filter(counts)) {
      const list = found.get(link.id);
      if (list) list.push(trend.id);
      else found.set(link.id, [trend.id]);
    }
  }
  return found;
}
