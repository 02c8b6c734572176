import { resolve } from 'node:path';
import { faultLines, kindName, kindNames } from '../../core/index.js';
import { nodeFiles } from '../../node/file-system.js';
import { OwnStudies } from '../../project/own-studies.js';
import { fileUri } from '../../project/uris.js';
import { type Context, EXIT } from '../command.js';
import { shownPath } from '../files.js';

/** Says what is wrong in the study of a folder, a line each; or what it holds. @returns 1 with faults, 2 without a study to read */
export async function checkStudy(
  { service, out, problem }: Context,
  path: string,
  { signalen }: { readonly signalen: boolean },
): Promise<number> {
  const study = await new OwnStudies(service, nodeFiles).at(fileUri(resolve(path)));
  const name = shownPath(resolve(path)) || '.';
  if (study.missing !== undefined) {
    problem(`${name}: ${study.missing}.`);
    return EXIT.failed;
  }
  for (const line of faultLines(study.reading.faults, study.texts)) out(`${name}/${line}\n`);
  const { read, faults } = study.reading;
  if (read) {
    const { info, parts, themes, trends, opgaven, perspectives, terms } = read.study;
    const counted = [
      [themes, 'theme'],
      [opgaven, 'opgave'],
      [trends, 'trend'],
      [perspectives, 'perspective'],
      [parts, 'part'],
      [terms, 'term'],
    ] as const;
    const counts = counted.flatMap(([list, kind]) =>
      list.length === 0 ? [] : `${list.length} ${(list.length === 1 ? kindName : kindNames)(read.study, kind)}`,
    );
    out(`${info.title} (sleutel ${info.key}): ${counts.join(', ')}.\n`);
    if (signalen)
      for (const { id, title } of [...themes, ...trends, ...opgaven]) {
        const { signals, derived } = read.recognisedBy.get(id)!;
        out(`\n${title} (${id}), ${derived ? 'uit titel, uitleg, woorden en richtingen' : 'zoals geschreven'}\n`);
        for (const line of signals.split('\n')) out(line.trim() === '' ? '' : `  ${line}\n`);
      }
  }
  if (faults.length === 0) out('Er klopt alles.\n');
  return faults.length > 0 ? EXIT.findings : EXIT.clean;
}
