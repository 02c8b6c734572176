import type { CslItem } from './bibliography.js';

/** A bibliography in BibTeX, UTF-8. Keys keep their colon, which BibTeX, Biber and Pandoc all take. */
export function bibtex(items: readonly CslItem[]): string {
  return items.map(entry).join('\n');
}

function entry(item: CslItem): string {
  const fields: [name: string, value: string | undefined][] = [
    // Doubled braces: a body is no person with a first name, and a Dutch title keeps its capitals.
    ['author', item.author && `{${escapeTex(item.author.map(({ literal }) => literal).join(' and '))}}`],
    ['title', `{${escapeTex(item.title)}}`],
    ['booktitle', item['container-title'] && `{${escapeTex(item['container-title'])}}`],
    ['publisher', item.publisher && escapeTex(item.publisher)],
    ['address', item['publisher-place'] && escapeTex(item['publisher-place'])],
    ['year', item.issued && String(item.issued['date-parts'][0]![0])],
    ['chapter', item.section],
    ['pages', item.page?.replace('-', '--')],
    ['note', item.note && escapeTex(item.note)],
    ['url', item.URL],
    ['langid', 'dutch'],
  ];
  const lines = fields.filter(([, value]) => value).map(([name, value]) => `  ${name} = {${value}},\n`);
  return `@${item.type === 'chapter' ? 'incollection' : 'book'}{${item.id},\n${lines.join('')}}\n`;
}

const SPECIAL: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
};

const escapeTex = (text: string): string => text.replace(/[\\~^&%$#_{}]/g, (c) => SPECIAL[c] ?? `\\${c}`);
