import type { URI } from 'vscode-uri';
import { type Analysis, type ConfigurationLayer, faultLines, type Study, unreadOf } from '../core/index.js';
import type { ReadConfiguration } from '../project/configuration.js';
import type { PassedOver } from '../project/markdown-files.js';
import type { OwnStudy } from '../project/own-studies.js';
import { shownUri } from '../project/uris.js';
import type { Gathered, Listener } from '../project/workspace.js';
import { CONFIGURATION_FILE } from '../protocol/programme-files.js';
import type { ConfigurationFile } from './configuration-file.js';
import type { Log } from './log.js';
import type { StudyFile } from './study-file.js';

/** So many files are named in one line. */
const MOST = 20;

/**
 * What the log says for whoever asks why something is not there: what was read, how it is configured, and what was
 * skipped and why. Each is said when it is known and when it changes.
 */
export class Account implements Listener {
  /** @param file shows the faults of a configuration at their place, beside what the log says; @param study those of a study */
  constructor(
    private readonly log: Log,
    private readonly file: ConfigurationFile,
    private readonly study: StudyFile,
  ) {}

  leftAside(uri: URI, fault: Parameters<Listener['leftAside']>[1]): void {
    const more = fault.code === 'EFBIG' ? ' Of open het: dan wordt het toch gelezen.' : '';
    this.log.warnOnce(`Overgeslagen: ${fault.about(shownUri(uri))}${more}`);
  }

  misconfigured(uri: URI, line: number, message: string): void {
    this.log.warnOnce(`${shownUri(uri)}:${line}: ${message}`);
  }

  studied(study: OwnStudy): void {
    this.study.read(study);
    const { read, faults } = study.reading;
    if (read) this.loaded([read.study], shownUri(study.folder));
    for (const fault of faultLines(faults, study.texts)) this.log.warnOnce(`${shownUri(study.folder)}/${fault}`);
    if (faults.length === 0 && study.missing !== undefined)
      this.log.warnOnce(`${shownUri(study.folder)}: ${study.missing}.`);
  }

  configured(uri: URI, text: string, read: Pick<ReadConfiguration, 'layer' | 'faults'>): void {
    this.file.read(uri, text, read);
    const { layer } = read;
    this.log.state(uri.toString(), `Instellingen van ${shownUri(uri)}: ${inWords(layer)}.`);
  }

  gathered(folder: URI, { members, elsewhere, passedOver, within }: Gathered): void {
    const name = shownUri(folder);
    const files = (uris: readonly URI[]): string => named(uris.map((uri) => shownUri(uri, folder)));
    const count = members.length === 1 ? '1 bestand' : `${members.length} bestanden`;
    this.log.state(name, `Programma ${name}: ${count}${members.length === 0 ? '' : `: ${files(members)}`}.`);
    const skipped = [
      ...REASONS.map(
        ([why, words]) => [words, passedOver.flatMap(([uri, because]) => (because === why ? uri : []))] as const,
      ),
      [`van een ander programma, met een eigen ${CONFIGURATION_FILE}`, elsewhere] as const,
    ].flatMap(([words, uris]) => (uris.length === 0 ? [] : `${words}: ${files(uris)}`));
    const isOutside = within.every((root) => root.toString() !== folder.toString());
    if (isOutside) skipped.push(`buiten de geopende map: alles behalve ${named(within.map((root) => shownUri(root)))}`);
    if (skipped.length > 0) this.log.state(`${name} skipped`, `Niet gelezen in ${name}: ${skipped.join('; ')}.`);
  }

  analysed(uri: URI, analysis: Analysis): void {
    const unread = unreadOf(analysis);
    if (unread) this.log.state(`${uri} unread`, `Overgeslagen: ${shownUri(uri)}: ${unread.sentence}`);
  }

  /** A document without a configuration file above it. */
  alone(uri: URI): void {
    this.log.state(
      `${uri} alone`,
      `${shownUri(uri)} is een programma op zichzelf: er staat geen ${CONFIGURATION_FILE} in zijn map of daarboven.`,
    );
  }

  /** What texts can be checked against. */
  loaded(studies: readonly Study[], from?: string): void {
    for (const { info, themes, trends, opgaven, terms } of studies) {
      const counted = themes.filter(({ id }) => opgaven.some(({ theme }) => theme === id));
      const by = [info.publisher, info.year ?? '', from ?? ''].filter(Boolean).join(', ');
      const said = `Studie ‘${info.key}’: ${info.title}${by === '' ? '' : ` (${by})`}: ${counted.length} thema’s, ${trends.length} trends, ${opgaven.length} opgaven, ${terms.length} begrippen.`;
      if (from === undefined) this.log.info(said);
      else this.log.state(from, said);
    }
  }
}

const REASONS: readonly (readonly [why: PassedOver, words: string])[] = [
  ['no-markdown', 'geen Markdown'],
  ['hidden', 'verborgen of van software'],
  ['link', 'een koppeling'],
];

const named = (names: readonly string[]): string =>
  names.length > MOST ? `${names.slice(0, MOST).join(', ')} en nog ${names.length - MOST}` : names.join(', ');

/** A layer of the configuration on one line: `gemeente Heiloo, reikwijdte document, regels (bron-onbekend uit)`. */
export function inWords(layer: ConfigurationLayer): string {
  const parts = Object.entries(layer).map(([key, value]) => {
    if (typeof value === 'string') return `${key} ${value}`;
    if (Array.isArray(value)) return value.length === 0 ? '' : `${key} (${named(value)})`;
    const entries = Object.entries(value).map(([name, said]) => (key === 'bewustNiet' ? name : `${name} ${said}`));
    return entries.length === 0 ? '' : `${key} (${named(entries)})`;
  });
  return parts.filter(Boolean).join(', ') || 'niets ingesteld';
}
