const ATTRIBUTE = String.raw`\s{1,40}[^\s"'<>/=]{1,100}(?:\s?=\s?(?:"[^"]{0,400}"|'[^']{0,400}'|[^\s"'<>=]{1,400}))?`;
const HIDING_STYLE = String.raw`(?<![\w-])(?:display\s?:\s?none|visibility\s?:\s?hidden)(?![\w-])`;
const HIDING = String.raw`\s{1,40}(?:hidden(?=[\s=>])|style\s?=\s?(?:"[^"]{0,400}?|'[^']{0,400}?)${HIDING_STYLE})`;
const OPENING = new RegExp(
  String.raw`<(div|section|span|p)(?=(?:${ATTRIBUTE}){0,20}?${HIDING})(?:${ATTRIBUTE}){0,20}\s{0,40}>`,
  'iuy',
);

/** An element of HTML that is not shown. */
export interface HiddenElement {
  readonly name: string;
  /** Where what is in it begins. */
  readonly from: number;
  /**
   * Where it ends in a text, -1 where it does not. Texts in a row are one: elements of its name that were opened in one
   * and close in the next lie within it.
   */
  endIn(text: string): number;
}

/** The hidden element that begins at an offset. */
export function hiddenElementAt(text: string, at: number): HiddenElement | undefined {
  OPENING.lastIndex = at;
  const opening = OPENING.exec(text);
  if (!opening) return undefined;
  const name = opening[1]!.toLowerCase();
  const tag = new RegExp(String.raw`<(/?)${name}(?:\s[^<>]*)?(?:>|$)`, 'gi');
  let open = 1;
  return {
    name,
    from: at + opening[0].length,
    endIn(content) {
      for (const { 0: found, 1: slash, index } of content.matchAll(tag)) {
        open += slash === '' ? 1 : -1;
        if (open === 0) return index + found.length;
      }
      return -1;
    },
  };
}
