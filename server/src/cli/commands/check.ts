import { TextDocument } from 'vscode-languageserver-textdocument';
import { analyse, type Engine } from '../../core/analysis.js';
import type { Finding } from '../../core/findings.js';
import { countStates } from '../../core/programme.js';
import { checkProgramme, coverageOfProgramme } from '../../core/service.js';
import { findFiles, readText } from '../files.js';
import { findingJson, SEVERITIES } from '../formats/json.js';
import { prettyFile } from '../formats/pretty.js';
import { Problem } from '../problem.js';
import { programmesOf } from '../programmes.js';

export interface CheckOptions {
  readonly format: 'pretty' | 'json';
  readonly failOn: 'error' | 'warning' | 'information';
}

const SEVERITY_ORDER = ['error', 'warning', 'information', 'hint'];

/** Checks programmes; returns the exit code. */
export function check(
  engine: Engine,
  paths: readonly string[],
  options: CheckOptions,
  out: (text: string) => void,
  problem: (message: string) => void,
): number {
  let failed = false;
  const fail = (message: string): void => {
    failed = true;
    problem(message);
  };
  const json: object[] = [];
  const texts: string[] = [];
  const all: Finding[] = [];
  let programmes = 0;
  const counts = { opgepakt: 0, opgaven: 0 };
  for (const { configuration, files } of programmesOf(engine, findFiles(paths, fail), fail)) {
    const documents = [];
    for (const file of files) {
      try {
        documents.push({ key: file.name, analysis: analyse(engine, readText(file)) });
      } catch (error) {
        if (!(error instanceof Problem)) throw error;
        fail(error.message);
      }
    }
    if (documents.length === 0) continue;
    programmes++;
    const results = checkProgramme(engine, documents, configuration);
    const coverage = coverageOfProgramme(documents, configuration);
    counts.opgepakt += countStates(coverage.values()).opgepakt;
    counts.opgaven += coverage.size;
    for (const { key, analysis } of documents) {
      const { findings } = results.get(key)!;
      const document = TextDocument.create(key, 'markdown', 0, analysis.text);
      all.push(...findings);
      if (options.format === 'json') json.push(...findings.map((finding) => findingJson(key, document, finding)));
      else if (findings.length > 0) texts.push(prettyFile(key, document, findings));
    }
  }
  if (options.format === 'json') out(`${JSON.stringify(json, null, 1)}\n`);
  else if (programmes > 0) {
    const warnings = all.filter((finding) => finding.level === 'waarschuwing').length;
    const errors = all.filter((finding) => finding.level === 'fout').length;
    texts.push(
      [
        counted(programmes, 'programma', "programma's"),
        `${counts.opgepakt} van ${counts.opgaven} opgaven opgepakt`,
        ...(errors > 0 ? [counted(errors, 'fout', 'fouten')] : []),
        counted(warnings, 'waarschuwing', 'waarschuwingen'),
      ].join(' · '),
    );
    out(`${texts.join('\n\n')}\n`);
  }
  if (failed) return 2;
  const limit = SEVERITY_ORDER.indexOf(options.failOn);
  return all.some((finding) => SEVERITY_ORDER.indexOf(SEVERITIES[finding.level]) <= limit) ? 1 : 0;
}

const counted = (count: number, one: string, more: string): string => `${count} ${count === 1 ? one : more}`;
