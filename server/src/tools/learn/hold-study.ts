import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Analysis } from '../../core/analysis.js';
import type { OpgaveCoverage } from '../../core/coverage/coverage.js';
import {
  builtinStudy,
  createService,
  layered,
  readLanguage,
  readMunicipalities,
  readStudy,
  type Service,
  STUDY_FILE,
} from '../../core/index.js';
import { f1, noScore, precision, recall, type Score } from './measure.js';

/** What becomes of a promise: kept, kept in another size or later, reversed, only spoken of, or nothing. See test/studies. */
export type Fate = '+' | '*' | '-' | '~' | '';

/** A study held against a text of which every promise was written down beforehand. */
export interface Held {
  /** What counts as taken up or chosen otherwise, against what is kept or reversed. */
  readonly score: Score;
  /** Of what was rightly found: how much with the right sign. */
  readonly signs: { right: number; all: number };
  /** A line for every one that was wrong, with the words that were taken for it. */
  readonly faults: readonly string[];
}

/**
 * Holds the study of a folder against the text beside it.
 * @param folder with studie.yaml, NAME.md, and NAME.tsv that says what becomes of every promise
 */
export function holdStudy(folder: string): Held {
  const read = (name: string): string => readFileSync(join(folder, name), 'utf8');
  const tsv = readdirSync(folder).find((name) => name.endsWith('.tsv'));
  if (!tsv) throw new Error(`${folder}: no .tsv`);
  const { service, key } = serviceWith(read(STUDY_FILE));
  const configuration = layered({ studies: [key] });
  const analysis = service.analyse(read(tsv.replace(/tsv$/, 'md')), configuration);
  const fates = fatesIn(read(tsv));
  const score = noScore();
  const signs = { right: 0, all: 0 };
  const faults: string[] = [];
  const documents = [{ key: tsv, analysis }];
  const { themes } = service.coverage({ configuration, documents });
  for (const coverage of themes.flatMap(({ opgaven }) => opgaven.map(({ coverage }) => coverage))) {
    const fate = fates.get(coverage.opgave);
    if (fate === undefined) throw new Error(`${tsv}: nothing of ${coverage.opgave}`);
    const found = coverage.state === 'opgepakt' || coverage.state === 'anders';
    const holds = fate !== '' && fate !== '~';
    const tell = (what: string): void =>
      void faults.push(`${what} ${fate || ' '} ${coverage.opgave}: ${wordsOf(coverage, analysis) || coverage.state}`);
    if (found && holds) {
      score.right++;
      signs.all++;
      if ((coverage.state === 'anders') === (fate === '-')) signs.right++;
      else tell(`${coverage.state},`);
    } else if (found) {
      score.wrong++;
      tell('wrong: ');
    } else if (holds) {
      score.missed++;
      tell('missed:');
    }
  }
  return { score, signs, faults };
}

function serviceWith(text: string): { service: Service; key: string } {
  const { read, faults } = readStudy([{ name: STUDY_FILE, text }], readLanguage(), readMunicipalities, []);
  if (!read) throw new Error(faults.map(({ message }) => message).join('\n'));
  const service = createService([builtinStudy]);
  const { key } = read.study.info;
  service.bring(key, { study: () => read.study, signals: () => read.signals });
  return { service, key };
}

const fatesIn = (tsv: string): Map<string, Fate> =>
  new Map(
    tsv
      .trimEnd()
      .split('\n')
      .slice(1)
      .map((row) => row.split('\t'))
      .map(([opgave, fate]) => [opgave!, fate as Fate]),
  );

const wordsOf = ({ evidence }: Pick<OpgaveCoverage, 'evidence'>, { text, blocks }: Analysis): string =>
  evidence
    .slice(0, 2)
    .map(({ block }) => text.slice(blocks[block]!.from, blocks[block]!.to).slice(0, 110))
    .join(' / ');

/** What the terminal shows. */
export function heldText({ score, signs, faults }: Held): string {
  const percent = (x: number): string => (100 * x).toFixed(1);
  return [
    ...faults,
    `P ${percent(precision(score))} R ${percent(recall(score))} F1 ${percent(f1(score))}; met het juiste teken ${signs.right} van ${signs.all}`,
  ].join('\n');
}
