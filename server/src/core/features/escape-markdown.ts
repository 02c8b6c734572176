/**
 * Text as Markdown that says exactly that text: no markup, no HTML, no link that makes itself. For one line; whatever
 * comes from a document or configuration passes through here before a hover, lens or page shows it.
 */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/&/g, '&amp;')
    .replace(/\s+/g, ' ')
    .replace(/[\\`*_{}[\]<>#|!~]/g, '\\$&')
    .replace(/:\/\//g, ':&#47;/')
    .replace(/www\./gi, (www) => `${www.slice(0, 3)}&#46;`)
    .replace(/(?<=\S)@(?=\S)/g, '&#64;')
    .replace(/^(\s*)([-+=]|\d+[.)])/, (_, space: string, mark: string) =>
      mark.length === 1 ? `${space}\\${mark}` : `${space}${mark.slice(0, -1)}\\${mark.at(-1)}`,
    );
}

/** The anchor that VS Code's Markdown gives a heading; `seen` counts the ones before it on the page. */
export function headingAnchor(title: string, seen: Map<string, number>): string {
  const slug = title
    .trim()
    .toLowerCase()
    .replace(/\s+/g, '-')
    .replace(
      /[\][!/'"#$%&()*+,./:;<=>?@\\^{|}~`。，、；：？！…—·ˉ¨‘’“”々～‖∶＂＇｀｜〃〔〕〈〉《》「」『』．〖〗【】（）［］｛｝]/g,
      '',
    )
    .replace(/^-+|-+$/g, '');
  const count = seen.get(slug);
  seen.set(slug, (count ?? 0) + 1);
  return count === undefined ? slug : `${slug}-${count}`;
}
