import type * as vscode from 'vscode';
import { COMMANDS } from '../../../server/src/protocol/requests.js';
import type { Environment } from '../environment.js';
import type { BoardPanel } from '../views/board-panel.js';
import type { CoverageView } from '../views/coverage-view.js';
import { OPEN_PLACE, openPlace, RenderedPanels } from '../views/rendered-panel.js';
import type { StudyPages } from '../views/study-pages.js';
import { bibliography } from './bibliography.js';
import { choose } from './choose.js';
import { command } from './command.js';
import { compare } from './compare.js';
import { convert } from './convert.js';
import { coverageCommands } from './coverage.js';
import { decide } from './decide.js';
import { decisions } from './decisions.js';
import { drawStudy } from './draw-study.js';
import { explain } from './explain.js';
import { firstHour } from './first-hour.js';
import { insertSource } from './insert-source.js';
import { programmeSettings } from './programme-settings.js';
import { readStudy } from './read-study.js';
import { report } from './report.js';
import { silenceWords } from './silence-words.js';

interface Views {
  readonly coverage: CoverageView;
  readonly board: BoardPanel;
  readonly pages: StudyPages;
}

/** Registers every command of the manifest. */
export function registerCommands(environment: Environment, { coverage, board, pages }: Views): vscode.Disposable[] {
  const panels = new RenderedPanels();
  return [
    panels,
    command(environment, 'opgavenwijzer.toonLogboek', () => environment.log.show()),
    command(environment, 'opgavenwijzer.herstart', () => environment.server.restart()),
    command(environment, 'opgavenwijzer.opslaanVerslag', () => panels.save()),
    command(environment, OPEN_PLACE, openPlace),
    command(environment, COMMANDS.showBoard, () => board.show()),
    ...coverageCommands(environment, coverage),
    ...decide(environment),
    choose(environment),
    ...decisions(environment),
    programmeSettings(environment),
    silenceWords(environment),
    ...firstHour(environment),
    drawStudy(environment),
    ...readStudy(environment, pages),
    insertSource(environment),
    explain(environment, pages),
    ...report(environment, panels),
    compare(environment, panels),
    convert(environment),
    bibliography(environment),
  ];
}
