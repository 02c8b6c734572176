/** Longer lines are sentences, whatever they end on. */
const LONGEST_ENTRY = 120;
/** No table of contents in one block is longer. */
const LONGEST = 20_000;

const ON_PAGE = String.raw`(?:p|pp|blz|pag)\.?[ \u00A0]?`;
const NUMBER = String.raw`\d{1,3}(?:[ ]?[-–][ ]?\d{1,3})?`;
const PAGE = `(?:${ON_PAGE})?(?:${NUMBER}|[ivxl]{1,6}(?![a-z]))`;
/** What leads from a title to the number of its page. */
const LEADER = new RegExp(String.raw`[ \u00A0]{0,8}(?:(?:[.·_][ \u00A0]?){3,}|…[….]*|\t+)[\s.]{0,8}${PAGE}(?!\d)`, 'g');
/** How an entry without a leader ends, or begins. */
const PAGE_BEHIND_TITLE = /^(?:\d+(?:\.\d+)*\.?\s+)?[^.!?;:]{3,}?\s{1,3}\d{1,3}$/;
const PAGE_IN_WORDS = new RegExp(
  String.raw`^(?:\d+(?:\.\d+)*\.?\s+)?(?:[^.!?;:]{3,}?(?:,?\s+${ON_PAGE}${NUMBER}|\s?\(${ON_PAGE}${NUMBER}\))|${ON_PAGE}${NUMBER}\s[^.!?;:]{3,})$`,
);
/** A number that belongs to the words before it. */
const OWN_NUMBER = /\b(?:wij|we|van|voor|tot|naar|met|in|op|om|uit|artikel)\s+\S*\d{1,3}$/i;
const SAYS_WHO = /\b(?:wij|we|ik|er)\b/i;
/** A link to a heading or to a page beside this one, and nothing else. */
const LINK = new RegExp(
  String.raw`^(?:\[[ xX]\]\s+)?(?:\d+(?:\.\d+)*\.?\s+)?(?:\[[^\]]+\]\((?:#[^)]*|[^\s():]+\.(?:q?md|html?)(?:#[^)]*)?)\)(?:\s+${PAGE})?|\[\[[^\]]+\]\])$`,
);

/**
 * Whether a block is (part of) a table of contents: titles with the numbers of their pages, or with links to their
 * headings, one or more of them. It says nothing itself.
 */
export function isContents(content: string): boolean {
  if (content.length > LONGEST || !(MAY_END.test(content.slice(-12)) || MAY_BEGIN.test(content))) return false;
  const lines = content.split(/\\?\r?\n|<br\s*\/?>/).map(withoutMarks);
  const text = lines.join('\n');
  const titles = text.split(LEADER);
  if (titles.length > 1 && titles.at(-1) === '') return titles.every((title) => title.length <= LONGEST_ENTRY);
  return lines.every(isEntry);
}

/** Soon seen of what is none. */
const MAY_END = /(?:[\d)\]]|[\s.…][ivxl]{1,6})[\s*_\\)}]*$/;
const MAY_BEGIN = new RegExp(`^${ON_PAGE}\\d`);

const withoutMarks = (line: string): string =>
  line
    .replace(/\*\*|__|^\s*(?:[>*+-]\s+)+/g, '')
    // The number of a page may be a link itself.
    .replace(/\[([^\][]*)\]\{[^{}]*\}|\[(\d{1,3})\]\(#[^)]*\)/g, '$1$2')
    .trim();

function isEntry(line: string): boolean {
  if (line.length > LONGEST_ENTRY) return false;
  if (LINK.test(line)) return true;
  if (PAGE_IN_WORDS.test(line)) return !SAYS_WHO.test(line);
  return PAGE_BEHIND_TITLE.test(line) && !OWN_NUMBER.test(line);
}
