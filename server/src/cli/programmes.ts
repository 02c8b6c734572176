import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { Engine } from '../core/analysis.js';
import {
  CONFIGURATION_FILE,
  type Configuration,
  DEFAULT_CONFIGURATION,
  readConfiguration,
} from '../core/configuration.js';
import { RULE_CODES } from '../core/rules/registry.js';
import { decode, explain, type InputFile, shownPath } from './files.js';

/** Files that share a configuration: one programme. */
export interface Programme {
  readonly configuration: Configuration;
  /** Folder of the configuration file, or undefined without one: then each file is a programme of its own. */
  readonly folder: string | undefined;
  readonly files: readonly InputFile[];
}

/** Divides files into programmes by the configuration that is nearest to them. */
export function programmesOf(
  engine: Engine,
  files: readonly InputFile[],
  problem: (message: string) => void,
): Programme[] {
  const byFolder = new Map<string, InputFile[]>();
  const alone: Programme[] = [];
  for (const file of files) {
    const folder = configurationFolder(file.path === undefined ? '.' : dirname(resolve(file.path)));
    if (folder === undefined) alone.push({ configuration: DEFAULT_CONFIGURATION, folder, files: [file] });
    else byFolder.set(folder, [...(byFolder.get(folder) ?? []), file]);
  }
  const joined = [...byFolder].map(([folder, members]) => ({
    configuration: loadConfiguration(engine, folder, problem),
    folder,
    files: members,
  }));
  return [...joined, ...alone];
}

function configurationFolder(from: string): string | undefined {
  for (let folder = resolve(from); ; folder = dirname(folder)) {
    if (existsSync(join(folder, CONFIGURATION_FILE))) return folder;
    if (dirname(folder) === folder) return undefined;
  }
}

function loadConfiguration({ study }: Engine, folder: string, problem: (message: string) => void): Configuration {
  const path = join(folder, CONFIGURATION_FILE);
  let text: string;
  try {
    text = decode(shownPath(path), readFileSync(path));
  } catch (error) {
    problem(error instanceof Error && 'code' in error ? explain(path, error) : (error as Error).message);
    return DEFAULT_CONFIGURATION;
  }
  const { configuration, faults } = readConfiguration(text, {
    rules: RULE_CODES,
    opgaven: study.opgaven.map((opgave) => opgave.id),
    municipalities: study.municipalities.map((municipality) => municipality.name),
  });
  for (const { offset, message } of faults)
    problem(`${shownPath(path)}:${text.slice(0, offset).split('\n').length}: ${message}`);
  return configuration;
}
