import { hitsOf } from '../signals/hits.js';
import type { BlockInContext } from './block-in-context.js';
import { contributionsTo, weightOf } from './contributions.js';
import { featuresOf, OPGAVE_FEATURES, THEME_FEATURES } from './features.js';
import { type Clarity, clarityOf, possibleFrom } from './mentions.js';
import type { Recogniser } from './recogniser.js';

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

/** How a block came to its estimate for one label. */
export interface Explained {
  readonly id: string;
  readonly kind: 'theme' | 'opgave';
  readonly clarity: Clarity;
  /** The estimate, and from where on it is certain or possible; 0 to 1. */
  readonly strength: number;
  readonly certain: number;
  readonly possible: number;
  /** Strongest first. */
  readonly signals: readonly FoundSignal[];
  /** What the block and what stands above it say, strongest first; together they make `alone`. */
  readonly reasons: readonly Reason[];
  /** The estimate from the block and what stands above it alone. */
  readonly alone: number;
}

/** What each weight is about. Weights with the same words are added up. */
const ABOUT: Readonly<Record<string, string>> = {
  bias: 'uitgangspunt', strong1: 'signalen', strong2: 'signalen', strong3: 'signalen', strong5: 'signalen', strong: 'signalen',
  weak1: 'signalen', weak2: 'signalen', weak3: 'signalen', weakOnly: 'alleen zwakke signalen', none: 'geen eigen signaal',
  sentences2: 'in meer dan één zin', strongShare: 'deel van de zinnen', sentenceShare: 'deel van de zinnen', leading: 'deel van de zinnen', firstSentence: 'in de eerste zin',
  words: 'lengte', short: 'lengte', item: 'lijstpunt of alinea', headNear: 'kop erboven', nearestHead: 'kop erboven', headFar: 'koppen daarboven', themeHead: 'koppen over het thema',
  headNearOther: 'kop over iets anders', leadIn: 'zin die de lijst inleidt', previous: 'vorige alinea', previousOther: 'vorige alinea gaat over iets anders',
  themeOwn: 'andere woorden van het thema', themeOwnWeak: 'andere woorden van het thema', selfTheme: 'andere woorden van het thema', opgave: 'opgaven van het thema',
  themeOther: "andere thema's", themes: "andere thema's", share: "andere thema's", top: 'het duidelijkst van alle', rivalsTheme: 'andere opgaven', rivalsOther: 'andere opgaven',
  trend: 'een trend die hiertoe leidt', trendWeak: 'een trend die hiertoe leidt',
  action: 'er wordt iets gedaan of gekozen', actionElse: 'er wordt iets gedaan of gekozen', problem: 'er wordt een probleem vastgesteld', problemNoAction: 'er wordt een probleem vastgesteld',
  past: 'er wordt teruggekeken', rejection: 'er wordt iets afgewezen', question: 'er wordt iets gevraagd', wish: 'er wordt iets gewenst', passive: 'er gebeurt iets', ours: 'de schrijver spreekt voor zichzelf', praise: 'er wordt iets geprezen',
  announces: 'kondigt iets aan', open: 'eindigt niet als een zin', openBriefly: 'eindigt niet als een zin', openParagraph: 'eindigt niet als een zin', noCue: 'er wordt niets gedaan, gewenst of vastgesteld',
}; // biome-ignore format: a table of names

/**
 * How block `at` of a row came to its estimates: for every theme and opgave that it may raise or take up, which signals
 * and weights led to it, clearest first. What falls short of a threshold is there too.
 */
export function explain(recogniser: Recogniser, blocks: readonly BlockInContext[], at: number): Explained[] {
  const { labels, model, table } = recogniser;
  const block = blocks[at]!;
  const { own } = block;
  const hits = hitsOf(own.hits);
  const estimates = recogniser.estimates(blocks, at);
  const explained = [...estimates].map(([label, strength]): Explained => {
    const kind = labels.kind[label] as Explained['kind'];
    const scorer = recogniser.scorerOf(label);
    const names: readonly string[] = kind === 'theme' ? THEME_FEATURES : OPGAVE_FEATURES;
    const values = featuresOf(labels, block, label);
    const reasons = new Map<string, number>();
    const add = (what: string, weight: number): void => {
      if (weight !== 0) reasons.set(what, (reasons.get(what) ?? 0) + weight);
    };
    for (const [i, name] of names.entries()) add(ABOUT[name] ?? name, scorer.features[i]! * values[i]!);
    add('uitgangspunt', scorer.labels[label] ?? 0);
    const signals: FoundSignal[] = [];
    for (const contribution of contributionsTo(labels, table.labelOf, own.counts, label)) {
      const weight = weightOf(model, labels, contribution, label);
      if (contribution.by === 'label') {
        const id = labels.ids[contribution.label]!;
        add(`ook ‘${recogniser.study.find(id)?.title ?? id}’`, weight);
      } else {
        const { signal } = contribution;
        const { spans } = hits.find((hit) => hit.signal === signal)!;
        signals.push({ signal, weak: table.weak[signal] === 1, weight, spans });
      }
    }
    return {
      id: labels.ids[label]!,
      kind,
      clarity: clarityOf(recogniser, model, own, label, (other) => estimates.get(other) ?? 0),
      strength,
      certain: scorer.certain,
      possible: kind === 'theme' ? scorer.certain : possibleFrom(own, label, model),
      signals: signals.sort((a, b) => worth(b) - worth(a)),
      reasons: [...reasons]
        .map(([what, weight]) => ({ what, weight }))
        .filter(({ weight }) => Math.abs(weight) >= 0.05)
        .sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight)),
      alone: recogniser.first(block, label),
    };
  });
  return explained.sort((a, b) => b.strength - a.strength);
}

const worth = ({ weak, weight }: FoundSignal): number => (weak ? 0 : 1) + weight;
