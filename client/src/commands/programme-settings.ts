import * as vscode from 'vscode';
import { CONFIGURATION_FILE } from '../../../server/src/protocol/programme-files.js';
import {
  type ChangeSettingsParams,
  changeSettingsRequest,
  type ProgrammeSettings,
  type SettingsParams,
  settingsRequest,
} from '../../../server/src/protocol/settings.js';
import type { Environment } from '../environment.js';
import { command } from './command.js';
import { settle } from './settle.js';

/** "Instellingen van dit programma…": what stands in the file of a programme, asked question by question. */
export function programmeSettings(environment: Environment): vscode.Disposable {
  return command(environment, 'opgavenwijzer.instellingen', async () => {
    const uri = placeOf(environment).toString();
    let about: SettingsParams = { uri };
    for (;;) {
      const settings = await environment.server.ask(settingsRequest, about);
      if (!settings) throw new Error('bewaar het programma eerst; de instellingen komen in een bestand ernaast.');
      const chosen = await vscode.window.showQuickPick(menuOf(settings), {
        title: 'Instellingen van dit programma',
        placeHolder: settings.exists
          ? `In ${CONFIGURATION_FILE}, map ${settings.folder}`
          : `Nog geen ${CONFIGURATION_FILE}; uw eerste keuze maakt het, in map ${settings.folder}`,
      });
      if (!chosen) return;
      const changes = await chosen.ask(settings, uri);
      if (changes === 'done') return;
      if (!changes) continue;
      const place = settings.exists ? about : await askFolder(about);
      if (!place) continue;
      about = place;
      const settled = await environment.server.ask(changeSettingsRequest, { ...about, ...changes });
      if (settled) await settle(environment, settled);
    }
  });
}

type Changes = Omit<ChangeSettingsParams, 'uri' | 'folder'>;

/** A line of the menu, and the question behind it; without changes the menu comes back as it was. */
interface Line extends vscode.QuickPickItem {
  ask(settings: ProgrammeSettings, uri: string): Promise<Changes | 'done' | undefined>;
}

/** The programme that is being written, or else what lies in the folder that is open. */
function placeOf({ active }: Environment): vscode.Uri {
  if (active.uri && active.uri.scheme !== 'untitled') return active.uri;
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  if (!folder) throw new Error('open eerst de map van uw programma, of bewaar het.');
  return vscode.Uri.joinPath(folder.uri, CONFIGURATION_FILE);
}

function menuOf({ gemeente, reikwijdte, studies, allStudies, silent, exists }: ProgrammeSettings): Line[] {
  return [
    {
      label: 'Gemeente',
      description: gemeente ?? 'niet gekozen',
      detail: 'Wat de studie over uw gemeente zegt, staat dan in de uitleg naast de landelijke cijfers.',
      ask: askMunicipality,
    },
    {
      label: 'Wat samen één programma is',
      description: SCOPES[reikwijdte].label,
      detail: 'Een opgave hoeft maar op één plaats in het programma te staan.',
      ask: askScope,
    },
    // With one study there is nothing to choose.
    ...(allStudies.length < 2
      ? []
      : [
          {
            label: 'Studies',
            description: studies.join(', '),
            detail: 'Waaraan het programma wordt gehouden.',
            ask: askStudies,
          },
        ]),
    {
      label: 'Wat niet meer gemeld wordt',
      description: silent === 0 ? 'niets' : String(silent),
      ask: async (_, uri) => {
        await vscode.commands.executeCommand('opgavenwijzer.nietMeerGemeld', vscode.Uri.parse(uri));
        return 'done';
      },
    },
    ...(exists ? [{ label: `Open ${CONFIGURATION_FILE}`, ask: openFile }] : []),
  ];
}

async function askMunicipality({ gemeente, municipalities }: ProgrammeSettings): Promise<Changes | undefined> {
  const none = { label: 'Geen gemeente', name: null, description: 'alleen landelijke cijfers' };
  const items = municipalities.map(({ name, others }) => ({
    label: name,
    name,
    description: others.length === 0 ? '' : `ook: ${others.join(', ')}`,
  }));
  const chosen = await vscode.window.showQuickPick(gemeente === undefined ? items : [none, ...items], {
    title: 'Gemeente',
    placeHolder: 'Typ de naam; die van voor een herindeling mag ook',
    matchOnDescription: true,
  });
  return chosen && { gemeente: chosen.name };
}

type Scope = ProgrammeSettings['reikwijdte'];

const SCOPES: Readonly<Record<Scope, { readonly label: string; readonly detail: string }>> = {
  programma: {
    label: 'Alle documenten in de map samen',
    detail: 'Wat in het ene document staat, wordt in het andere niet gemist.',
  },
  document: { label: 'Elk document voor zich', detail: 'Elk document is een programma op zichzelf.' },
  paragraaf: {
    label: 'Elk hoofdstuk voor zich',
    detail: 'Een opgave staat onder hetzelfde kopje als wat haar oproept, of een kopje daaronder.',
  },
};

/** So many documents are named. */
const MOST = 5;

async function askScope({ documents, folder, reikwijdte }: ProgrammeSettings): Promise<Changes | undefined> {
  const more = documents.length > MOST ? ` en nog ${documents.length - MOST}` : '';
  const named = documents.length === 0 ? 'nog geen' : `${documents.slice(0, MOST).join(', ')}${more}`;
  const items = (Object.keys(SCOPES) as Scope[]).map((scope) => ({
    ...SCOPES[scope],
    ...(scope === reikwijdte ? { description: 'nu' } : {}),
    scope,
  }));
  const chosen = await vscode.window.showQuickPick(items, {
    title: 'Wat samen één programma is',
    placeHolder: `Documenten in map ${folder}: ${named}`,
  });
  return chosen && { reikwijdte: chosen.scope };
}

async function askStudies({ studies, allStudies }: ProgrammeSettings): Promise<Changes | undefined> {
  const items = allStudies.map(({ key, title }) => ({ label: title, key, picked: studies.includes(key) }));
  const chosen = await vscode.window.showQuickPick(items, {
    canPickMany: true,
    title: 'Studies',
    placeHolder: 'Waaraan houdt u het programma?',
  });
  if (!chosen || chosen.length === 0) return undefined;
  // Without the setting only what comes along is at work: a study of one's own is always named.
  const isUsual = chosen.length === allStudies.length && chosen.every(({ key }) => !key.includes('/'));
  return { studies: isUsual ? null : chosen.map(({ key }) => key) };
}

async function openFile({ file }: ProgrammeSettings): Promise<'done'> {
  await vscode.window.showTextDocument(vscode.Uri.parse(file));
  return 'done';
}

/** Where a programme has no file yet: the folder that it is to hold for, up to the one that is open. */
async function askFolder(about: SettingsParams): Promise<SettingsParams | undefined> {
  const document = vscode.Uri.parse(about.uri);
  const root = vscode.workspace.getWorkspaceFolder(document)?.uri;
  const folders = [vscode.Uri.joinPath(document, '..')];
  while (root && folders.at(-1)!.path.length > root.path.length)
    folders.push(vscode.Uri.joinPath(folders.at(-1)!, '..'));
  if (folders.length === 1) return about;
  const chosen = await vscode.window.showQuickPick(
    folders.map((folder) => ({ label: vscode.workspace.asRelativePath(folder, true), folder })),
    { title: 'In welke map staat het programma?', placeHolder: 'De instellingen gelden voor alles in die map' },
  );
  return chosen && { ...about, folder: chosen.folder.toString() };
}
