/**
 * Where a sentence ends in Dutch prose with Markdown in it. The one idea of it: words are numbered by it when they are
 * read, a block is a title or a sentence by it, and a citation is put at its end. Offsets are UTF-16 code units into the text.
 */

/** The end of a sentence. */
export interface SentenceEnd {
  /** Where its closing punctuation begins. */
  readonly at: number;
  /** Past that punctuation: `.`, `?!`, `…`. */
  readonly stop: number;
  /** Past all that belongs to the sentence: closing quotes and emphasis, notes, citations, tags, emoji, comments, attributes. */
  readonly to: number;
}

/** Behind these a sentence goes on, whatever follows. What may also end one (enz., e.d., jl.) is not among them. */
const ABBREVIATIONS = new Set(
  (
    'a.d.h.v a.g.v aant afb afd art artt b.v bijv blz bv c.q ca cf cfm d.d d.i d.m.v d.w.z dd dhr dr drs ds e.e.a e.g evt excl fa ' +
    'fam fig gebr gem gld hfdst hfst hr i.c i.c.m i.h.b i.h.k.v i.o i.o.m i.o.v i.p.v i.s.m i.t.t i.v.m inc incl ing ir jhr jkvr ' +
    'k.k lic m.a.w m.b.t m.b.v m.i m.i.v m.m.v m.n m.u.v max mevr min mr mrs mw n.a.v n.b n.o.v nl no nr nrs o.a o.b.v o.g.v o.i.v ' +
    'o.l.v o.m o.v.v ong onr p pag par pnt pp prof prov q.q red resp s.v st t.a.v t.b.v t.g.v t.h.v t.k.v t.n.v t.o t.o.v t.w t.w.v ' +
    't.z.t tab tav tbv tel u.i.t v.a v.d v.h v.l.n.r v.w.b vgl vlg vnl vs w.o weth z.g z.g.a.n z.i zgn'
  ).split(' '),
);
/** Behind these one goes on before a number: 1 jan. 2024. */
const MONTH = /^(?:jan|febr?|mrt|apr|jun|jul|aug|sept?|okt|nov|dec)$/i;
/** What begins a name as an initial does: J.P. Jansen, Th. Bos, the Burg. Meesstraat. */
const INITIAL = /^(?:(?:\p{Lu}\.)*\p{Lu}|Burg|Chr|Em|Gen|Joh|Th)$/u;
/** A letter behind these is none: blok C, energielabel A. */
const LETTERED =
  /(?:blok|plan|label|lijn|variant|scenario|optie|bijlage|tabel|figuur|kaart|zone|klasse|categorie|fase|groep|gebouw)[ \u00a0]$/i;

/** An initial ends a sentence all the same where one of these begins the next (plan B. Wij …). */
const SENTENCE_STARTERS =
  /^(?:Wij|We|De|Het|Een|Er|Dat|Dit|Deze|Die|Daar\p{Ll}*|Ook|Maar|En|In|Op|Om|Voor|Met|Bij|Als|Zo|Ons|Onze|Elke?|Iedere?|Wie|Wat|Hier\p{Ll}*)(?!\p{L})/u;

const STOP = /[.!?…]+/y;
/** What a sentence may still have behind its stop. The lengths are bounded, so that no text is gone through again and again. */
const TAIL = new RegExp(
  [
    String.raw`['"’”»)\]*_~]`,
    String.raw`(?:, ?)?\[\^[^\]\s]{1,80}\]`,
    String.raw`\^[^\s^]{1,40}\^`,
    String.raw`\^\[[^\]\n]{0,400}\]`,
    String.raw`\[[^\][]{0,400}@[^\][]{1,400}\]`,
    // Numbers of notes as they come out of Word: `¹`, `[1]`, `\[1\]`, `[[1]](#_ftn1)`, `[\[1\]](#_ftn1)`, `<sup>1</sup>`.
    String.raw`[¹²³⁰⁴-⁹†‡]|\\\*`,
    String.raw`(?:\\?\[){1,2}(?:\d{1,3}|[¹²³⁰⁴-⁹*†]{1,3})(?:\\?\]){1,2}(?:\([^()\s]{0,200}\))?`,
    String.raw`<sup>(?:<a\b[^<>\n]{0,200}>)?[^<>\n]{1,40}(?:</a>)?</sup>`,
    '<!--[^]{0,400}?-->',
    String.raw`<[a-z/][^<>\n]{0,200}>`,
    // An anchor as a conversion from Word leaves it is empty: `[]{#_Ref1 .anchor}`.
    String.raw`(?:\[\])?\{[^{}\n]{0,200}\}`,
    '`[^`\\n]{1,200}`',
    String.raw`&(?:nbsp|shy|zwnj|quot|[lr][ds]quo|raquo|#\d{1,6}|#x[\da-f]{1,5});`,
    String.raw`\\(?=\r?\n|$)`,
    String.raw`[\p{Extended_Pictographic}\u{1f3fb}-\u{1f3ff}\u{fe0f}\u200b-\u200d\u2060\ufeff\u00ad]`,
    // What stands apart still belongs to the sentence before it.
    String.raw`[ \t\u00a0]{1,8}(?=<!--|</?(?:br|b|i|em|strong|sup|sub|span)\b|(?:\[\])?\{|\[\^|\^\[|\[[^\][\n]{0,200}@|\\\r?\n|\p{Extended_Pictographic})`,
  ].join('|'),
  'uy',
);

/**
 * The end of a sentence whose closing punctuation begins at `at`; undefined where that punctuation ends none.
 * @param from where the prose begins that the sentence stands in
 * @param to where it ends
 */
export function sentenceEndAt(text: string, at: number, from: number, to: number): SentenceEnd | undefined {
  STOP.lastIndex = at;
  const stop = Math.min(to, at + (STOP.exec(text)?.[0].length ?? 0));
  // A longer row of points leads to the number of a page.
  if (stop === at || stop > at + 3 || (at > from && /[.!?…]/.test(text[at - 1]!))) return undefined;
  const end = tailEnd(text, stop, to);
  if (end >= to) return { at, stop, to };
  if (!/\s/.test(text[end]!)) return undefined;
  let next = end;
  while (next < to && /\s/.test(text[next]!)) next++;
  if (next >= to) return { at, stop, to: end };
  if (/\p{Ll}/u.test(text[next]!)) return undefined;
  if (stop === at + 1 && text[at] === '.' && goesOn(text, at, from, next)) return undefined;
  return { at, stop, to: end };
}

/** Past what belongs to a sentence behind its stop. */
function tailEnd(text: string, from: number, to: number): number {
  let at = from;
  while (at < to) {
    TAIL.lastIndex = at;
    const mark = TAIL.exec(text);
    if (!mark || at + mark[0].length > to) break;
    at += mark[0].length;
  }
  return at;
}

/** Whether the point at `at` belongs to the word before it: an abbreviation, an initial, the number of a heading or item. */
function goesOn(text: string, at: number, from: number, next: number): boolean {
  let start = at;
  while (start > from && at - start < 16 && /[\p{L}\p{N}.]/u.test(text[start - 1]!)) start--;
  const word = text.slice(start, at);
  if (ABBREVIATIONS.has(word.toLowerCase())) return true;
  const before = text.slice(Math.max(from, start - 12), start);
  if (word === 'al' && /\bet\s$/.test(before)) return true;
  if (MONTH.test(word)) return /\d/.test(text[next]!);
  if (INITIAL.test(word)) return !LETTERED.test(before) && !SENTENCE_STARTERS.test(text.slice(next, next + 12));
  // "1. Wonen" at the beginning of a line.
  return /^\d{1,3}(?:\.\d{1,2}){0,4}$/.test(word) && /^[\s*_]*$/.test(lineBefore(text, start, from));
}

const lineBefore = (text: string, at: number, from: number): string =>
  text.slice(Math.max(from, text.lastIndexOf('\n', at - 1) + 1), at);

/** The ends of the sentences of `text[from, to)`, in order. What ends on no punctuation has no end here. */
export function* sentenceEnds(text: string, from: number, to: number): Generator<SentenceEnd> {
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at);
    if (code !== 0x2e && code !== 0x21 && code !== 0x3f && code !== 0x2026) continue;
    const end = sentenceEndAt(text, at, from, to);
    if (!end) continue;
    yield end;
    at = end.to - 1;
  }
}

/** Longest end of a block that is looked at for the punctuation that closes it. */
const LAST = 600;

/** How prose ends: as a sentence does, with the colon of an announcement, or on a word, as a title does. */
export type Ending = 'sentence' | 'colon' | 'word';

/**
 * How `text[from, to)` ends. Marks behind the punctuation (notes, citations, comments, attributes) make no difference.
 */
export function endingOf(text: string, from: number, to: number): Ending {
  for (let at = to - 1; at >= Math.max(from, to - LAST); at--) {
    const mark = text[at]!;
    if (!/[.!?…;:]/.test(mark)) continue;
    if (tailEnd(text, at + 1, to) < to && text.slice(tailEnd(text, at + 1, to), to).trim() !== '') continue;
    return mark === ':' ? 'colon' : 'sentence';
  }
  return 'word';
}
