/** The forms, beside Markdown, in which programmes lie about. */
export type SourceFormat = 'docx' | 'odt' | 'pdf' | 'html' | 'txt';

const BY_EXTENSION: Readonly<Record<string, SourceFormat>> = {
  docx: 'docx',
  odt: 'odt',
  pdf: 'pdf',
  html: 'html',
  htm: 'html',
  txt: 'txt',
};

/** The endings of their names. */
export const SOURCE_EXTENSIONS: readonly string[] = Object.keys(BY_EXTENSION);

/** What is a programme wherever it lies; pages and plain texts also hold reports and licences, and are named by who wants them. */
export const PROGRAMME_FORMATS: readonly SourceFormat[] = ['docx', 'odt', 'pdf'];

/** The format that the name of a file tells of; undefined when it is not one of these. */
export function sourceFormatOf(path: string): SourceFormat | undefined {
  const extension = /\.([^./\\]+)$/.exec(path)?.[1];
  return extension === undefined ? undefined : BY_EXTENSION[extension.toLowerCase()];
}
