import type * as vscode from 'vscode';
import { COMMANDS } from '../../../server/src/protocol/requests.js';
import type { Environment } from '../environment.js';
import type { Row } from '../views/coverage-rows.js';
import type { StudyPages } from '../views/study-pages.js';
import { command } from './command.js';
import { pickSource } from './pick-source.js';

/** Reading the study: an entry by its key or from the view, or one that is searched for. */
export function readStudy(environment: Environment, pages: StudyPages): vscode.Disposable[] {
  return [
    command(environment, COMMANDS.openStudy, (key?: string | Row) => pages.open(keyOf(key))),
    command(environment, 'opgavenwijzer.zoekInStudie', async () => {
      const choice = await pickSource(environment, 'Zoek in de studie');
      if (choice) await pages.open(choice.id);
    }),
  ];
}

const keyOf = (key: string | Row | undefined): string | undefined =>
  typeof key === 'string' ? key : (key?.opgave?.id ?? key?.theme?.id);
