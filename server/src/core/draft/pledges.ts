import type { Engine } from '../analysis.js';
import { sentenceEnds } from '../dutch/sentence.js';
import type { Block } from '../markdown/blocks.js';
import { isContents } from '../markdown/contents.js';
import { plainText } from '../markdown/plain-text.js';
import { analyseBlock } from '../recognition/analysed-block.js';

/** A place in a document where something is chosen, promised, demanded or refused. */
export interface Pledge {
  /** The sentence or item of a list, on one line, without marks. */
  readonly text: string;
  /** The sentence in it that chooses. */
  readonly chooses: string;
  /** What the writer put in bold in front of it. */
  readonly named?: string;
  /** Number that the writer gave the paragraph: `2.3`. */
  readonly number?: string;
  /** Offset in the document. */
  readonly from: number;
  /** It may only tell. */
  readonly doubtful: boolean;
}

/** Log-odds from which a sentence chooses. An item of a list more often does; up to {@link CERTAIN} it may only tell. */
const CHOOSES = 1;
const CHOOSES_AS_ITEM = 0;
const CERTAIN = 2;
/** Up to these a sentence surely only tells. */
const TELLS = -1;

/** It speaks of what the sentence before it said, and is no pledge without it. */
const LEANS =
  /^(?:Dit|Dat|Deze|Die|Zij|Ze|Hij|Hun|Daarmee|Hiermee|Daarbij|Hierbij|Daarin|Hierin|Daarvan|Hiervan|Daarover|Hierover|Daaruit|Zo|Voor hen|Met hen)(?!\p{L})/u;
/** What will be there in a year, in the present tense, is a goal more often than a forecast. */
const STANDS_THEN =
  /^(?:(?:Uiterlijk )?(?:in|eind)|per|vanaf|voor|tegen|tot) (?:(?:\d{1,2} )?\p{Ll}+ )?20\d\d (?:heeft|hebben|is|zijn|kan|kunnen|komt|komen|krijgt|krijgen|ligt|liggen|rijdt|rijden|staat|staan|woont|wonen)(?!\p{L})/iu;
/** Longer is a page without points, and an item of fewer words a name. */
const LONGEST = 600;
const LEAST_WORDS = 3;

interface Sentence {
  readonly text: string;
  readonly from: number;
  /** What it does, in log-odds: above zero it chooses. */
  readonly does: number;
}

/**
 * What a block pledges, in the order of the text.
 * @param engine of any study: what was learned of sentences holds whatever they are about
 */
export function pledgesIn(engine: Engine, text: string, block: Block): Pledge[] {
  const content = text.slice(block.from, block.to);
  if (block.kind === 'heading' || content.startsWith('[^') || isContents(content)) return [];
  const number = NUMBER.exec(content)?.[1];
  const sentences = sentencesOf(engine, text, block);
  const found = block.kind === 'item' ? pledgeOfItem(content, sentences) : pledgesOfProse(sentences);
  // In a table most cells are names and figures: only what surely chooses counts.
  if (block.kind === 'cell')
    return found.filter(({ text, doubtful }) => !doubtful && text.split(' ').length > LEAST_WORDS);
  return found.map((pledge) => (number === undefined ? pledge : { ...pledge, number }));
}

/** A number in front of a paragraph or item. */
const NUMBER = /^\s*(?:[-*+]\s+)?(?:\*\*)?(\d{1,3}(?:\.\d{1,3})+)\.?(?=[\s*])/;
const IN_BOLD = /^\s*(?:(?:[-*+•]|\d+[.)])\s+)?\*\*([^*\n]{3,80})\*\*/;

function pledgeOfItem(content: string, sentences: readonly Sentence[]): Pledge[] {
  const text = sentences.map((sentence) => sentence.text).join(' ');
  const named = IN_BOLD.exec(content)?.[1]?.replace(/[\s.:]+$/, '');
  const choosing = sentences.filter(({ does }) => does > CHOOSES_AS_ITEM);
  if (choosing.length === 0 || text.length > LONGEST || text.split(' ').length < LEAST_WORDS) return [];
  const most = Math.max(...choosing.map(({ does }) => does));
  return [
    {
      text,
      chooses: choosing[0]!.text,
      ...(named === undefined ? {} : { named }),
      from: sentences[0]!.from,
      doubtful: most < CERTAIN,
    },
  ];
}

function pledgesOfProse(sentences: readonly Sentence[]): Pledge[] {
  const found: Pledge[] = [];
  for (const [i, { text, from, does }] of sentences.entries()) {
    const before = sentences[i - 1];
    const leans = before !== undefined && LEANS.test(text);
    const last = found.at(-1);
    if (leans && does > TELLS && last?.text.endsWith(before.text))
      found[found.length - 1] = { ...last, text: `${last.text} ${text}` };
    else if ((does >= CHOOSES || STANDS_THEN.test(text)) && text.length <= LONGEST)
      found.push({ text: leans ? `${before.text} ${text}` : text, chooses: text, from, doubtful: does < CERTAIN });
  }
  return found;
}

function sentencesOf(engine: Engine, text: string, block: Block): Sentence[] {
  const ends = [...sentenceEnds(text, block.from, block.to)].map(({ to }) => to).filter((to) => to < block.to);
  let from = block.from;
  return [...ends, block.to].flatMap((to): Sentence[] => {
    const part: Block = { ...block, from, to, skip: within(block.skip, from, to) };
    const words = plainText(text.slice(from, to)).replace(NUMBER, '').trim();
    from = to;
    if (words === '') return [];
    const own = analyseBlock(engine.reader, [engine], text, part)[0]!;
    // All of it speaks of what it chooses.
    const does =
      own.isDutch && !own.asks ? engine.recogniser.stances.does(own, ALL, 'stance') : Number.NEGATIVE_INFINITY;
    const lead = /^\s*/.exec(text.slice(part.from, to))![0].length;
    return [{ text: words, from: part.from + lead, does }];
  });
}

/** Mask of every sentence. */
const ALL = -1;

/** The parts that are no prose of a piece of a block. */
function within(skip: readonly number[], from: number, to: number): number[] {
  const own: number[] = [];
  for (let k = 0; k < skip.length; k += 2) if (skip[k]! >= from && skip[k + 1]! <= to) own.push(skip[k]!, skip[k + 1]!);
  return own;
}
