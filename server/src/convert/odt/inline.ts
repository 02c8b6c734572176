import type { Element, ElementContent } from 'hast';
import type { Element as Xml } from 'xast';
import { elementOf } from '../hast.js';
import { childOf } from '../xml.js';
import type { Style, Styles } from './styles.js';

/** What stands in a paragraph and is no text of it. */
const DROPPED =
  /^(?:office:annotation|office:annotation-end|text:(?:hidden-text|hidden-paragraph|page-number|page-count|page-continuation|change|change-start|change-end|note-citation|ruby-text|toc-mark.*|alphabetical-index-mark.*|user-index-mark.*)|draw:(?:image|object|object-ole|plugin|applet|control)|office:event-listeners|svg:(?:title|desc)|loext:(?!content-control$).*)$/;

interface Inline {
  readonly children: ElementContent[];
  /** The blocks in boxes that hang on the paragraph: they follow it. */
  readonly boxes: Element[];
  /** How its pieces of text look. */
  readonly looks: Style[];
}

/** Makes HTML of what stands in a paragraph. */
export class InlineReader {
  readonly notes: Element[] = [];

  constructor(
    private readonly styles: Styles,
    private readonly readBlocks: (parent: Xml) => Element[],
  ) {}

  read(paragraph: Xml, style: Style): Inline {
    const inline: Inline = { children: [], boxes: [], looks: [] };
    inline.children.push(...this.#nodes(paragraph, style, inline));
    return inline;
  }

  #nodes(parent: Xml, style: Style, inline: Inline): ElementContent[] {
    return parent.children.flatMap((child) => {
      if (child.type === 'element') return this.#element(child, style, inline);
      if (child.type !== 'text' || style.hidden) return [];
      if (child.value.trim() !== '') inline.looks.push(style);
      return [{ type: 'text' as const, value: child.value }];
    });
  }

  #element(element: Xml, style: Style, inline: Inline): ElementContent[] {
    const { name, attributes } = element;
    if (DROPPED.test(name)) return [];
    switch (name) {
      case 'text:s':
        return [{ type: 'text', value: ' ' }];
      case 'text:tab':
        return [{ type: 'text', value: '\t' }];
      case 'text:line-break':
        return [elementOf('br', [])];
      case 'text:note':
        return this.#note(element);
      case 'text:bookmark':
      case 'text:bookmark-start':
        return [elementOf('a', [], { id: attributes['text:name'] ?? '' })];
      case 'text:a':
        return [elementOf('a', this.#nodes(element, style, inline), { href: attributes['xlink:href'] ?? '' })];
      case 'draw:text-box':
      case 'draw:custom-shape':
      case 'draw:rect':
      case 'draw:ellipse':
        inline.boxes.push(...this.readBlocks(element));
        return [];
      case 'text:span':
        return this.#span(element, style, inline);
      default:
        // A field, a frame: what is in it.
        return this.#nodes(element, style, inline);
    }
  }

  #span(element: Xml, around: Style, inline: Inline): ElementContent[] {
    const style = this.styles.text(element.attributes['text:style-name'], around);
    const children = this.#nodes(element, style, inline);
    const slanted = style.italic && !around.italic ? [elementOf('em', children)] : children;
    return style.bold && !around.bold ? [elementOf('strong', slanted)] : slanted;
  }

  #note(element: Xml): ElementContent[] {
    const body = childOf(element, 'text:note-body');
    const id = `${this.notes.length + 1}`;
    const note = elementOf('footnote-note', [], { id });
    this.notes.push(note);
    if (body) note.children = this.readBlocks(body);
    return [elementOf('footnote-mark', [], { id })];
  }
}
