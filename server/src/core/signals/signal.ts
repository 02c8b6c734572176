/**
 * The notation in which signals are written; docs/signalen.md is its reference.
 *
 *   regel    = signaal { "," signaal } | "@" naam "=" rij { "|" rij }
 *   signaal  = [ "?" ] rij { "~" rij } { "!" rij }
 *   rij      = woord { woord }
 *   woord    = stam | stam "*" | "*" stam | "*" stam "*" | '"' vorm { vorm } '"' | "(" rij { "|" rij } ")" | "@" naam
 */

/** How a word of a signal meets a word of the text. */
export type AtomKind = 'word' | 'prefix' | 'suffix' | 'infix' | 'form';

/** One word of a signal: a stem and how it is met. */
export interface Atom {
  readonly kind: AtomKind;
  /** Folded: lower case, without diacritics, hyphens and apostrophes. */
  readonly text: string;
}

/** Words that follow each other in the text. */
export type Phrase = readonly Atom[];

/** Phrases of which one is enough. */
export type Group = readonly Phrase[];

export interface Signal {
  /** As written, for explanations. */
  readonly source: string;
  readonly weak: boolean;
  /** What it says for its label, in log-odds, where that follows from its words. */
  readonly weight?: number;
  /** It is what the title of its part names first, or another word of the writer for that. */
  readonly isObject?: boolean;
  /** Groups that all stand near each other. */
  readonly near: readonly Group[];
  /** Phrases of which none may stand in the sentence. */
  readonly not: readonly Phrase[];
}

/** A fault in the notation; line and column are zero-based within the text that was parsed. */
export class SignalSyntaxError extends Error {
  constructor(
    message: string,
    readonly line: number,
    readonly column: number,
  ) {
    super(message);
  }
}

/**
 * Lower case without diacritics; hyphens fall away, and so does the `'s` of a plural. The same folding as that of the
 * words of a text: see words.ts.
 */
export function fold(text: string): string {
  const lower = text.toLowerCase();
  if (/^[a-z0-9]*$/.test(lower)) return lower;
  return lower
    .replace(/ß/g, 'ss')
    .normalize('NFKD')
    .replace(/(?<=[\p{L}\p{N}])['’]\p{L}{1,2}(?![\p{L}\p{N}])/gu, '')
    .replace(/[\p{M}'’\-‐‑\u00AD]/gu, '');
}

/** Parses a block of signals, as it stands under an id in the data. Throws {@link SignalSyntaxError}. */
export function parseSignals(block: string): Signal[] {
  const signals: Signal[] = [];
  const lists = new Map<string, readonly Phrase[]>();
  for (const [line, text] of block.split(/\r?\n/).entries()) {
    if (/^\s*(#|$)/.test(text)) continue;
    signals.push(...new LineParser(text, line, lists).parse());
  }
  return signals;
}

/** More combinations of alternatives than this in one row is a slip of the pen. */
const MAX_PHRASES = 256;
const MAX_OPEN = 20;

const STEM = /^(\*?)([\p{L}\p{N}'’‐‑-]+)(\*?)/u;
const WORD = /[\p{L}\p{N}'’‐‑-]+/gu;
const NAME = /^@([\p{L}\p{N}-]+)/u;
const DEFINITION = new RegExp(`${NAME.source}[ \\t]*=`, 'u');

const exactly = (text: string): Atom => ({ kind: 'form', text });

class LineParser {
  private at = 0;
  /** Where the signal begins that is being read, and how many brackets are open in it. */
  private start = 0;
  private open = 0;
  constructor(
    private readonly text: string,
    private readonly line: number,
    /** What lines above it have named. */
    private readonly lists: Map<string, readonly Phrase[]>,
  ) {}

  parse(): Signal[] {
    this.skipSpace();
    return DEFINITION.test(this.text.slice(this.at)) ? this.definition() : this.signals();
  }

  /** A list that signals below it use by name; no signal itself. */
  private definition(): [] {
    const start = this.at;
    const name = this.name();
    if (this.lists.has(name)) this.fail(`‘@${name}’ staat er al`, start);
    this.take('=');
    this.start = this.at;
    this.lists.set(name, this.alternatives());
    this.end();
    return [];
  }

  private signals(): Signal[] {
    const signals: Signal[] = [];
    do {
      this.skipSpace();
      // A comma at the end of a line is a habit, not a fault.
      if (this.at >= this.text.length && signals.length > 0) break;
      signals.push(this.signal());
    } while (this.take(','));
    this.end();
    return signals;
  }

  private end(): void {
    if (this.at < this.text.length) this.fail(`onverwacht teken ‘${this.text[this.at]}’`);
  }

  private name(): string {
    const [all, name] = NAME.exec(this.text.slice(this.at)) ?? this.fail('achter een @ hoort een naam');
    this.at += all.length;
    return name!;
  }

  private signal(): Signal {
    this.skipSpace();
    const start = this.at;
    this.start = start;
    const weak = this.take('?');
    const near = [this.row()];
    while (this.take('~')) near.push(this.row());
    const not: Phrase[] = [];
    while (this.take('!')) not.push(...this.row());
    return { source: this.text.slice(start, this.at).trim(), weak, near, not };
  }

  /** A row of words, as the phrases that its alternatives make. */
  private row(): Phrase[] {
    const parts: (readonly Phrase[])[] = [];
    for (;;) {
      this.skipSpace();
      const next = this.text[this.at];
      if (next === undefined || ',~!|)'.includes(next)) break;
      parts.push(this.word());
    }
    if (parts.length === 0) this.fail('hier hoort een woord');
    const combinations = parts.reduce((count, part) => count * part.length, 1);
    if (combinations > MAX_PHRASES) this.fail(`te veel combinaties (${combinations}); splits het signaal`, this.start);
    return product(parts).map((combination) => combination.flat());
  }

  private alternatives(): Phrase[] {
    const alternatives = [...this.row()];
    while (this.take('|')) alternatives.push(...this.row());
    if (alternatives.length > MAX_PHRASES)
      this.fail(`te veel combinaties (${alternatives.length}); splits het signaal`, this.start);
    return alternatives;
  }

  private word(): readonly Phrase[] {
    const start = this.at;
    if (this.take('(')) {
      if (++this.open > MAX_OPEN) this.fail('er staan te veel haakjes in elkaar', start);
      const alternatives = this.alternatives();
      if (!this.take(')')) this.fail('een haakje is niet gesloten', start);
      this.open--;
      return alternatives;
    }
    if (this.text[this.at] === '@') {
      const name = this.name();
      return this.lists.get(name) ?? this.fail(`een lijst ‘@${name}’ staat hierboven niet`, start);
    }
    if (this.text[this.at] === '"') {
      const end = this.text.indexOf('"', this.at + 1);
      if (end < 0) this.fail('een aanhalingsteken is niet gesloten', start);
      const form = this.text.slice(this.at + 1, end);
      this.at = end + 1;
      const atoms = (form.match(WORD) ?? []).map((word) => exactly(fold(word))).filter(({ text }) => text !== '');
      if (atoms.length === 0) this.fail('tussen aanhalingstekens staat geen woord', start);
      return [atoms];
    }
    const match = STEM.exec(this.text.slice(this.at));
    if (!match) this.fail(`onverwacht teken ‘${this.text[this.at]}’`);
    const [all, before, stem, after] = match as unknown as [string, string, string, string];
    this.at += all.length;
    const text = fold(stem);
    if (text === '') this.fail(`‘${all}’ is geen woord`, start);
    if (text.length < 2 && (before || after)) this.fail(`‘${all}’ is te kort voor een sterretje`, start);
    const kindOf = (word: string): AtomKind =>
      before && after ? 'infix' : before ? 'suffix' : after ? 'prefix' : word.length < 2 ? 'form' : 'word';
    const whole: Phrase = [{ kind: kindOf(text), text }];
    // What is written with hyphens is also written as words apart: zon-op-dak, zon op dak.
    const parts = stem.split(/[-‐‑]/).map(fold);
    const last = parts.at(-1)!;
    if (parts.length < 2 || before || parts.includes('') || (after && last.length < 3)) return [whole];
    return [whole, [...parts.slice(0, -1).map(exactly), { kind: kindOf(last), text: last }]];
  }

  private skipSpace(): void {
    while (this.text[this.at] === ' ' || this.text[this.at] === '\t') this.at++;
  }

  private take(character: string): boolean {
    this.skipSpace();
    if (this.text[this.at] !== character) return false;
    this.at++;
    return true;
  }

  private fail(message: string, column = this.at): never {
    throw new SignalSyntaxError(message, this.line, column);
  }
}

/** Every way to take one element of each list. */
function product<T>(lists: readonly (readonly T[])[]): T[][] {
  let rows: T[][] = [[]];
  for (const list of lists) rows = rows.flatMap((row) => list.map((item) => [...row, item]));
  return rows;
}
