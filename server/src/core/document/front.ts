import { type FrontMatter, readFrontMatter } from '../markdown/front-matter.js';
import { type Lines, linesOf } from '../markdown/lines.js';

/** The front matter with its closing line; empty where there is none. */
export class Front {
  readonly lines: Lines;
  private read: FrontMatter | undefined;

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
}
