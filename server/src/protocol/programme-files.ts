import { PROGRAMME_FORMATS } from '../convert/source-format.js';

/** The files that a programme consists of, for whoever watches or looks for them. */

/** The committed configuration of a programme. */
export const CONFIGURATION_FILE = '.opgavenwijzer.json';

/** The language that VS Code knows it by: its own JSON would speak English about it. */
export const CONFIGURATION_LANGUAGE = 'opgavenwijzer-instellingen';

/** Endings of the names of Markdown files. */
export const MARKDOWN_EXTENSIONS = ['md', 'markdown', 'mdown', 'mkd'];

export { SOURCE_EXTENSIONS, sourceFormatOf } from '../convert/source-format.js';

/** Every file that is a programme wherever it lies, for those who search by patterns. */
export const PROGRAMME_FILES = `**/*.{${[...MARKDOWN_EXTENSIONS, ...PROGRAMME_FORMATS].join(',')}}`;

export { STUDY_FILE } from '../core/written-study/file-names.js';

/** Every file that a programme depends on, for those who watch files. */
export const WATCHED_FILES = `**/{${[...MARKDOWN_EXTENSIONS, 'yaml', 'yml'].map((extension) => `*.${extension}`).join(',')},${CONFIGURATION_FILE}}`;
