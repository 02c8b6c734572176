import * as vscode from 'vscode';
import type { Row } from '../../client/src/views/coverage-rows';
import type { CoverageOpgave } from '../../server/src/protocol/requests';
import { suiteExports, until } from './support';

/** The view in sight, with the rows of the active document once they satisfy `test`. */
export async function rowsWhen(test: (rows: Row[]) => boolean, what: string): Promise<Row[]> {
  const { coverage } = await suiteExports();
  await vscode.commands.executeCommand('opgavenwijzer.toonDekking');
  return until(
    coverage.onDidChangeTreeData,
    () => {
      const rows = coverage.getChildren();
      return rows.length > 0 && test(rows) && rows;
    },
    what,
  );
}

export const opgaveRows = (rows: readonly Row[]): Row[] => rows.flatMap(({ children }) => children);

export const rowOf = (rows: readonly Row[], id: string): Row | undefined =>
  opgaveRows(rows).find((row) => row.opgave?.id === id);

/** What `choose` finds among the opgaven of the active document, once it finds something. */
export async function opgavenWhen<T>(choose: (opgaven: CoverageOpgave[]) => T | undefined, what: string): Promise<T> {
  let found: T | undefined;
  await rowsWhen((rows) => {
    found = choose(opgaveRows(rows).flatMap(({ opgave }) => opgave ?? []));
    return found !== undefined;
  }, what);
  return found!;
}

/** Waits until the view shows an opgave of the active document in a state. */
export const stateOf = (id: string, state: CoverageOpgave['state']): Promise<unknown> =>
  rowsWhen((rows) => rowOf(rows, id)?.opgave?.state === state, `${id} is ${state}`);
