import { IN_NAME, type WordList } from '../dutch/words.js';
import { hitsOf } from '../signals/hits.js';
import type { BlockInContext } from './block-in-context.js';
import { COMBINED, combined, OPPOSED, TAKEN, taken } from './combination.js';
import { contributionsTo, weightOf } from './contributions.js';
import type { CueReader, FoundCue } from './cue-reader.js';
import type { Answer } from './first-words.js';
import { CUES } from './labels.js';
import { TOGETHER } from './mentions.js';
import { logit } from './model.js';
import type { Recogniser } from './recogniser.js';
import { sentencesOf } from './stance.js';
import { featuresOfForm, shareOf } from './words.js';

/** A signal in the block. */
export interface FoundSignal {
  /** Its number in the signal table. */
  readonly signal: number;
  readonly weak: boolean;
  /** What was learned about it, on top of what any strong or weak signal is worth. */
  readonly weight: number;
  /** Its words, as flat pairs of offsets from the start of the block. */
  readonly spans: readonly number[];
}

/** Something that speaks for a label (above zero) or against it, in log-odds. */
export interface Reason {
  /** In Dutch, to be read behind a number. */
  readonly what: string;
  readonly weight: number;
}

/** A word that speaks for a label by what was learned, at offsets from the start of the block. */
export interface FoundWord {
  readonly from: number;
  readonly to: number;
  readonly weight: number;
}

/** How a block came to its estimate for one label. */
export interface Explained {
  readonly id: string;
  readonly kind: 'theme' | 'opgave';
  /** The block raises the theme or makes a choice about the opgave, or possibly does. */
  readonly verdict: 'certain' | 'possible' | 'no';
  /** It names the opgave, whatever it does with it. */
  readonly named: boolean;
  /** What it answers to the statement above it, where that tells what it does with the opgave. */
  readonly answer: Answer | undefined;
  /** It takes a stand against it: how probable that is, and what tells it, strongest first; nothing where the sentence or the answer plainly says so. */
  readonly against: { readonly strength: number; readonly reasons: readonly Reason[] } | undefined;
  /** The estimate, and from where on it is enough by itself, certain or possible; 0 to 1. */
  readonly strength: number;
  readonly enough: number;
  readonly certain: number;
  readonly possible: number;
  /** Strongest first. */
  readonly signals: readonly FoundSignal[];
  /** What the sentences do that speak of it, and the words that stand against it. */
  readonly cues: readonly FoundCue[];
  readonly againstIt: readonly (readonly number[])[];
  /** Words of the block with what they add up to, strongest first. */
  readonly words: readonly FoundWord[];
  /** What the block and what stands above it say, strongest first. */
  readonly reasons: readonly Reason[];
  /** The estimate before it is asked what the text around says. */
  readonly alone: number;
}

/** What each weight is about. Weights with the same words are added up. */
const ABOUT: Readonly<Record<string, string>> = {
  bias: 'uitgangspunt', words: 'woorden', words5: 'woorden', words3: 'woorden', words1: 'woorden',
  related: 'woorden van het thema', related5: 'woorden van het thema', related3: 'woorden van het thema', rival: 'woorden van iets anders', ahead: 'woorden van iets anders',
  same: 'woorden van iets anders', many: 'woorden van iets anders', first: 'signalen', first5: 'signalen', first3: 'signalen', first1: 'signalen', absent: 'geen signaal',
  both: 'signalen', theme: 'signalen van het thema', theme1: 'signalen van het thema', length: 'lengte', item: 'lijstpunt of alinea',
  idle: 'er wordt niets gedaan of gewenst', idleSentence: 'er wordt niets gedaan of gewenst', asks: 'er wordt iets gevraagd',
  action: 'er wordt iets gedaan of gekozen', problem: 'er wordt een probleem vastgesteld', past: 'er wordt teruggekeken', rejection: 'er wordt iets afgewezen',
  question: 'er wordt iets gevraagd', wish: 'er wordt iets gewenst', passive: 'er gebeurt iets', ours: 'de schrijver spreekt voor zichzelf', praise: 'er wordt iets geprezen',
  demand: 'er wordt iets geëist', examine: 'er wordt iets onderzocht', condition: 'er wordt een voorwaarde gesteld', continue: 'beleid gaat door',
}; // biome-ignore format: a table of names

/**
 * How block `at` of a row came to its estimates: for every theme and opgave that it may raise or take up, which signals,
 * words and weights led to it, clearest first. What falls short of a threshold is there too.
 * @param from where the block stands in `text`, up to `to`, but for `skip`
 */
export function explain(
  recogniser: Recogniser,
  reader: CueReader,
  blocks: readonly BlockInContext[],
  at: number,
  text: string,
  { from, to, skip }: { readonly from: number; readonly to: number; readonly skip: readonly number[] },
): Explained[] {
  const { labels, model } = recogniser;
  const block = blocks[at]!;
  const prose = reader.prose.read(text, from, to, skip);
  const { words, vocabulary } = prose;
  const cues = reader.found(prose, from);
  const forms = Array.from({ length: words.count }, (_, w) =>
    (words.flags[w]! & IN_NAME) === 0 ? vocabulary.forms[words.form[w]!]! : '',
  );
  const explained = [...recogniser.estimates(blocks, at)].map(([label, strength]): Explained => {
    const kind = labels.kind[label] as Explained['kind'];
    const isTheme = kind === 'theme';
    const certain = isTheme ? model.themes.certain : model.opgaven.certain;
    const possible = isTheme ? certain : model.opgaven.possible;
    const alone = recogniser.alone(block, label);
    const answer = isTheme ? undefined : recogniser.answers(block, label)?.answer;
    const against =
      isTheme || strength < possible || !recogniser.opposes(block, label)
        ? undefined
        : answer || block.own.refusals.has(label)
          ? { strength: 1, reasons: [] }
          : { strength: recogniser.opposition(block, label), reasons: opposedFor(recogniser, block, label) };
    return {
      id: labels.ids[label]!,
      kind,
      verdict: against || strength >= certain ? 'certain' : strength >= possible ? 'possible' : 'no',
      named: !isTheme && recogniser.named(block, label) >= model.opgaven.about,
      answer,
      against,
      strength,
      enough: isTheme ? certain : Math.min(model.opgaven.clear, TOGETHER),
      certain,
      possible,
      cues: cuesFor(recogniser, block, label, cues),
      againstIt: wordsAgainst(recogniser, block, label),
      signals: signalsFor(recogniser, block, label),
      words: wordsFor(recogniser, words, forms, from, label),
      reasons: reasonsFor(recogniser, block, label, alone),
      alone,
    };
  });
  return explained.sort((a, b) => b.strength - a.strength);
}

/** Mask of every sentence. */
const ALL = -1;

/** Those of its cues that stand in the sentences in which a block speaks of a label. */
function cuesFor(
  { labels }: Recogniser,
  { own }: BlockInContext,
  label: number,
  cues: readonly FoundCue[],
): FoundCue[] {
  const { cueIn } = own.counts;
  const where = sentencesOf(labels, own.counts, label) || ALL;
  return cues.filter(({ cue, sentence }) => (cueIn[CUES.indexOf(cue)]! & where & (1 << sentence)) !== 0);
}

/** The words of a block that are a stand against a label. */
const wordsAgainst = ({ labels, table }: Recogniser, { own }: BlockInContext, label: number): (readonly number[])[] =>
  hitsOf(own.hits)
    .filter(({ signal }) => labels.against[table.labelOf[signal]!] === label)
    .map(({ spans }) => spans);

function signalsFor({ labels, model, table }: Recogniser, { own }: BlockInContext, label: number): FoundSignal[] {
  const hits = hitsOf(own.hits);
  return contributionsTo(labels, table.labelOf, own.counts, label)
    .flatMap((contribution): FoundSignal[] => {
      if (contribution.by === 'label') return [];
      const { signal } = contribution;
      const { spans } = hits.find((hit) => hit.signal === signal)!;
      return [{ signal, weak: table.weak[signal] === 1, weight: weightOf(model, labels, contribution, label), spans }];
    })
    .sort((a, b) => worth(b) - worth(a));
}

const worth = ({ weak, weight }: FoundSignal): number => (weak ? 0 : 1) + weight;

/** A form that stands more than once is named at its first place. */
function wordsFor(
  { words: learned }: Recogniser,
  words: WordList,
  forms: readonly string[],
  from: number,
  label: number,
): FoundWord[] {
  const place = learned.placeOf[label]!;
  const telling = forms.filter((form) => featuresOfForm(form).length > 0);
  const share = shareOf(new Set(telling).size);
  return [...new Set(telling)]
    .map((form): FoundWord => {
      const w = forms.indexOf(form);
      const weight = share * learned.weightOf(form, place);
      return { from: words.start[w]! - from, to: words.end[w]! - from, weight };
    })
    .filter(({ weight }) => Math.abs(weight) >= LEAST)
    .sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight));
}

/** What tells whether it is a stand against, by the names of {@link OPPOSED}. */
const ABOUT_OPPOSED: Readonly<Record<(typeof OPPOSED)[number], string>> = {
  bias: 'uitgangspunt', named: 'de opgave', named1: 'de opgave', direction: 'de woorden van de zin', directionNamed: 'de woorden van de zin', means: 'een middel of het tegendeel',
  meansDirection: 'een middel of het tegendeel', opposite: 'een middel of het tegendeel', taken: 'er wordt iets gekozen', stance: 'er wordt iets gekozen',
}; // biome-ignore format: a table of names

function opposedFor(recogniser: Recogniser, block: BlockInContext, label: number): Reason[] {
  const { features, labels } = recogniser.model.opgaven.opposed;
  const values = recogniser.opposing(block, label);
  return reasonsOf([
    ...OPPOSED.map((name, i) => [ABOUT_OPPOSED[name], features[i]! * values[i]!] as const),
    ['uitgangspunt', labels[label] ?? 0],
  ]);
}

/** Weights with the same words added up. */
function reasonsOf(weights: readonly (readonly [what: string, weight: number])[]): Reason[] {
  const byWhat = new Map<string, number>();
  for (const [what, weight] of weights) byWhat.set(what, (byWhat.get(what) ?? 0) + weight);
  return [...byWhat]
    .map(([what, weight]) => ({ what, weight }))
    .filter(({ weight }) => Math.abs(weight) >= LEAST)
    .sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight));
}

/** What weighs less is not named. */
const LEAST = 0.05;

function reasonsFor(recogniser: Recogniser, block: BlockInContext, label: number, alone: number): Reason[] {
  const { labels, model, stances } = recogniser;
  const isTheme = labels.kind[label] === 'theme';
  const { features, labels: starts } = recogniser.modelFor(label).combined;
  const { of, ofBlock } = combined(labels, block, recogniser.apart(block));
  const values = [...of(label), ...ofBlock];
  const part = isTheme ? 1 : model.opgaven.taken[TAKEN.indexOf('combined')]!;
  const weights: [string, number][] = COMBINED.map((name, i) => [
    ABOUT[name] ?? name,
    part * features[i]! * values[i]!,
  ]);
  weights.push(['uitgangspunt', part * (starts[label] ?? 0)]);
  if (!isTheme) {
    const against = block.own.counts.against.includes(label);
    const does = taken(logit(alone), stances.of(labels, block.own, label, 'stance'), against);
    const about = ['uitgangspunt', '', 'wat de zin ermee doet', 'wat de zin ermee doet', 'een standpunt ertegen'];
    for (const [i, what] of about.entries()) if (what !== '') weights.push([what, model.opgaven.taken[i]! * does[i]!]);
  }
  return reasonsOf(weights);
}
