import { URI } from 'vscode-uri';
import { type Configuration, countsAlone, DEFAULT_CONFIGURATION, type Service } from '../../core/index.js';
import { type FileSystem, faultOf } from '../file-system.js';
import { isMarkdown } from '../markdown-files.js';
import { readText } from '../read-text.js';
import { childOf, fileUri, isIn, isSame, nameOf, shownUri, uriOf } from '../uris.js';
import type { MemberDocument, Workspace } from '../workspace.js';
import { Refusal } from './input.js';
import { quoted } from './quotation.js';

/** Where a question is asked. */
export interface Around {
  readonly service: Service;
  readonly workspace: Workspace;
  readonly files: FileSystem;
  /** The document that is being written, if there is one. */
  readonly active?: URI | undefined;
}

/** The texts that a question is about. */
export interface AskedTexts {
  /** As its reader knows it, marked as a quotation where it comes from a file. */
  readonly name: string;
  readonly configuration: Configuration;
  /** Folder of the configuration file. */
  readonly folder: URI | undefined;
  /** What was asked for. */
  readonly own: readonly MemberDocument[];
  /** That, and what answers for it. */
  readonly documents: readonly MemberDocument[];
  /** What could not be read, as its reader knows it. */
  readonly unread: readonly string[];
}

/** How the programme is configured in which someone asks. */
export async function configurationAround({ workspace, active }: Around): Promise<Configuration> {
  const [folder] = workspace.folders;
  const document = active ?? (folder && childOf(folder, 'programma.md'));
  return document ? (await workspace.programmeOf(document)).configuration : DEFAULT_CONFIGURATION;
}

/** The texts that a question names: those that came with it, a file, a folder, or else what is being written. */
export async function textsAsked(
  around: Around,
  { tekst, bestand }: { readonly tekst: string | undefined; readonly bestand: string | undefined },
): Promise<AskedTexts> {
  const { service, workspace, active } = around;
  if (tekst !== undefined && bestand !== undefined) throw new Refusal('Geef ‘tekst’ of ‘bestand’, niet allebei.');
  if (tekst !== undefined) {
    const own = [
      { key: 'tekst', uri: URI.from({ scheme: 'tekst', path: '/tekst' }), analysis: service.analyse(tekst) },
    ];
    const configuration = await configurationAround(around);
    return { name: 'de meegegeven tekst', configuration, folder: undefined, own, documents: own, unread: [] };
  }
  if (bestand === undefined && !active) throw new Refusal('Geef ‘tekst’ of ‘bestand’: er is hier geen document open.');
  const uri = bestand === undefined ? active! : await placeOf(around, bestand);
  const own = await workspace.programmeAt(uri);
  if (own.length === 0) throw new Refusal(await whyNothing(around, uri));
  const { folder, configuration } = await workspace.programmeOf(own[0]!.uri);
  for (const document of own.slice(1)) {
    const other = (await workspace.programmeOf(document.uri)).folder;
    if (other?.toString() !== folder?.toString())
      throw new Refusal(`${shown(workspace, uri)} heeft meer dan één programma met eigen instellingen. Vraag er één.`);
  }
  const wide = folder !== undefined && !countsAlone(configuration);
  const others: MemberDocument[] = [];
  const unread: string[] = [];
  for (const member of wide ? await workspace.membersOf(folder, own[0]!.uri) : []) {
    if (own.some((document) => isSame(document.uri, member))) continue;
    const read = await workspace.programmeAt(member);
    others.push(...read);
    if (read.length === 0) unread.push(shown(workspace, member));
  }
  return { name: shown(workspace, uri), configuration, folder, own, documents: [...own, ...others], unread };
}

/** A place as its reader knows it; whoever named the file may have meant anything by it. */
function shown({ folders }: Workspace, uri: URI): string {
  const folder = folders.find((one) => isIn(one, uri));
  return quoted(folder && isSame(folder, uri) ? nameOf(uri) : shownUri(uri, folder));
}

/** Where a file or folder is that a question names: open in the editor, or in one of the folders that may be read. */
async function placeOf({ workspace, files }: Around, named: string): Promise<URI> {
  const { folders } = workspace;
  if (/\p{Cc}/u.test(named) || named.trim() === '') throw new Refusal('‘bestand’ is geen naam van een bestand of map.');
  const places = candidates(folders, named).map((uri) => childOf(uri, '.'));
  for (const place of [uriOf(named), ...places]) if (workspace.isOpen(place)) return place;
  const allowed = places.filter((place) => folders.some((folder) => isIn(folder, place)));
  if (folders.length === 0) throw new Refusal('Er is geen map die gelezen mag worden. Geef de tekst zelf, in ‘tekst’.');
  if (allowed.length === 0) {
    const names = folders.map((folder) => quoted(shownUri(folder))).join(', ');
    throw new Refusal(`${quoted(named)} ligt buiten wat gelezen mag worden: ${names}.`);
  }
  let fault = new Error();
  for (const place of allowed) {
    try {
      const { type } = await files.stat(place);
      if (type === 'file' && !isMarkdown(nameOf(place)))
        throw new Refusal(`${quoted(named)} is geen Markdown-bestand (.md); iets anders wordt niet gelezen.`);
      return place;
    } catch (error) {
      if (error instanceof Refusal) throw error;
      fault = new Refusal(faultOf(error).about(quoted(named)));
    }
  }
  throw fault;
}

/** What a written place may mean: a URI, a path of this machine, or a path from one of the folders. */
function candidates(folders: readonly URI[], named: string): URI[] {
  if (/^[a-z][a-z\d+.-]+:/i.test(named)) return [uriOf(named)];
  if (/^(?:[/\\]|[a-z]:)/i.test(named)) return [fileUri(named)];
  return folders.map((folder) => childOf(folder, named.replaceAll('\\', '/')));
}

async function whyNothing({ workspace, files }: Around, uri: URI): Promise<string> {
  const name = shown(workspace, uri);
  try {
    if ((await files.stat(uri)).type === 'folder') return `${name}: geen Markdown-bestanden (.md) in deze map.`;
    await readText(files, uri);
  } catch (error) {
    return faultOf(error).about(name);
  }
  return `${name}: is niet te lezen.`;
}
