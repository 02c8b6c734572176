import { ErrorCodes, ResponseError } from 'vscode-languageserver';
import type { URI } from 'vscode-uri';
import { type ConfigurationLayer, type Reach, silenced } from '../core/index.js';
import { knownTo, readConfiguration } from '../project/configuration.js';
import { silencedIn, withSilence } from '../project/configuration-edits.js';
import { childOf, parentOf, uriOf } from '../project/uris.js';
import { CONFIGURATION_FILE } from '../protocol/programme-files.js';
import { decisionsRequest, type TakenDecision } from '../protocol/requests.js';
import { type Settled, type SilenceParams, silenceRequest } from '../protocol/settings.js';
import { workspaceEdit } from './edits.js';
import { rangeIn, type Session, writersDocument } from './session.js';

/** Answers requests for what was decided, in a text and in the settings, and for what is to be silent for good. */
export function listenForDecisions(session: Session): void {
  const { connection, service, workspace } = session;

  connection.onRequest(decisionsRequest, async ({ uri }: { uri: string }) => {
    if (typeof uri !== 'string') return null;
    const document = writersDocument(session, uri);
    const { own, personal } = await workspace.layersOf(uri);
    const decided = document ? service.decisions(await workspace.programmeWith(document)) : [];
    const inText = decided.map(({ label, silences, from, to, edits }): TakenDecision => {
      const range = rangeIn(document!, { from, to });
      const edit = workspaceEdit(session, document!, edits);
      return { label, silences, where: 'tekst', line: range.start.line + 1, range, edit };
    });
    const titleOf = (id: string): string => `‘${service.find(id)?.item.title ?? id}’`;
    return [
      ...inText,
      ...decidedIn(own, titleOf, { uri, where: 'programma' }),
      ...decidedIn(personal, titleOf, { uri, where: 'overal' }),
    ];
  });

  connection.onRequest<Settled | null, void>(silenceRequest, async ({ uri, where, ...change }: SilenceParams) => {
    if (typeof uri !== 'string') return null;
    const { folder, personal } = await workspace.layersOf(uri);
    if (where === 'overal') return { setting: change.setting, value: silencedIn(personal, change) };
    const place = folder ?? parentOf(uriOf(uri));
    if (!place) return null;
    const text = await configurationText(session, place);
    return { file: configurationIn(place), content: withSilence(text ?? FRESH, change) };
  });
}

/** A file that is only made to be silent joins no texts that answered each for itself. */
const FRESH = '{\n  "reikwijdte": "document"\n}\n';

/** The configuration file of a folder. */
export const configurationIn = (folder: URI): string => childOf(folder, CONFIGURATION_FILE).toString();

/** The configuration file of a folder as it is being written; fails when it is no JSON, which an edit would make worse. */
export async function configurationText(session: Session, folder: URI): Promise<string | undefined> {
  const { documents, workspace, service } = session;
  const text = documents.configuration(configurationIn(folder))?.getText() ?? (await workspace.configurationIn(folder));
  if (text === undefined || text.trim() === '') return undefined;
  const { isRead } = readConfiguration(text, knownTo(service.studies));
  if (isRead) return text;
  throw new ResponseError(ErrorCodes.InvalidRequest, `${CONFIGURATION_FILE} is geen geldige JSON. Herstel het eerst.`);
}

/** A rule as it is named among the levels: `opgave-ontbreekt naast ‘woonvisie’`. */
function ruleOf(name: string): string {
  const { code, id } = silenced(name);
  return id === '' ? code : `${code} naast ‘${id}’`;
}

/** What a layer of the configuration keeps silent or leaves out, a line each. */
function decidedIn(
  { nietMelden = [], geenUitleg = [], regels = {}, bewustNiet = {} }: ConfigurationLayer,
  titleOf: (id: string) => string,
  { uri, where }: { readonly uri: string; readonly where: Reach },
): TakenDecision[] {
  const decided = (label: string, setting: SilenceParams['setting'], name: string): TakenDecision => ({
    label,
    silences: true,
    where,
    undone: { uri, where, setting, names: [name], silent: false },
  });
  return [
    ...Object.keys(bewustNiet).map((id) => decided(`Bewust niet: ${titleOf(id)}`, 'bewustNiet', id)),
    ...nietMelden.map((entry) => {
      const { code, id } = silenced(entry);
      return decided(`Niet melden: ${titleOf(id)} (${code})`, 'nietMelden', entry);
    }),
    ...geenUitleg.map((words) => decided(`Geen uitleg bij ‘${words}’`, 'geenUitleg', words)),
    ...Object.entries(regels)
      .filter(([, level]) => level === 'uit')
      .map(([name]) => decided(`Niet melden: alles van ${ruleOf(name)}`, 'regels', name)),
  ];
}
