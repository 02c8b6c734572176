import MarkdownIt from 'markdown-it';

/** What a page of Markdown leads to or loads, and the HTML in it; as an editor shows it that allows everything. */
export function liveIn(markdown: string, own: RegExp): string[] {
  const reader = new MarkdownIt({ html: true, linkify: true });
  // A bare `elders.nl` may become a link where a reader does that: it says itself where it leads.
  reader.linkify.set({ fuzzyLink: false });
  const html = reader.render(markdown);
  const targets = [...html.matchAll(/(?:href|src)="([^"]*)"/g)].map(([, target]) => target!);
  const tags = [
    ...html.matchAll(
      /<(?!\/?(?:h[1-6]|p|blockquote|ul|ol|li|a|em|strong|code|pre|table|thead|tbody|t[hdr]|hr|br)\b)[^>]*>/g,
    ),
  ];
  return [...targets.filter((target) => !own.test(target)), ...tags.map(([tag]) => tag)];
}
