/** Which files belong to a programme, the same for every editor and the command line. */

/** The committed configuration of a programme. */
export const CONFIGURATION_FILE = '.opgavenwijzer.json';

/** Every file that a programme depends on, for those who watch files. */
export const WATCHED_FILES = `**/{*.md,*.markdown,*.mdown,*.mkd,${CONFIGURATION_FILE}}`;

/** Is this the name of a Markdown file? */
export const isMarkdown = (name: string): boolean => /\.(?:md|markdown|mdown|mkd)$/i.test(name);

/** Is this the name of a folder that a search passes over: hidden, or of packages? */
export const isPassedOver = (name: string): boolean => name.startsWith('.') || name === 'node_modules';

/** A file is read up to this size, in bytes: no programme is longer, and memory is the writer's. */
export const MOST_BYTES = 16 * 1024 * 1024;

/** Why a file of so many bytes is not read, in the words of a sentence that begins with its name. */
export const tooLargeText = (bytes: number): string =>
  `${(bytes / 1024 / 1024).toLocaleString('nl-NL', { maximumFractionDigits: 1 })} MB is meer dan de grens van 16 MB. Splits het bestand`;
