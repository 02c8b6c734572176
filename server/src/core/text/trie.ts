/** Letters of the bases as small numbers: a–z, 0–9 and one for all others. */
const LETTERS = 38;
const letterOf = new Uint8Array(128).fill(LETTERS - 1);
for (let code = 97; code <= 122; code++) letterOf[code] = code - 97;
for (let code = 48; code <= 57; code++) letterOf[code] = code - 48 + 26;

const END = -1;

/**
 * A trie over sorted words, in flat arrays: a node stands right before its first child and names its next sibling.
 * The children of the root and of its children have tables; further down there are few.
 */
export class Trie {
  /** Per node the number of the word that ends there, or -1. */
  readonly base: Int32Array;
  private readonly letter: Uint8Array;
  private readonly sibling: Int32Array;
  private readonly hasChild: Uint8Array;
  private readonly singles = new Int32Array(LETTERS).fill(END);
  private readonly pairs = new Int32Array(LETTERS * LETTERS).fill(END);

  /** @param holds per word 1 where it takes part */
  constructor(words: readonly string[], holds: Uint8Array) {
    let most = 0;
    for (let i = 0; i < words.length; i++) if (holds[i] === 1) most += words[i]!.length;
    const base = new Int32Array(most).fill(END);
    const letter = new Uint8Array(most);
    const sibling = new Int32Array(most).fill(END);
    const hasChild = new Uint8Array(most);
    /** The node at each depth of the word before. */
    const path: number[] = [];
    let nodes = 0;
    let before = '';
    for (let i = 0; i < words.length; i++) {
      if (holds[i] !== 1) continue;
      const word = words[i]!;
      let depth = 0;
      while (depth < before.length && depth < word.length && before.charCodeAt(depth) === word.charCodeAt(depth))
        depth++;
      if (depth < before.length && depth < word.length) sibling[path[depth]!] = nodes;
      for (; depth < word.length; depth++) {
        if (depth > 0) hasChild[path[depth - 1]!] = 1;
        letter[nodes] = letterOf[word.charCodeAt(depth) & 127]!;
        path[depth] = nodes++;
      }
      base[path[word.length - 1]!] = i;
      before = word;
    }
    this.base = base.slice(0, nodes);
    this.letter = letter.slice(0, nodes);
    this.sibling = sibling.slice(0, nodes);
    this.hasChild = hasChild.slice(0, nodes);
    for (let node = nodes > 0 ? 0 : END; node !== END; node = sibling[node]!) {
      this.singles[letter[node]!] = node;
      if (hasChild[node] === 0) continue;
      for (let child = node + 1; child !== END; child = sibling[child]!)
        this.pairs[letter[node]! * LETTERS + letter[child]!] = child;
    }
  }

  /** The child of the root that `word[at]` leads to, or -1. */
  first(word: string, at: number): number {
    return at < word.length ? this.singles[letterOf[word.charCodeAt(at) & 127]!]! : END;
  }

  /** The grandchild of the root that `word[at - 1]` and `word[at]` lead to, or -1. */
  second(word: string, at: number): number {
    if (at >= word.length) return END;
    return this.pairs[letterOf[word.charCodeAt(at - 1) & 127]! * LETTERS + letterOf[word.charCodeAt(at) & 127]!]!;
  }

  /** The child of a node that `word[at]` leads to, or -1. */
  child(node: number, word: string, at: number): number {
    if (at >= word.length || this.hasChild[node] === 0) return END;
    const letter = letterOf[word.charCodeAt(at) & 127]!;
    let child = node + 1;
    while (child !== END && this.letter[child] !== letter) child = this.sibling[child]!;
    return child;
  }
}
