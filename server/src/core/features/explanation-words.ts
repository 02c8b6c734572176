import type { Analysis } from '../analysis.js';
import { enumeration } from '../dutch/enumeration.js';
import type { Cue, FoundCue } from '../recognition/cue-reader.js';
import type { Explained } from '../recognition/explain.js';
import type { Answer } from '../recognition/first-words.js';
import { clarityOf, evidenceOf, type Mention } from '../recognition/mentions.js';
import { sentenceAround } from './sentence-around.js';

/** So many words are named for one thing that is said. */
const MOST_QUOTED = 3;
/** A learned word that weighs less is not named by itself. */
const TELLING = 0.5;

/** What words of each kind tell: that something is chosen, or that it is not. */
const CHOOSES: Partial<Record<Cue, string>> = {
  action: 'dat er iets gekozen of gedaan wordt',
  wish: 'wat er gewenst wordt',
  demand: 'dat er iets geëist wordt',
  continue: 'dat het beleid doorgaat',
  examine: 'dat er iets onderzocht wordt',
};
const ONLY_TELLS: Partial<Record<Cue, string>> = {
  problem: 'dat er iets mis is',
  past: 'hoe het was',
  question: 'dat er iets gevraagd wordt',
  praise: 'dat iets goed gaat',
  condition: 'onder welke voorwaarde',
};

/** What was seen in a block for one label, in plain sentences. */
export function inWords(analysis: Analysis, block: number, found: Explained, mention: Mention | undefined): string[] {
  const start = analysis.blocks[block]!.from;
  const quote = (spans: readonly number[]): string => quoted(analysis, spans, start);
  const about = subject(found, quote);
  if (found.kind === 'theme') return [mention ? `${about}.` : `${about}, maar niet duidelijk genoeg.`];
  return [`${about}; ${whatItDoes(found, mention, quote, () => sentenceOf(analysis, block, mention))}.`];
}

/** The sentence with its words, in quotes. */
function sentenceOf({ text, blocks }: Analysis, block: number, mention: Mention | undefined): string {
  return mention === undefined ? 'de zin' : `‘${sentenceAround(text, blocks[block]!, mention)}’`;
}

export const trendInWords = (words: string): string => `${words} wijst op deze trend, in een alinea over het thema.`;

type Quote = (spans: readonly number[]) => string;

/** `‘warmtenet’ en ‘isoleren’ wijzen hierop`: what an opgave is called, and with which article, differs from study to study. */
function subject({ kind, signals, words, answer }: Explained, quote: Quote): string {
  const strong = signals.filter(({ weak }) => !weak);
  const spans = (strong.length > 0 ? strong : signals).map((signal) => signal.spans);
  // An answer is about what its statement is about: ‘eens’ is not what tells of that.
  const learned = answer ? [] : words.filter(({ weight }) => weight >= TELLING).map(({ from, to }) => [from, to]);
  const named = fewest(spans.length > 0 ? spans : learned).map(quote);
  const to = kind === 'theme' ? 'op dit thema' : 'hierop';
  if (named.length === 0) return `Wat erboven ${answer ? '' : 'of eromheen '}staat wijst ${to}`;
  return `${enumeration(named)} ${named.length === 1 ? 'wijst' : 'wijzen'} ${to}`;
}

/** `‘wij gaan’ zegt dat er iets gekozen wordt` */
function whatItDoes(
  { cues, againstIt, answer, against }: Explained,
  mention: Mention | undefined,
  quote: Quote,
  sentence: () => string,
): string {
  if (mention && answer) return answerInWords(answer, against !== undefined);
  if (mention?.stance === 'anders') {
    const named = fewest(againstIt).map(quote);
    return named.length > 1
      ? `${enumeration(named)} zijn standpunten ertegen`
      : `${named[0] ?? sentence()} is een standpunt ertegen`;
  }
  const chosen = says(cues, CHOOSES, quote);
  if (mention && clarityOf(evidenceOf(mention)) === 'clear') return chosen ?? 'de zin leest als een keuze';
  const told = says(cues, ONLY_TELLS, quote);
  if (mention?.possible)
    return chosen
      ? `${chosen}, maar niet duidelijk genoeg dat het hierom gaat`
      : told
        ? `${told}; of er iets gekozen wordt is niet duidelijk`
        : 'of er iets gekozen wordt is niet duidelijk';
  return told ? `${told}, niet wat er gekozen wordt` : 'de zin zegt niet wat hieraan gedaan of gekozen wordt';
}

/** What an answer to a statement does: what the statement does, or the reverse. */
export function answerInWords(answer: Answer, isAgainst: boolean): string {
  if (answer === 'neither') return 'het antwoord kiest niet voor of tegen de stelling of vraag erboven';
  const agrees = answer === 'agrees';
  const said = `het antwoord is het ${agrees ? 'eens' : 'oneens'} met de stelling of vraag erboven`;
  return agrees === isAgainst ? `${said}, die ertegen is` : said;
}

/** The first thing of a kind that the words say. */
function says(cues: readonly FoundCue[], what: Partial<Record<Cue, string>>, quote: Quote): string | undefined {
  const first = cues.find(({ cue }) => what[cue] !== undefined);
  if (!first) return undefined;
  const same = fewest(cues.filter(({ cue }) => cue === first.cue).map(({ spans }) => spans)).map(quote);
  return `${enumeration(same)} ${same.length === 1 ? 'zegt' : 'zeggen'} ${what[first.cue]}`;
}

/** The first few words that say something new: no place is named twice. */
function fewest(all: readonly (readonly number[])[]): (readonly number[])[] {
  const kept: (readonly number[])[] = [];
  for (const spans of all) {
    const from = spans[0]!;
    const to = spans.at(-1)!;
    if (kept.length < MOST_QUOTED && !kept.some((other) => from < other.at(-1)! && to > other[0]!)) kept.push(spans);
  }
  return kept;
}

/** The words at pairs of offsets, in the order of the text. */
export function quoted(analysis: Analysis, spans: readonly number[], start: number): string {
  const parts: string[] = [];
  for (let k = 0; k < spans.length; k += 2) {
    const part = analysis.slice(start + spans[k]!, start + spans[k + 1]!).replace(/\s+/g, ' ');
    if (part !== parts.at(-1)) parts.push(part);
  }
  return `‘${parts.join(' … ')}’`;
}
