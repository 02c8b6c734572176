/** Texts to measure with: real programmes, varied to any size, the same each time. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A small generator of random numbers in [0, 1): the same seed gives the same text on any machine. */
export function random(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** A word that makes up the middle of compounds and of what is met once in a programme. */
const LONG_WORD = /(?<![\p{L}\d/@:.-])\p{Ll}{8,}(?![\p{L}\d/@:.-])/gu;

/**
 * Programmes from which texts are made. A text is their sections in another order. Where they are used up they come again,
 * and the long words that they hold once then become other compounds, so that new words keep coming as they do in real text: a
 * megabyte has some 12,000 forms.
 */
export class Texts {
  /** @param {string[]} folders with Markdown; each may hold folders with more */
  constructor(folders) {
    this.files = folders.flatMap((folder) =>
      readdirSync(folder, { recursive: true })
        .filter((name) => name.endsWith('.md') && !/(^|[\\/])README\.md$/.test(name))
        .sort()
        .map((name) => join(folder, name)),
    );
    const programmes = this.files.map((file) => readFileSync(file, 'utf8').replace(/^---\n[\s\S]*?\n---\n/, ''));
    this.sections = programmes.flatMap((text) => text.trim().split(/\n+(?=#+ )/));
    const counts = new Map();
    for (const [word] of programmes.join('\n').matchAll(LONG_WORD)) counts.set(word, (counts.get(word) ?? 0) + 1);
    this.rare = [...counts].flatMap(([word, count]) => (count === 1 ? [word] : []));
    this.isRare = new Set(this.rare);
  }

  /** Markdown of just over `size` characters. */
  prose(size, seed = 1) {
    const next = random(seed);
    const one = (items) => items[Math.floor(next() * items.length)];
    const compound = (word) => word.slice(0, word.length >> 1) + one(this.rare).slice(-5);
    const varied = (text) => text.replace(LONG_WORD, (word) => (this.isRare.has(word) ? compound(word) : word));
    const parts = [];
    let length = 0;
    for (let round = 0; length < size; round++) {
      const rest = [...this.sections];
      while (rest.length > 0 && length < size) {
        const at = Math.floor(next() * rest.length);
        const [section] = rest.splice(at, 1);
        const text = (round === 0 ? section : varied(section)).slice(0, Math.max(200, size - length));
        parts.push(text);
        length += text.length + 2;
      }
    }
    return `${parts.join('\n\n')}\n`;
  }

  /** So many programmes as a region has, of several sizes. */
  programmes(count = 21) {
    return Array.from({ length: count }, (_, i) => this.prose(20_000 + ((i * 7) % count) * 6000, 100 + i));
  }

  /** One top-level block of so many characters, of each kind that holds much text. */
  blocks(size) {
    const prose = this.prose(2 * size, 8);
    const sentences = prose
      .replace(/^(?:#+|[-*>]|\d+\.|\|).*$/gm, '')
      .split(/\n+|(?<=[.!?]) /)
      .filter((sentence) => sentence.length > 40);
    const text = sentences.join(' ').slice(0, size);
    const rows = sentences.slice(0, 1000).map((sentence) => `| ${sentence.replaceAll('|', ' ')} | woningtekort |`);
    return {
      'alinea op één regel': text,
      'alinea in regels': sentences.join('\n').slice(0, size),
      'genummerd punt': `1. ${text}`,
      'tabel van 1.000 rijen': `| wat | waarover |\n|---|---|\n${rows.join('\n')}\n`,
    };
  }
}
