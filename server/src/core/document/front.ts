import { type Citation, findCitations } from '../markdown/citation.js';
import { type Directive, readDirectives, type UnknownDirective } from '../markdown/directives.js';
import { citingParts, type FrontMatter, readFrontMatter } from '../markdown/front-matter.js';
import { type Head, readHead } from '../markdown/head.js';
import { type Lines, linesOf } from '../markdown/lines.js';

/** The front matter with its closing line; empty where there is none. */
export class Front {
  readonly lines: Lines;
  private read: FrontMatter | undefined;
  private place: Head | undefined;
  private readonly cited = new Map<string, readonly Citation[]>();

  constructor(readonly text: string) {
    this.lines = linesOf(text);
  }

  /** It is all there is, and no line break ends it. */
  get isOpen(): boolean {
    return this.text !== '' && this.lines.at(-1) !== this.text.length;
  }

  get matter(): FrontMatter {
    this.read ??= readFrontMatter(this.text, this.text.length);
    return this.read;
  }
  get head(): Head {
    this.place ??= readHead(this.text);
    return this.place;
  }

  /** The citations of a study in it; they stand in no block. */
  citations(key: string): readonly Citation[] {
    if (!this.text.includes('@')) return [];
    const known = this.cited.get(key);
    if (known) return known;
    const found = findCitations(this.text, [], key, citingParts(this.text));
    const cited = found.map((citation) => ({ ...citation, block: -1 }));
    this.cited.set(key, cited);
    return cited;
  }

  /** The comments above it that steer what is said of the document. */
  get directives(): readonly (Directive | UnknownDirective)[] {
    const comments = [...this.text.slice(0, this.head.yaml?.from).matchAll(/<!--[\s\S]*?-->/g)];
    return readDirectives(
      this.text,
      comments.flatMap(({ 0: comment, index }) => [index, index + comment.length]),
    );
  }
}
