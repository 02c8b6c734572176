import type { Chart, Group, LocalNote, Municipality, Study } from '../study/model.js';
import type { ContentsFile } from './study-form.js';
import type { ReadFile, YamlFile } from './yaml-file.js';

/** A municipality of today, its province and COROP region, and what else it is or was called. */
export interface MunicipalityFacts {
  readonly name: string;
  readonly province: string;
  readonly region: string;
  readonly variants?: readonly string[];
  readonly former?: readonly string[];
}

/** Where everything is meant, and not only what is named. */
const COUNTRY = 'Nederland';

/**
 * What a study says of municipalities, gathered from its files, beside the municipalities of today. A study that tells none
 * apart knows none.
 * @param facts all municipalities of today; asked for where the study tells them apart
 * @param ids of the parts to which something can belong
 */
export function localStudy(
  files: readonly ReadFile[],
  facts: () => readonly MunicipalityFacts[],
  ids: ReadonlySet<string>,
): Pick<Study, 'municipalities' | 'localNotes' | 'charts'> {
  const isLocal = ({ groups, charts, regions, municipalities }: ContentsFile): boolean =>
    [groups, charts, regions, municipalities].some((one) => one !== undefined);
  const local = files.filter(({ value }) => isLocal(value));
  if (local.length === 0) return { municipalities: [], localNotes: [], charts: [] };
  const all = facts();
  const gathered = new LocalParts(all, ids);
  for (const { file, value } of local) gathered.groupsIn(file, value);
  for (const { file, value } of local) gathered.read(file, value);
  return gathered.beside(all);
}

class LocalParts {
  private readonly groups = new Map<Group, readonly string[]>();
  private readonly regions: { readonly name: string; readonly covers: readonly string[] }[] = [];
  private readonly ofMunicipalities: LocalNote[] = [];
  private readonly ofRegions: LocalNote[] = [];
  private readonly charts: Chart[] = [];
  /** Municipalities of today and of before; and those with what they lie in. */
  private readonly known: ReadonlySet<string>;
  private readonly places: ReadonlySet<string>;

  constructor(
    facts: readonly MunicipalityFacts[],
    private readonly ids: ReadonlySet<string>,
  ) {
    this.known = new Set(facts.flatMap(({ name, former = [] }) => [name, ...former]));
    this.places = new Set([...this.known, ...facts.flatMap(({ province, region }) => [province, region])]);
  }

  groupsIn(file: YamlFile, { groups = {} }: ContentsFile): void {
    for (const [group, members] of Object.entries(groups) as [Group, readonly string[]][])
      if (this.groups.has(group))
        file.fault(
          file.placeOf(groups, `${group}:`),
          `de groep ${group} staat ook in een ander bestand. Zet alle gemeenten bij elkaar, op één plaats.`,
        );
      else this.groups.set(group, this.named(file, members, this.known));
  }

  read(file: YamlFile, { charts = [], regions = [], municipalities = [] }: ContentsFile): void {
    const inCharts = new Set([...this.known, ...this.groups.keys(), COUNTRY]);
    for (const chart of charts) {
      const { covers, ...rest } = chart;
      const named = this.named(file, covers, inCharts);
      if (!this.belongs(file, chart)) continue;
      const areas = named.flatMap((each) => this.groups.get(each as Group) ?? [each]);
      this.charts.push(named.includes(COUNTRY) ? rest : { ...rest, areas });
    }
    for (const { name, covers, notes } of regions) {
      this.regions.push({ name, covers: this.named(file, covers, this.places) });
      this.ofRegions.push(...this.notes(file, name, notes));
    }
    for (const municipality of municipalities) {
      const { name, notes } = municipality;
      if (!this.known.has(name)) this.unknown(file, municipality, 'name', name, this.known);
      else this.ofMunicipalities.push(...this.notes(file, name, notes));
    }
  }

  /** What was gathered: of a municipality by all that the study may call it. */
  beside(facts: readonly MunicipalityFacts[]): Pick<Study, 'municipalities' | 'localNotes' | 'charts'> {
    const groups = [...this.groups];
    return {
      municipalities: facts.map(({ name, province, region, variants = [], former = [] }): Municipality => {
        const names = [name, ...former];
        const group = groups.find(([, members]) => names.some((each) => members.includes(each)))?.[0];
        const within = new Set([...names, region, province]);
        const regions = this.regions.filter(({ covers }) => covers.some((each) => within.has(each)));
        const areas = [...names, ...regions.map((each) => each.name)];
        return { name, province, variants, former, ...(group ? { group } : {}), areas };
      }),
      localNotes: [...this.ofMunicipalities, ...this.ofRegions],
      charts: this.charts,
    };
  }

  private notes(file: YamlFile, area: string, notes: readonly Omit<LocalNote, 'area'>[]): LocalNote[] {
    return notes.filter((note) => this.belongs(file, note)).map((note) => ({ area, ...note }));
  }

  /** Names of a list that are known; the others are told. */
  private named(file: YamlFile, names: readonly string[], among: ReadonlySet<string>): readonly string[] {
    for (const [i, name] of names.entries()) if (!among.has(name)) this.unknown(file, names, i, name, among);
    return names.filter((name) => among.has(name));
  }

  private unknown(file: YamlFile, owner: object, key: string | number, name: string, among: ReadonlySet<string>): void {
    const near = file.near(name, among);
    const hint = near === undefined ? 'Schrijf de naam voluit.' : `Bedoelt u ‘${near}’?`;
    file.fault(file.placeOf(owner, key), `‘${name}’ is geen gemeente of gebied dat Opgavenwijzer kent. ${hint}`);
  }

  /** Whether something belongs to a part of the study. */
  private belongs(file: YamlFile, item: { readonly see: string }): boolean {
    if (this.ids.has(item.see)) return true;
    file.fault(
      file.placeOf(item, 'see'),
      `er is geen thema, trend, opgave of handelingsperspectief ‘${item.see}’ in deze studie. Neem de id daarvan over, of haal deze weg.`,
    );
    return false;
  }
}
