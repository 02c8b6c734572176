/** Comments with which a writer silences a rule from inside a document: markdownlint's verbs with our prefix. */

export type Verb = 'disable-next-line' | 'disable-line' | 'disable' | 'enable' | 'disable-file';

/** A steering comment. Offsets into the text. */
export interface Directive {
  readonly verb: Verb;
  /** Rule codes it names; none means every rule. */
  readonly codes: readonly { readonly code: string; readonly from: number; readonly to: number }[];
  readonly from: number;
  readonly to: number;
}

/** A comment with our prefix and a verb that does not exist. */
export interface UnknownDirective {
  readonly verb: string;
  readonly from: number;
  readonly to: number;
}

/** Some write a third dash, as for comments in other tools. */
const OPENING = /^<!---?\s*opgavenwijzer-([\w-]*\w)/;
const CLOSING = '-->';
const VERBS: readonly string[] = ['disable-next-line', 'disable-line', 'disable', 'enable', 'disable-file'];

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
    const opening = OPENING.exec(comment);
    // A comment that is never closed hides the rest of the text; it cannot mean what it says.
    if (!opening || close < 0) continue;
    const verb = opening[1]!;
    const to = from + close + CLOSING.length;
    if (!VERBS.includes(verb)) {
      directives.push({ verb, from, to });
      continue;
    }
    const rest = comment.slice(opening[0].length, close);
    const reason = rest.search(/(?:^|\s)--|:(?=\s|$)/);
    const named = reason < 0 ? rest : rest.slice(0, reason);
    const codes = [...named.matchAll(/[^\s,]*[^\s,-][^\s,]*/g)].map((code) => {
      const start = from + opening[0].length + code.index;
      return { code: code[0], from: start, to: start + code[0].length };
    });
    directives.push({ verb: verb as Verb, codes, from, to });
  }
  return directives;
}

/** The same directive, `by` characters further on. */
export function movedDirective<T extends Directive | UnknownDirective>(directive: T, by: number): T {
  const moved = { ...directive, from: directive.from + by, to: directive.to + by };
  if (!isDirective(directive)) return moved;
  return { ...moved, codes: directive.codes.map(({ code, from, to }) => ({ code, from: from + by, to: to + by })) };
}

export const isDirective = (directive: Directive | UnknownDirective): directive is Directive => 'codes' in directive;
