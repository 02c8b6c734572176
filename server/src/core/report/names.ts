/** Names for the columns of a comparison: the names of the files, with as much of the path as tells them apart. */
export function shortNames(paths: readonly string[]): string[] {
  const parts = paths.map((path) => {
    const folders = path.split('/').filter((part) => part !== '.' && part !== '');
    return [...folders.slice(0, -1), stemOf(folders.at(-1) ?? path)];
  });
  const most = Math.max(...parts.map(({ length }) => length));
  for (let length = 1; length < most; length++) {
    const names = parts.map((path) => path.slice(-length).join('/'));
    // `programma.md` in a folder for each party: the folder alone says it.
    const folders = parts.map((path) => path.slice(-length - 1, -1).join('/'));
    if (new Set(names).size === names.length) return names;
    if (!folders.includes('') && new Set(folders).size === folders.length) return folders;
  }
  return parts.map((path) => path.join('/'));
}

/** Name of a file without its extension. */
export const stemOf = (name: string): string => name.replace(/(?<=[^.])\.[^.]*$/, '');
