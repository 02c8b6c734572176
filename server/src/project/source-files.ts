import { PROGRAMME_FORMATS, sourceFormatOf } from '../convert/source-format.js';
import { isMarkdown } from './markdown-files.js';

/** Is this the name of a file whose text can be read? Word keeps `~$…` beside what it has open. */
export const isReadable = (name: string): boolean =>
  isMarkdown(name) || (sourceFormatOf(name) !== undefined && !name.startsWith('~$'));

/** Is this the name of a file that is a programme when it is found in a folder? */
export function isProgramme(name: string): boolean {
  const format = sourceFormatOf(name);
  return isMarkdown(name) || (isReadable(name) && PROGRAMME_FORMATS.includes(format!));
}

/** Without the sources that stand beside Markdown of the same name: they were converted already. */
export function withoutConverted<T>(files: readonly T[], pathOf: (file: T) => string): T[] {
  const stem = (path: string): string => path.slice(0, path.lastIndexOf('.'));
  const written = new Set(files.map(pathOf).filter(isMarkdown).map(stem));
  return files.filter((file) => isMarkdown(pathOf(file)) || !written.has(stem(pathOf(file))));
}
