import type { Engine } from '../analysis.js';
import type { Block } from '../markdown/blocks.js';
import { contextsOf } from './context.js';
import { OPGAVE_FEATURES, opgaveFeatures, THEME_FEATURES, themeFeatures } from './features.js';
import { possibleFrom } from './model.js';
import type { BlockReading } from './reading.js';
import { eachVoice } from './recognise.js';
import { scenesOf } from './scene.js';

/** A signal in the block. */
export interface SignalHeard {
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
  readonly state: 'zeker' | 'mogelijk' | 'niet';
  /** The estimate, and from where on it is certain or possible; 0 to 1. */
  readonly strength: number;
  readonly certain: number;
  readonly possible: number;
  /** Strongest first. */
  readonly signals: readonly SignalHeard[];
  /** What the block and what stands above it say, strongest first; together they make `alone`. */
  readonly reasons: readonly Reason[];
  /** The estimate before the blocks around it were heard. */
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
 * How a block came to its estimates: for every theme and opgave that it may carry, which signals and weights led to it,
 * clearest first. What falls short of a threshold is there too.
 */
export function explain(
  { recogniser }: Engine,
  blocks: readonly Block[],
  readings: readonly BlockReading[],
  index: number,
): Explained[] {
  const { labels, model, table } = recogniser;
  const first = recogniser.firstEstimates(blocks, readings);
  const context = contextsOf(blocks)[index]!;
  const place = { blocks, ...context, block: index };
  const second = recogniser.secondEstimate(first[index]!, place, (at, label) => first[at]!.get(label) ?? 0);
  const scene = scenesOf(
    blocks,
    readings.map((reading) => recogniser.tally(reading)),
  )[index]!;
  const { hits } = readings[index]!;
  const explained = [...second].map(([label, strength]): Explained => {
    const kind = labels.kind[label] as Explained['kind'];
    const ofTheme = kind === 'theme';
    const scorer = ofTheme ? model.themes : model.opgaven;
    const names: readonly string[] = ofTheme ? THEME_FEATURES : OPGAVE_FEATURES;
    const values = ofTheme ? themeFeatures(labels, scene, labels.theme[label]!) : opgaveFeatures(labels, scene, label);
    const reasons = new Map<string, number>();
    const add = (what: string, weight: number): void => {
      if (weight !== 0) reasons.set(what, (reasons.get(what) ?? 0) + weight);
    };
    for (const [i, name] of names.entries()) add(ABOUT[name] ?? name, scorer.features[i]! * values[i]!);
    add('uitgangspunt', scorer.labels[label] ?? 0);
    const signals: SignalHeard[] = [];
    eachVoice(recogniser, scene.own, label, {
      label: (other, strong) => {
        const weight = (strong ? model.strong : model.weak)[other]!.get(label) ?? 0;
        add(`ook ‘${recogniser.study.find(labels.ids[other]!)?.title ?? labels.ids[other]}’`, weight);
      },
      signal: (signal) => {
        const weight = (ofTheme ? model.forTheme : model.forOpgave)[signal]!;
        const { spans } = hits.find((hit) => hit.signal === signal)!;
        signals.push({ signal, weak: table.weak[signal] === 1, weight, spans });
      },
    });
    const isStrong = (scene.own.labels.get(label)?.strong ?? 0) > 0;
    const possible = ofTheme ? scorer.possible : possibleFrom(isStrong, scorer);
    return {
      id: labels.ids[label]!,
      kind,
      state: strength >= scorer.certain ? 'zeker' : strength >= possible ? 'mogelijk' : 'niet',
      strength,
      certain: scorer.certain,
      possible,
      signals: signals.sort((a, b) => worth(b) - worth(a)),
      reasons: [...reasons]
        .map(([what, weight]) => ({ what, weight }))
        .filter(({ weight }) => Math.abs(weight) >= 0.05)
        .sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight)),
      alone: first[index]!.get(label)!,
    };
  });
  return explained.sort((a, b) => b.strength - a.strength);
}

const worth = ({ weak, weight }: SignalHeard): number => (weak ? 0 : 1) + weight;
