/** Longer lines are sentences, whatever they end on. */
const LONGEST_ENTRY = 120;
/** No table of contents in one block is longer. */
const LONGEST = 20_000;

const PAGE = String.raw`(?:(?:p|blz|pag)\.?[ \u00A0]?)?\d{1,3}`;
/** What leads from a title to the number of its page. */
const LEADER = new RegExp(String.raw`[ \u00A0]{0,8}(?:(?:[.·_][ \u00A0]?){3,}|…[….]*|\t+)[\s.]{0,8}${PAGE}(?!\d)`, 'g');
/** How an entry without a leader ends. */
const PAGE_BEHIND_TITLE = /^(?:\d+(?:\.\d+)*\.?\s+)?[^.!?;:]{3,}?(?:\s{1,3}\d{1,3}|\s?\((?:p|blz|pag)\.?\s?\d{1,3}\))$/;
/** A number that belongs to the words before it. */
const OWN_NUMBER = /\b(?:wij|we|van|voor|tot|naar|met|in|op|om|uit|artikel)\s+\S*\d{1,3}$/i;
const SAYS_WHO = /\b(?:wij|we|ik|er)\b/i;
const LINK = new RegExp(String.raw`^(?:\d+(?:\.\d+)*\.?\s+)?\[[^\]]+\]\(#[^)]*\)(?:\s+${PAGE})?$`);

/**
 * Whether a block is (part of) a table of contents: titles with the numbers of their pages, or with links to their
 * headings, one or more of them. It says nothing itself.
 */
export function isContents(content: string): boolean {
  if (content.length > LONGEST || !/[\d)][\s*_\\)]*$/.test(content.slice(-12))) return false;
  const lines = content.split(/\\?\r?\n|<br\s*\/?>/).map(withoutMarks);
  const text = lines.join('\n');
  const titles = text.split(LEADER);
  if (titles.length > 1 && titles.at(-1) === '') return titles.every((title) => title.length <= LONGEST_ENTRY);
  return lines.every(isEntry);
}

const withoutMarks = (line: string): string => line.replace(/\*\*|__|^\s*(?:[>*+-]\s+)+/g, '').trim();

function isEntry(line: string): boolean {
  if (line.length > LONGEST_ENTRY) return false;
  if (LINK.test(line)) return true;
  return PAGE_BEHIND_TITLE.test(line) && (line.endsWith(')') ? !SAYS_WHO.test(line) : !OWN_NUMBER.test(line));
}
