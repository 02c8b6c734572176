import type { Chart, Group, LocalNote, Municipality, Study } from '../../core/study/model.js';
import type { DataFile, DataReader } from './load-data.js';

/** A municipality as `gemeenten.yaml` has it. */
export interface MunicipalityFacts {
  readonly name: string;
  readonly province: string;
  readonly region: string;
  readonly variants?: readonly string[];
  readonly former?: readonly string[];
}

/** What the study says of municipalities and regions, as it stands on disk. */
export interface LocalFile {
  readonly groups: Readonly<Record<Group, readonly string[]>>;
  readonly charts: readonly (Omit<Chart, 'areas'> & { readonly covers: readonly string[] })[];
  readonly regions: readonly (Noted & { readonly covers: readonly string[] })[];
  readonly municipalities: readonly Noted[];
}

interface Noted {
  readonly name: string;
  readonly notes: readonly Omit<LocalNote, 'area'>[];
}

type LocalStudy = Pick<Study, 'municipalities' | 'localNotes' | 'charts'>;

/** Joins the municipalities of today with what the study says of them, by its own names. */
export function compileMunicipalities(facts: readonly MunicipalityFacts[], local: LocalFile): LocalStudy {
  const groups = Object.entries(local.groups) as [Group, readonly string[]][];
  return {
    municipalities: facts.map(({ name, province, region, variants = [], former = [] }): Municipality => {
      const names = [name, ...former];
      const group = groups.find(([, members]) => names.some((each) => members.includes(each)))?.[0];
      const within = new Set([...names, region, province]);
      const regions = local.regions.filter(({ covers }) => covers.some((each) => within.has(each)));
      const areas = [...names, ...regions.map((each) => each.name)];
      return { name, province, variants, former, ...(group ? { group } : {}), areas };
    }),
    localNotes: [...local.municipalities, ...local.regions].flatMap(({ name, notes }) =>
      notes.map((note) => ({ area: name, ...note })),
    ),
    charts: local.charts.map(({ covers, ...chart }) =>
      covers.includes('Nederland')
        ? chart
        : { ...chart, areas: covers.flatMap((each) => local.groups[each as Group] ?? [each]) },
    ),
  };
}

/** Every name is known and means one municipality; every note and chart belongs to an entry. */
export function checkMunicipalities(
  reader: DataReader,
  study: Study,
  facts: DataFile<MunicipalityFacts[]>,
  local: DataFile<LocalFile>,
): void {
  const entries = [...study.themes, ...study.trends, ...study.opgaven, ...study.perspectives];
  const ids = new Set(entries.map(({ id }) => id));
  const areas = new Set(entries.flatMap(({ figures }) => figures.map(({ area }) => area)));
  const names = new Set<string>();
  for (const [i, { name, variants = [], former = [] }] of facts.value.entries()) {
    for (const each of [name, ...variants, ...former]) {
      if (names.has(each)) reader.fault(facts, [i], `‘${each}’ staat er al`);
      names.add(each);
    }
    for (const variant of variants)
      if (areas.has(variant)) reader.fault(facts, [i], `een cijfer noemt ‘${variant}’; de lijst zegt ‘${name}’`);
  }
  const known = new Set(facts.value.flatMap(({ name, former = [] }) => [name, ...former]));
  const places = new Set([...known, ...facts.value.flatMap(({ province, region }) => [province, region])]);
  const { groups, charts, regions, municipalities } = local.value;
  const check = (name: string, among: ReadonlySet<string>, path: (string | number)[]): void => {
    if (!among.has(name)) reader.fault(local, path, `‘${name}’ staat niet in gemeenten.yaml`);
  };
  for (const [group, members] of Object.entries(groups))
    for (const [i, name] of members.entries()) check(name, known, ['groups', group, i]);
  const inCharts = new Set([...known, ...Object.keys(groups), 'Nederland']);
  for (const [i, { covers }] of charts.entries())
    for (const [j, name] of covers.entries()) check(name, inCharts, ['charts', i, 'covers', j]);
  for (const [i, { covers }] of regions.entries())
    for (const [j, name] of covers.entries()) check(name, places, ['regions', i, 'covers', j]);
  for (const [i, { name }] of municipalities.entries()) check(name, known, ['municipalities', i, 'name']);
  const seen: (readonly [path: (string | number)[], see: string])[] = charts.map(({ see }, i) => [['charts', i], see]);
  for (const [list, noted] of Object.entries({ regions, municipalities }))
    for (const [i, { notes }] of noted.entries())
      for (const [j, { see }] of notes.entries()) seen.push([[list, i, 'notes', j], see]);
  for (const [path, see] of seen) if (!ids.has(see)) reader.fault(local, [...path, 'see'], `‘${see}’ bestaat niet`);
}
