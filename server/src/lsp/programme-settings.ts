import type { URI } from 'vscode-uri';
import { layered, type Service, type StudyIndex } from '../core/index.js';
import { type SettingChanges, withSettings } from '../project/configuration-edits.js';
import { childOf, nameOf, parentOf, shownUri, uriOf } from '../project/uris.js';
import { CONFIGURATION_FILE, STUDY_FILE } from '../protocol/programme-files.js';
import {
  type ChangeSettingsParams,
  changeSettingsRequest,
  type ProgrammeSettings,
  type SettingsParams,
  type Settled,
  settingsRequest,
} from '../protocol/settings.js';
import { configurationIn, configurationText } from './decisions.js';
import type { Session } from './session.js';

/** Answers requests for the settings of a programme, for whoever does not want to write JSON. */
export function listenForSettings(session: Session): void {
  const { connection, service, workspace } = session;
  connection.onRequest(settingsRequest, async (params: SettingsParams): Promise<ProgrammeSettings | null> => {
    const folder = await folderOf(session, params);
    if (!folder) return null;
    const { own, personal } = await workspace.layersOf(childOf(folder, CONFIGURATION_FILE));
    const { gemeente, reikwijdte, nietMelden, geenUitleg, regels, studies } = layered(personal, own);
    const atWork = service.atWork({ ...(studies ? { studies } : {}) });
    const namedIn = (folder: URI, study: StudyIndex): string => {
      const name = service.nameOf(study);
      return name === study.info.key ? name : `./${shownUri(uriOf(name), folder)}`;
    };
    const named = [...new Set([...service.atWork({}), ...atWork])].map((study) => ({
      key: namedIn(folder, study),
      title: study.info.title,
    }));
    const documents = await workspace.membersOf(folder, childOf(folder, CONFIGURATION_FILE));
    return {
      file: configurationIn(folder),
      exists: (await workspace.configurationIn(folder)) !== undefined,
      folder: nameOf(folder),
      documents: documents.map((document) => shownUri(document, folder)),
      ...(gemeente === undefined ? {} : { gemeente }),
      reikwijdte,
      studies: atWork.map((study) => namedIn(folder, study)),
      silent: nietMelden.length + geenUitleg.length + Object.values(regels).filter((level) => level === 'uit').length,
      municipalities: municipalitiesOf(service),
      allStudies: [
        ...named,
        ...(await studiesIn(session, folder)).filter(({ key }) => !named.some((one) => one.key === key)),
      ],
    };
  });

  connection.onRequest<Settled | null, void>(changeSettingsRequest, async (params: ChangeSettingsParams) => {
    const folder = await folderOf(session, params);
    if (!folder) return null;
    const { uri: _, folder: __, ...changes } = params;
    const text = (await configurationText(session, folder)) ?? EMPTY;
    return { file: configurationIn(folder), content: withSettings(text, changes as SettingChanges) };
  });
}

/** Those of all studies, in the order of the alphabet. */
function municipalitiesOf({ studies }: Service): ProgrammeSettings['municipalities'] {
  const byName = new Map(studies.flatMap((study) => study.municipalities.map((one) => [one.name, one])));
  return [...byName.values()]
    .map(({ name, variants, former }) => ({ name, others: [...variants, ...former] }))
    .sort((a, b) => a.name.localeCompare(b.name, 'nl'));
}

/** The studies in a folder that may not be named anywhere yet, by the names of their own folders. */
async function studiesIn({ files }: Session, folder: URI): Promise<{ key: string; title: string }[]> {
  const entries = await files.readFolder(folder).catch(() => []);
  const isStudy = (name: string) =>
    files
      .stat(childOf(childOf(folder, name), STUDY_FILE))
      .then(() => true)
      .catch(() => false);
  const folders = entries.filter(({ name, type }) => type === 'folder' && !name.startsWith('.'));
  const found = await Promise.all(folders.map(async ({ name }) => ((await isStudy(name)) ? [name] : [])));
  return found.flat().map((name) => ({ key: `./${name}`, title: name }));
}

const EMPTY = '{\n}\n';

/** Where the file is that sets a programme up, or will be. */
async function folderOf({ workspace }: Session, { uri, folder }: SettingsParams): Promise<URI | undefined> {
  if (typeof uri !== 'string') return undefined;
  return (await workspace.layersOf(uri)).folder ?? (folder === undefined ? parentOf(uriOf(uri)) : uriOf(folder));
}
