/** The files that a programme consists of, for whoever watches or looks for them. */

/** The committed configuration of a programme. */
export const CONFIGURATION_FILE = '.opgavenwijzer.json';

/** Every file that a programme depends on, for those who watch files. */
export const WATCHED_FILES = `**/{*.md,*.markdown,*.mdown,*.mkd,${CONFIGURATION_FILE}}`;
