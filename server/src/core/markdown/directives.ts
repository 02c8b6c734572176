/**
 * Comments with which a writer steers from inside a document: what silences a rule (in Dutch, or markdownlint's verbs
 * with our prefix), and what a passage does with an opgave, against what was recognised.
 */

export type Silencing = 'disable-next-line' | 'disable-line' | 'disable' | 'enable' | 'disable-file';

/**
 * What a writer says that a passage, or a whole document, does with an opgave: the words are no evidence at all, they
 * take it up, they take a stand against it, or they only name its subject.
 */
export type Verdict = 'telt-niet' | 'telt-wel' | 'kiest-anders' | 'alleen-genoemd';

export type Verb = Silencing | Verdict;

/** A steering comment. Offsets into the text. */
export interface Directive {
  readonly verb: Verb;
  /** What it names: codes of rules, none meaning every rule; of a verdict ids of the study. */
  readonly codes: readonly { readonly code: string; readonly from: number; readonly to: number }[];
  readonly from: number;
  readonly to: number;
}

/** A comment with our prefix and a verb that does not exist. */
export interface UnknownDirective {
  /** As it was written. */
  readonly verb: string;
  readonly from: number;
  readonly to: number;
}

/** How each verb is written: `<!-- opgavenwijzer: niet melden op deze regel -->`. */
export const WORDS: Readonly<Record<Verb, string>> = {
  'disable-next-line': 'niet melden op de volgende regel',
  'disable-line': 'niet melden op deze regel',
  disable: 'niet melden vanaf hier',
  enable: 'weer melden vanaf hier',
  'disable-file': 'niet melden in dit bestand',
  'telt-niet': 'telt niet',
  'telt-wel': 'telt wel',
  'kiest-anders': 'kiest anders',
  'alleen-genoemd': 'alleen genoemd',
};

/** In Dutch the verb stands behind a colon; in English, as in older texts, behind a hyphen. */
/** Some write a third dash, as for comments in other tools. */
const ENGLISH = /^<!---?\s*opgavenwijzer-([\w-]*\w)/;
const DUTCH = /^<!---?\s*opgavenwijzer:\s*/;
const PHRASES = (Object.entries(WORDS) as [Verb, string][]).map(
  ([verb, words]) => [verb, new RegExp(`^${words.replaceAll(' ', '\\s+')}(?![\\w-]):?`, 'i')] as const,
);
const SILENCING: readonly string[] = ['disable-next-line', 'disable-line', 'disable', 'enable', 'disable-file'];
const CLOSING = '-->';

/** A steering comment as a fix writes it. */
export const commentOf = (verb: Verb, ...names: readonly string[]): string =>
  `<!-- opgavenwijzer: ${[WORDS[verb], ...names].join(' ')} -->`;

/**
 * Reads the steering comments. What stands behind ` -- ` in one, or behind a colon, is its reason.
 * @param comments where the HTML comments of the text stand, flat pairs of offsets
 */
export function readDirectives(text: string, comments: readonly number[]): (Directive | UnknownDirective)[] {
  const directives: (Directive | UnknownDirective)[] = [];
  for (let k = 0; k < comments.length; k += 2) {
    const from = comments[k]!;
    const comment = text.slice(from, comments[k + 1]!);
    const close = comment.indexOf(CLOSING, 4);
    // A comment that is never closed hides the rest of the text; it cannot mean what it says.
    const opening = close < 0 ? undefined : openingOf(comment.slice(0, close));
    if (!opening) continue;
    const { verb, length } = opening;
    const to = from + close + CLOSING.length;
    if (!isVerb(verb)) {
      directives.push({ verb, from, to });
      continue;
    }
    const rest = comment.slice(length, close);
    const reason = rest.search(/(?:^|\s)--|:(?=\s|$)/);
    const named = reason < 0 ? rest : rest.slice(0, reason);
    const codes = [...named.matchAll(/[^\s,]*[^\s,-][^\s,]*/g)].map((code) => {
      const start = from + length + code.index;
      return { code: code[0], from: start, to: start + code[0].length };
    });
    directives.push({ verb, codes, from, to });
  }
  return directives;
}

/** The verb of a comment of ours, and where it ends. */
function openingOf(comment: string): { readonly verb: string; readonly length: number } | undefined {
  const english = ENGLISH.exec(comment);
  if (english) return { verb: english[1]!, length: english[0].length };
  const prefix = DUTCH.exec(comment)?.[0].length;
  if (prefix === undefined) return undefined;
  const rest = comment.slice(prefix);
  for (const [verb, phrase] of PHRASES) {
    const found = phrase.exec(rest);
    if (found) return { verb, length: prefix + found[0].length };
  }
  return { verb: rest.trim(), length: prefix };
}

const isVerb = (verb: string): verb is Verb => verb in WORDS;

/** The same directive, `by` characters further on. */
export function movedDirective<T extends Directive | UnknownDirective>(directive: T, by: number): T {
  const moved = { ...directive, from: directive.from + by, to: directive.to + by };
  if (!isDirective(directive)) return moved;
  return { ...moved, codes: directive.codes.map(({ code, from, to }) => ({ code, from: from + by, to: to + by })) };
}

export const isDirective = (directive: Directive | UnknownDirective): directive is Directive => 'codes' in directive;

export const isVerdict = (verb: Verb): verb is Verdict => !SILENCING.includes(verb);
