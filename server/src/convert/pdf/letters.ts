import type { Glyph, Sheet } from './glyph.js';

/** Bullets that symbol fonts put in the private range of Unicode, and what stands for them. */
const symbols = new Map([
  ['\uf0b7', '•'],
  ['\uf0a7', '▪'],
  ['\uf0a8', '▪'],
  ['\uf0d8', '➢'],
  ['\uf0fc', '✓'],
  ['\uf0e0', '→'],
  ['\uf02d', '-'],
]);

/** The letter as it is written: ligatures apart, bullets of symbol fonts by their sign, without what is no text. */
function written(text: string): string {
  return text
    .replace(/[\ufb00-\ufb06\u0132\u0133]/g, (ligature) => ligature.normalize('NFKC'))
    .replace(/[\ue000-\uf8ff]/g, (sign) => symbols.get(sign) ?? '')
    .replace(/[\u00a0\u2000-\u200a\u202f\u3000\t]/g, ' ')
    .replace(/(?!\u00ad)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\ufffd\uffff]/gu, '');
}

/** Whether a letter stands for a little picture, of which the font does not say which: a tick, a square, a hand. */
function isPicture({ text, face }: Glyph): boolean {
  return /dingbat|webding/i.test(face.name) && /^[!-~]$/.test(text);
}

/** The letters of a page that are to be read: on the page, with ink where there is any, and each only once. */
export function readable(sheet: Sheet): Glyph[] {
  const onPage = sheet.glyphs
    .filter(
      ({ x, y, width, size }) => x + width > 0 && x < sheet.width && y > 0 && y - size / 2 < sheet.height && size > 0.5,
    )
    .map((glyph) => ({ ...glyph, text: isPicture(glyph) ? '•' : written(glyph.text) }))
    .filter(({ text }) => text !== '');
  const inked = onPage.filter(({ inkless }) => !inkless);
  // Text without ink over a picture is what text recognition read there. It counts where it is (nearly) all there is.
  return once(inked.length * 4 < onPage.length ? onPage.filter(({ inkless }) => inkless) : inked);
}

/** Text that is drawn twice in (nearly) one place, for weight or shadow, is bold text that stands there once. */
function once(glyphs: readonly Glyph[]): Glyph[] {
  const seen = new Map<string, Glyph[]>();
  const kept: Glyph[] = [];
  for (const glyph of glyphs) {
    if (glyph.text === ' ') {
      kept.push(glyph);
      continue;
    }
    const near = glyph.size * 0.12;
    const column = Math.round(glyph.x / 4);
    const row = Math.round(glyph.y / 4);
    const twin = neighbours(column, row)
      .flatMap((key) => seen.get(`${glyph.text}${key}`) ?? [])
      .find(
        (other) =>
          Math.abs(other.x - glyph.x) <= near &&
          Math.abs(other.y - glyph.y) <= near &&
          Math.abs(other.size - glyph.size) <= near,
      );
    if (twin) continue;
    const key = `${glyph.text}${column},${row}`;
    seen.set(key, [...(seen.get(key) ?? []), glyph]);
    kept.push(glyph);
  }
  return kept;
}

function neighbours(column: number, row: number): string[] {
  const keys: string[] = [];
  for (let x = column - 1; x <= column + 1; x++) for (let y = row - 1; y <= row + 1; y++) keys.push(`${x},${y}`);
  return keys;
}

/** The letters of a page by the way they run: the way of most of them first, each as if it ran from left to right. */
export function byTurn(glyphs: readonly Glyph[], sheet: Sheet): Glyph[][] {
  const turns = [0, 1, 2, 3].map((turn) => glyphs.filter((glyph) => glyph.turn === turn));
  return turns
    .map((turned, turn) => turned.map((glyph) => upright(glyph, turn, sheet)))
    .filter(({ length }) => length > 0)
    .sort((a, b) => b.length - a.length);
}

function upright(glyph: Glyph, turn: number, { width, height }: Sheet): Glyph {
  if (turn === 1) return { ...glyph, x: glyph.y, y: width - glyph.x };
  if (turn === 2) return { ...glyph, x: width - glyph.x, y: height - glyph.y };
  if (turn === 3) return { ...glyph, x: height - glyph.y, y: glyph.x };
  return glyph;
}
