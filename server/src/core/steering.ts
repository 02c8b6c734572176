import { isMap, isScalar, isSeq, parseDocument } from 'yaml';

/**
 * How a writer steers the tool from inside a document: comments that silence a rule (markdownlint's verbs with our
 * prefix) and front matter that says what the programme deliberately leaves out.
 */

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

const OPENING = /^<!--\s*opgavenwijzer-([\w-]*\w)/;
const CLOSING = '-->';
const VERBS: readonly string[] = ['disable-next-line', 'disable-line', 'disable', 'enable', 'disable-file'];

/**
 * Reads the steering comments. What stands behind ` -- ` in one is its reason.
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
    const reason = rest.search(/(?:^|\s)--/);
    const named = reason < 0 ? rest : rest.slice(0, reason);
    const codes = [...named.matchAll(/[^\s,]+/g)].map((code) => {
      const start = from + opening[0].length + code.index;
      return { code: code[0], from: start, to: start + code[0].length };
    });
    directives.push({ verb: verb as Verb, codes, from, to });
  }
  return directives;
}

export const isDirective = (directive: Directive | UnknownDirective): directive is Directive => 'codes' in directive;

/** An opgave that is deliberately left out. Offsets of the id in the text, so that an unknown one can be pointed at. */
export interface LeftOut {
  readonly id: string;
  readonly reason: string;
  readonly from: number;
  readonly to: number;
}

/** An opgave of which the writer says that words that seem to take it up do not. Offsets of the id in the text. */
export interface NotTakenUp {
  readonly id: string;
  readonly from: number;
  readonly to: number;
}

export interface FrontMatter {
  readonly leftOut: readonly LeftOut[];
  readonly notTakenUp: readonly NotTakenUp[];
  /** A fault in the YAML, in words for the writer. */
  readonly fault?: { readonly message: string; readonly from: number; readonly to: number };
}

const NO_FRONT_MATTER: FrontMatter = { leftOut: [], notTakenUp: [] };

/**
 * Reads what concerns us from the front matter:
 *
 *     opgavenwijzer:
 *       bewust-niet:
 *         stadsrandwijken: Wij kiezen eerst voor de binnenstad.
 *       niet-opgepakt: [functies-combineren]
 *
 * @param end offset past the front matter
 */
export function readFrontMatter(text: string, end: number): FrontMatter {
  const yaml = text.slice(0, end);
  if (!yaml.includes('opgavenwijzer')) return NO_FRONT_MATTER;
  const from = yaml.indexOf('\n') + 1;
  const body = yaml.slice(from).replace(/(?:---|\.\.\.)[ \t]*\r?\n?$/, '');
  const document = parseDocument(body, { logLevel: 'silent' });
  const error = document.errors[0];
  if (error) {
    const at = from + error.pos[0];
    return {
      ...NO_FRONT_MATTER,
      fault: { message: error.message.split('\n')[0]!, from: at, to: Math.max(at, from + error.pos[1]) },
    };
  }
  const leftOut: LeftOut[] = [];
  const left = document.getIn(['opgavenwijzer', 'bewust-niet'], true);
  for (const { key, value } of isMap(left) ? left.items : []) {
    const place = placeOf(key, from);
    const reason = isScalar(value) && value.value !== null ? String(value.value) : '';
    if (place) leftOut.push({ ...place, reason });
  }
  const not = document.getIn(['opgavenwijzer', 'niet-opgepakt'], true);
  const notTakenUp = (isSeq(not) ? not.items : []).flatMap((item) => placeOf(item, from) ?? []);
  return { leftOut, notTakenUp };
}

function placeOf(node: unknown, base: number): NotTakenUp | undefined {
  if (!isScalar(node) || !node.range) return undefined;
  return { id: String(node.value), from: base + node.range[0], to: base + node.range[1] };
}
