import type { OptionalContentConfig } from 'pdfjs-dist/types/src/display/optional_content_config.js';
import { type Box, boxUnder, identity, type Matrix, multiply } from './drawing.js';
import type { Face, Glyph, Sheet } from './glyph.js';
import type { PdfDocument, PdfLibrary } from './library.js';
import { straightIn } from './rules.js';

type Page = Awaited<ReturnType<PdfDocument['getPage']>>;

/** What pdf.js tells of a letter that is shown; a bare number shifts what follows. */
interface ShownGlyph {
  unicode: string;
  width: number;
  isSpace: boolean;
  vmetric?: readonly number[];
}

interface LoadedFont {
  name?: string;
  bold?: boolean;
  black?: boolean;
  italic?: boolean;
  vertical?: boolean;
  fontMatrix?: readonly number[];
}

/** The state of drawing that matters for text. */
interface State {
  matrix: Matrix;
  font: LoadedFont;
  face: Face;
  size: number;
  charSpacing: number;
  wordSpacing: number;
  scale: number;
  leading: number;
  rise: number;
  mode: number;
  colour: string;
  opacity: number;
}

const noFace: Face = { name: '', bold: false, italic: false };

/** Reads what is drawn on a page, letter by letter. */
export async function readSheet(library: PdfLibrary, page: Page, layers: OptionalContentConfig): Promise<Sheet> {
  const view = page.getViewport({ scale: 1 });
  const list = await page.getOperatorList({ annotationMode: library.AnnotationMode.DISABLE });
  const fonts = new Set(
    list.fnArray.flatMap((what, at) => (what === library.OPS.setFont ? [list.argsArray[at][0]] : [])),
  );
  // What is drawn may come before the fonts that it is drawn with: without these nothing is bold.
  for (const name of fonts) await new Promise((loaded) => page.commonObjs.get(name, loaded));
  const pen = new Pen(view.transform as unknown as Matrix, layers, (name) => {
    try {
      return page.commonObjs.get(name) as LoadedFont;
    } catch {
      return {}; // A font that could not be read: its letters have their widths all the same.
    }
  });
  const actions = actionsOf(library.OPS, pen);
  for (const [at, operator] of list.fnArray.entries()) actions.get(operator)?.(list.argsArray[at] ?? []);
  page.cleanup();
  return {
    page: page.pageNumber,
    width: view.width,
    height: view.height,
    glyphs: pen.visible(),
    dots: pen.dots,
    pictures: pen.pictures,
    rules: pen.rules,
  };
}

type Arguments = readonly unknown[];

function actionsOf(ops: PdfLibrary['OPS'], pen: Pen): Map<number, (args: Arguments) => void> {
  const numbers = (args: Arguments): number[] => args.map(Number);
  const matrix = (value: unknown): Matrix => Array.from(value as ArrayLike<number>) as unknown as Matrix;
  const actions: readonly (readonly [number, (args: Arguments) => void])[] = [
    [ops.save, () => pen.save()],
    [ops.restore, () => pen.restore()],
    [ops.transform, (args) => pen.transform(matrix(args))],
    [ops.paintFormXObjectBegin, ([form]) => pen.save(form ? matrix(form) : identity)],
    [ops.paintFormXObjectEnd, () => pen.restore()],
    [ops.beginGroup, ([group]) => pen.beginGroup((group as { smask?: unknown } | undefined)?.smask)],
    [ops.endGroup, () => pen.endGroup()],
    [ops.beginMarkedContent, () => pen.beginContent('', undefined)],
    [ops.beginMarkedContentProps, ([tag, properties]) => pen.beginContent(String(tag), properties)],
    [ops.endMarkedContent, () => pen.endContent()],
    [ops.beginText, () => pen.setTextMatrix(identity)],
    [ops.setTextMatrix, (args) => pen.setTextMatrix(matrix(args.length === 1 ? args[0] : args))],
    [ops.moveText, (args) => pen.moveText(Number(args[0]), Number(args[1]))],
    [ops.setLeadingMoveText, (args) => pen.moveText(Number(args[0]), Number(args[1]), -Number(args[1]))],
    [ops.nextLine, () => pen.nextLine()],
    [ops.setFont, ([name, size]) => pen.setFont(String(name), Number(size))],
    [ops.setCharSpacing, (args) => pen.set('charSpacing', numbers(args)[0])],
    [ops.setWordSpacing, (args) => pen.set('wordSpacing', numbers(args)[0])],
    [ops.setHScale, (args) => pen.set('scale', Number(args[0]) / 100)],
    [ops.setLeading, (args) => pen.set('leading', numbers(args)[0])],
    [ops.setTextRise, (args) => pen.set('rise', numbers(args)[0])],
    [ops.setTextRenderingMode, (args) => pen.set('mode', numbers(args)[0])],
    [ops.setFillRGBColor, ([colour]) => pen.setColour(String(colour))],
    [ops.setFillTransparent, () => pen.setColour('transparent')],
    [ops.setFillColorN, () => pen.setColour('pattern')],
    [ops.setGState, ([entries]) => pen.setOpacity(entries as readonly (readonly [string, unknown])[])],
    [
      ops.constructPath,
      ([kind, data, bounds]) =>
        pen.path(Number(kind), (data as Arguments)[0], bounds as ArrayLike<number> | undefined, ops),
    ],
    [ops.showText, ([glyphs]) => pen.show(glyphs as readonly (ShownGlyph | number | null)[])],
  ];
  return new Map(actions);
}

/** Follows the drawing of a page and keeps the letters. */
class Pen {
  private readonly glyphs: Glyph[] = [];
  readonly dots: Box[] = [];
  readonly pictures: Box[] = [];
  readonly rules: Box[] = [];
  private readonly painted: Box[] = [];
  private readonly stack: { state: State; silent: boolean }[] = [];
  private readonly contents: boolean[] = [];
  private masks = 0;
  private groups: boolean[] = [];
  private silent = false;
  private text: Matrix = identity;
  private x = 0;
  private y = 0;
  private lineX = 0;
  private lineY = 0;
  private state: State;

  constructor(
    base: Matrix,
    private readonly layers: OptionalContentConfig,
    private readonly fontNamed: (name: string) => LoadedFont,
  ) {
    this.state = {
      matrix: base,
      font: {},
      face: noFace,
      size: 0,
      charSpacing: 0,
      wordSpacing: 0,
      scale: 1,
      leading: 0,
      rise: 0,
      mode: 0,
      colour: '#000000',
      opacity: 1,
    };
  }

  save(form?: Matrix): void {
    this.stack.push({ state: { ...this.state }, silent: this.silent });
    this.silent = false;
    if (form) this.state.matrix = multiply(this.state.matrix, form);
  }

  restore(): void {
    const saved = this.stack.pop();
    if (!saved) return;
    // A place that is made and left without drawing: a picture stood there, which pdf.js has left out.
    if (this.silent) {
      const box = boxUnder(this.state.matrix, 0, 0, 1, 1);
      this.painted.push(box);
      this.pictures.push(box);
    }
    this.state = saved.state;
    this.silent = false;
  }

  transform(matrix: Matrix): void {
    this.state.matrix = multiply(this.state.matrix, matrix);
    this.silent = true;
  }

  beginGroup(mask: unknown): void {
    this.save();
    this.groups.push(Boolean(mask));
    if (mask) this.masks++;
  }

  endGroup(): void {
    if (this.groups.pop()) this.masks--;
    this.restore();
  }

  beginContent(tag: string, properties: unknown): void {
    this.contents.push(tag !== 'OC' || this.layers.isVisible(properties as never));
  }

  endContent(): void {
    this.contents.pop();
  }

  setTextMatrix(matrix: Matrix): void {
    this.text = matrix;
    this.x = this.y = this.lineX = this.lineY = 0;
  }

  moveText(x: number, y: number, leading = this.state.leading): void {
    this.state.leading = leading;
    this.x = this.lineX += x;
    this.y = this.lineY += y;
  }

  nextLine(): void {
    this.moveText(0, -this.state.leading);
  }

  set(key: 'charSpacing' | 'wordSpacing' | 'scale' | 'leading' | 'rise' | 'mode', value: number | undefined): void {
    this.state[key] = value ?? 0;
  }

  setColour(colour: string): void {
    this.state.colour = colour;
  }

  setOpacity(entries: readonly (readonly [string, unknown])[]): void {
    for (const [key, value] of entries) {
      if (key === 'ca') this.state.opacity = Number(value);
      if (key === 'Font') this.setFont(String((value as Arguments)[0]), Number((value as Arguments)[1]));
    }
  }

  setFont(name: string, size: number): void {
    const font = this.fontNamed(name) ?? {};
    this.state.font = font;
    this.state.size = size;
    this.state.face = faceOf(font);
  }

  path(kind: number, path: unknown, bounds: ArrayLike<number> | undefined, ops: PdfLibrary['OPS']): void {
    this.silent = false;
    if (kind === ops.endPath || !bounds || this.state.opacity === 0) return;
    const box = boxUnder(this.state.matrix, bounds[0]!, bounds[1]!, bounds[2]!, bounds[3]!);
    const stroked = kind === ops.stroke || kind === ops.closeStroke;
    const inked = stroked || this.state.colour !== '#ffffff';
    if (isDot(box)) this.dots.push(box);
    else if (!stroked && inked) this.painted.push(box);
    if (!inked || !(path instanceof Float32Array)) return;
    for (const rule of straightIn(this.state.matrix, path, stroked)) this.rules.push(rule);
  }

  show(shown: readonly (ShownGlyph | number | null)[]): void {
    this.silent = false;
    const { font, size, charSpacing, wordSpacing, scale, rise } = this.state;
    const unit = size * (font.fontMatrix?.[0] ?? 0.001);
    let along = 0;
    for (const glyph of shown) {
      if (glyph === null) continue;
      if (typeof glyph === 'number') {
        along += ((font.vertical ? 1 : -1) * glyph * size) / 1000;
        continue;
      }
      const spacing = charSpacing + (glyph.isSpace ? wordSpacing : 0);
      const width = font.vertical ? -(glyph.vmetric?.[0] ?? glyph.width) * unit : glyph.width * unit;
      const [x, y] = font.vertical ? [0, along] : [along * scale, 0];
      this.put(glyph.unicode, this.x + x, this.y + y + rise, width * scale);
      along += width + spacing;
    }
    if (font.vertical) this.y -= along;
    else this.x += along * scale;
  }

  private put(text: string, x: number, y: number, width: number): void {
    if (this.masks > 0 || this.contents.includes(false) || this.state.opacity === 0) return;
    const matrix = multiply(this.state.matrix, this.text);
    const stretch = Math.hypot(matrix[0], matrix[1]);
    const turn = (Math.round(Math.atan2(matrix[1], matrix[0]) / (Math.PI / 2)) + 4) % 4;
    this.glyphs.push({
      text,
      x: matrix[0] * x + matrix[2] * y + matrix[4],
      y: matrix[1] * x + matrix[3] * y + matrix[5],
      width: width * stretch,
      size:
        Math.abs(this.state.size) *
        Math.hypot(matrix[2], matrix[3]) *
        ((this.state.font.fontMatrix?.[3] ?? 0.001) * 1000),
      turn,
      face: this.state.mode === 2 ? { ...this.state.face, bold: true } : this.state.face,
      colour: this.state.colour,
      inkless: this.state.mode === 3 || this.state.mode === 7 || this.state.colour === 'transparent',
    });
  }

  /** The letters that a reader sees: not those in white on nothing. */
  visible(): Glyph[] {
    return this.glyphs.filter(
      ({ colour, x, y, inkless }) =>
        colour !== '#ffffff' ||
        inkless ||
        this.painted.some((box) => x >= box.left - 2 && x <= box.right + 2 && y >= box.top - 2 && y <= box.bottom + 2),
    );
  }
}

/** Whether a shape has the size of a bullet. */
function isDot({ left, top, right, bottom }: Box): boolean {
  const [width, height] = [right - left, bottom - top];
  return width > 1.5 && width < 9 && height > 1.5 && height < 9 && width / height > 0.6 && width / height < 1.7;
}

const bold = /bold|black|heavy|semi-?b|demi|[-,](?:bd|blk|hv|sb)(?![a-z])/i;
const italic = /italic|oblique|kursiv|[-,a-z](?:It|Obl)(?![a-z])|[-,]it(?![a-z])/;

function faceOf(font: LoadedFont): Face {
  const name = (font.name ?? '').replace(/^[A-Z]{6}\+/, '');
  return {
    name,
    bold: font.bold === true || font.black === true || bold.test(name),
    italic: font.italic === true || italic.test(name) || /italic|oblique/i.test(name),
  };
}
