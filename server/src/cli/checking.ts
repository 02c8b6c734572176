import { commonNames, type Finding, type Service, type Suppressed, unreadOf } from '../core/index.js';
import { nodeFiles } from '../node/file-system.js';
import { OwnStudies } from '../project/own-studies.js';
import { type InputFile, shownPath } from './files.js';
import type { PlacedText } from './formats/place.js';
import type { CheckResult } from './formats/result.js';
import { type Programme, readDocuments } from './programmes.js';
import type { Progress } from './terminal.js';

/** What came of checking one programme. Plain data: it may come from another thread. */
export interface Outcome {
  /** Undefined where none of its files could be read. */
  readonly programme?: CheckResult['programmes'][number] & { readonly files: readonly CheckedText[] };
  /** What stood in the way, a line each. */
  readonly problems: readonly string[];
  /** What a reader is to know besides, a line each. */
  readonly notes: readonly string[];
}

export interface CheckedText extends Pick<PlacedText, 'places'> {
  readonly file: InputFile;
  readonly text: string;
  readonly findings: readonly Finding[];
  readonly suppressed: readonly Suppressed[];
}

/** Reads and checks the files of one programme. */
export async function checkFiles(service: Service, programme: Programme, progress: Progress): Promise<Outcome> {
  const { configuration, folder, files, others } = programme;
  const problems: string[] = [];
  const notes: string[] = [];
  const problem = (message: string): void => void problems.push(message);
  const note = (message: string): void => void notes.push(message);
  const read = (some: readonly InputFile[]) => readDocuments({ service, problem, note }, some, progress, configuration);
  // On another thread the service knows only what comes along.
  await new OwnStudies(service, nodeFiles).bring(configuration.studies);
  const documents = await read(files);
  if (documents.length === 0) return { problems, notes };
  const all = [...documents, ...(await read(others))];
  const together = { configuration, documents: all };
  const results = service.checkAll(together);
  for (const { key, analysis } of documents) {
    const unread = unreadOf(analysis);
    // Of a part in another language a finding tells.
    if (unread?.isWhole) note(`${key}: ${unread.sentence}`);
  }
  return {
    programme: {
      name: folder === undefined ? documents[0]!.key : shownPath(folder),
      counts: service.coverage(together).counts,
      several: commonNames(
        service.atWork(configuration).map(({ info }) => info),
        'opgave',
      ),
      files: documents.map(({ key, file, document, places }) => ({
        file,
        text: document.getText(),
        places,
        ...results.get(key)!,
      })),
    },
    problems,
    notes,
  };
}
