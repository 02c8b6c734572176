import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A word that was coded by itself, by someone who knows what it means: there is no text around it. */
export interface CodedWord {
  /** Folded, the commonest first. */
  readonly forms: readonly string[];
  /** By number of the inventory how many of the passages that have it among their main words are about that; 0 where none is given. */
  readonly shares: ReadonlyMap<string, number>;
}

/** What the strengths stand for: sometimes, often, nearly always. */
const SHARES = [0, 0.2, 0.5, 0.85];

/**
 * Reads the words of `folder`, a file a letter; see test/corpus/README.md.
 * @returns also the words that point at nothing, which teach as well
 */
export function readCodedWords(folder: string): CodedWord[] {
  return readdirSync(folder)
    .sort()
    .flatMap((file) => readFileSync(join(folder, file), 'utf8').trimEnd().split(/\r?\n/).slice(1))
    .map((line) => {
      const [word, forms, themes, opgaven] = line.split('\t') as [string, string?, string?, string?];
      return { forms: [word, ...listOf(forms)], shares: new Map([...listOf(themes), ...listOf(opgaven)].map(shareOf)) };
    });
}

const listOf = (cell = ''): string[] => cell.split(',').filter(Boolean);

function shareOf(code: string): [number: string, share: number] {
  const [number, strength] = code.split(':') as [string, string];
  return [number, SHARES[Number(strength)]!];
}
