import { wholeCharacters } from '../features/excerpt.js';

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

/** The head of a column is no longer. */
const LONGEST = 40;

/** Such a title says nothing of whose it is. */
const GENERIC =
  /^(?:(?:het|ons) )?(?:verkiezings|partij|raads|coalitie|bestuurs)?(?:programma|akkoord)(?:[\s\d\u2010-\u2015-]*|\.)$/iu;

/** What stands around the name of a party in a title: the kind of document, and its years. */
const AROUND =
  /^(?:het )?(?:verkiezings|partij|raads|coalitie|bestuurs)?(?:programma|akkoord)\s+(?:van\s+)?|[\s,:(]*\b\d{4}(?:\s*[-\u2010-\u2015/]\s*\d{2,4})?\)?\.?$/giu;

/** Names for columns: those that were preferred; of programmes that share one, or say nothing with it, the name of the file. */
export function columnNames(names: readonly (readonly [preferred: string, file: string])[]): string[] {
  const short = names.map(([name]) => (GENERIC.test(name) ? '' : shortened(name.replace(AROUND, '') || name)));
  return names.map(([, file], index) => {
    const name = short[index]!;
    const own = short.indexOf(name) === short.lastIndexOf(name);
    return own && name !== '' ? name : file;
  });
}

/** Cut between words. */
function shortened(name: string): string {
  if (name.length <= LONGEST) return name;
  const cut = name.slice(0, LONGEST);
  const gap = cut.lastIndexOf(' ');
  return `${wholeCharacters(gap > 0 ? cut.slice(0, gap) : cut.slice(0, -1))}…`;
}

/** Name of a file without its extension. */
export const stemOf = (name: string): string => name.replace(/(?<=[^.])\.[^.]*$/, '');
