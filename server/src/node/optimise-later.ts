import { setFlagsFromString } from 'node:v8';

/**
 * Has V8 run four times as much of a function before it optimises it (its own budget is 66 KB of bytecode). A programme is
 * read in half a second, in which code meets its first words, opgaven and studies one after the other: what is optimised on
 * the first of them is thrown away at the next. Node 22 and later wait of themselves. See docs/snelheid.md.
 */
export const optimiseLater = (): void => setFlagsFromString('--interrupt-budget=270000');
