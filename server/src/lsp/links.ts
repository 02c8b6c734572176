import type { DocumentLink } from 'vscode-languageserver';
import type { URI } from 'vscode-uri';
import { childOf, fileUri, isIn, nameOf, parentOf, uriOf } from '../project/uris.js';
import { COMMANDS } from '../protocol/requests.js';
import { cancelled, rangeIn, type Session, writersDocument } from './session.js';
import { linkToStudy } from './study-documents.js';

/** Links on citations: the key leads to the study, the page to the PDF when the user has said where that lies. */
export function listenForLinks(session: Session): void {
  const { connection, service, settings, workspace } = session;
  connection.onDocumentLinks(async ({ textDocument }, token): Promise<DocumentLink[] | null> => {
    const asked = writersDocument(session, textDocument.uri);
    if (!asked) return null;
    const { pdf } = await settings.of(asked.uri);
    const document = writersDocument(session, textDocument.uri);
    const programme = document && (await workspace.programmeWith(document, 'document'));
    if (token.isCancellationRequested) throw cancelled();
    if (!programme) return null;
    const file = pdf === undefined ? undefined : pdfAddress(pdf, folderOf(session, uriOf(document.uri)));
    const [first] = service.atWork(programme.configuration);
    const opensStudy = session.client.commands.has(COMMANDS.openStudy);
    return service.citations(programme).flatMap(({ study, item, citation: { from, to, locators } }) => {
      if (!item) return [];
      const links: DocumentLink[] = [];
      if (opensStudy)
        links.push({
          range: rangeIn(document, { from, to }),
          target: linkToStudy(service, { study, item }),
          tooltip: `‘${item.title}’ lezen`,
        });
      // The PDF that the settings name is that of the first study.
      for (const locator of file === undefined || study !== first ? [] : locators) {
        if (locator.kind !== 'page') continue;
        const target = `${file}#page=${locator.first}`;
        links.push({
          range: rangeIn(document, locator),
          target,
          tooltip: `Bladzijde ${locator.first} openen in ${nameOf(uriOf(file!))}`,
        });
      }
      return links;
    });
  });
}

/** What a link may open. A workspace can bring settings along, and an editor would run a `command:` in them. */
const OPENED = /^(?:file|https?|vscode-(?:remote|vfs|test-web))$/i;

/** Where the PDF lies: an address as it is written, a path from the root, or one from the workspace folder of the document. */
function pdfAddress(pdf: string, folder: URI | undefined): string | undefined {
  const [, scheme] = /^([a-z][a-z0-9+.-]+):/i.exec(pdf) ?? [];
  if (scheme) return OPENED.test(scheme) ? pdf.replace(/#.*$/, '') : undefined;
  const path = pdf.replaceAll('\\', '/');
  if (/^(?:[a-z]:)?\//i.test(path)) return fileUri(path).toString();
  return folder && childOf(folder, path).toString();
}

/** The workspace folder of a document, or the folder that it lies in. */
function folderOf({ client }: Session, uri: URI): URI | undefined {
  const around = client.folders.filter((folder) => isIn(folder, uri));
  return around.sort((a, b) => b.path.length - a.path.length)[0] ?? parentOf(uri);
}
