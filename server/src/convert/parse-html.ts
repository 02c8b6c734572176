import type { Root } from 'hast';
import { fromParse5 } from 'hast-util-from-parse5';
import { type DefaultTreeAdapterMap, defaultTreeAdapter, parse, type TreeAdapter } from 'parse5';
import { Refusal, TOO_LARGE } from './refusal.js';

/** Elements that a page may come to have: tags that are never closed are opened again in each paragraph. */
const MOST_ELEMENTS = 150_000;

/** The tree of an HTML text, as a browser would make it. */
export function parseHtml(text: string): Root {
  let elements = 0;
  const treeAdapter: TreeAdapter<DefaultTreeAdapterMap> = {
    ...defaultTreeAdapter,
    createElement: (...args) => {
      if (++elements > MOST_ELEMENTS) throw new Refusal(TOO_LARGE);
      return defaultTreeAdapter.createElement(...args);
    },
  };
  return fromParse5(parse(text, { treeAdapter })) as Root;
}
