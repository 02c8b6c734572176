/** Which files belong to a programme, the same for every editor and the command line. */

/** Is this the name of a Markdown file? */
export const isMarkdown = (name: string): boolean => /\.(?:md|markdown|mdown|mkd)$/i.test(name);

/** Is this the name of a folder that a search passes over: hidden, or of packages? */
export const isPassedOver = (name: string): boolean => name.startsWith('.') || name === 'node_modules';
