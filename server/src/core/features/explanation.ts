import type { Analysis, Engine } from '../analysis.js';
import type { ProgrammeCoverage } from '../coverage/programme.js';
import { type CoverageState, STATE_NAMES, STATE_SIGNS } from '../coverage/states.js';
import { type Explained, explain } from '../recognition/explain.js';
import { clarityOf, evidenceOf, type Mention } from '../recognition/mentions.js';
import { kindName } from '../study/reference.js';
import { figuresOf } from './explanation-figures.js';
import { inWords, quoted, trendInWords } from './explanation-words.js';

/** A label that falls short of being possible by more than this factor did not nearly make it. */
const NEARLY = 3;

/** Why a block counts for one entry of the study, as plain text to read. */
export interface Explanation {
  /** `Opgepakt: Nieuwbouw aanjagen (opgave)` */
  readonly verdict: string;
  /** What was seen, a sentence each. */
  readonly words: readonly string[];
  /** The estimate with the signals, words and weights that led to it; empty where nothing was weighed. */
  readonly figures: readonly string[];
  /** Where the words stand that it is about, as flat pairs of offsets into the text. */
  readonly spans: readonly number[];
}

/** What a block does with an opgave, and what the programme as a whole does where that is something else. */
type Judgement = { readonly said: string; readonly state: CoverageState | undefined; readonly byWriter: boolean };

export interface ExplanationOptions {
  /** What the programme as a whole does is said where that is something else. */
  readonly programme?: ProgrammeCoverage;
  /** Signals as they are written, by number; without them they are shown by their words. */
  readonly sources?: readonly string[] | undefined;
}

/**
 * Why a block counts for what it counts for: what is cited, what is taken up, what is possible, and what nearly was.
 * Empty where nothing of the study came near, and in a block that is not Dutch: nothing counts there.
 */
export function explanations(
  engine: Engine,
  analysis: Analysis,
  block: number,
  { programme, sources }: ExplanationOptions = {},
): Explanation[] {
  const { contexts, blocks, text } = analysis;
  const { recogniser, reader, study } = engine;
  const explained = contexts[block]!.own.isDutch
    ? explain(recogniser, reader, contexts, block, text, blocks[block]!)
    : [];
  const mentions = analysis.mentions.filter((mention) => mention.block === block);
  const cited = citedIn(analysis, block);
  const near = explained.filter(
    ({ id, strength, possible, named }) => !cited.has(id) && (named || strength * NEARLY >= possible),
  );
  const read = (found: Explained): Explanation => {
    const { title } = study.find(found.id)!;
    const mention = mentions.find(({ id }) => id === found.id);
    const judgement =
      found.kind === 'theme' ? themeJudged(mention) : judged(found, mention, programme?.get(found.id)?.state);
    const { said, byWriter } = judgement;
    return {
      verdict: `${said}: ${title} (${kindName(study, found.kind)})`,
      words: [...(byWriter ? [BY_WRITER] : inWords(analysis, block, found, mention)), ...wholeProgramme(judgement)],
      figures: figuresOf(analysis, block, found, sources),
      spans: mention?.spans ?? [],
    };
  };
  const isMention = ({ id }: Explained): boolean => mentions.some((mention) => mention.id === id && mention.possible);
  const isTheme = ({ kind }: Explained): boolean => kind === 'theme';
  const mentioned = near.filter(isMention);
  return [
    ...[...cited].flatMap((id) => citation(engine, id)),
    ...mentioned.filter((found) => !isTheme(found)).map(read),
    ...mentioned.filter(isTheme).map(read),
    ...trendsIn(engine, analysis, mentions),
    ...near.filter((found) => !isMention(found)).map(read),
  ];
}

const BY_WRITER = 'Dat schreef u zelf in een opmerking bij deze alinea.';

function citedIn({ blocks, citations }: Analysis, block: number): Set<string> {
  const { from, to } = blocks[block]!;
  return new Set(citations.filter((one) => one.from >= from && one.to <= to && !one.unfilled).map(({ id }) => id));
}

/** A citation of an opgave takes it up, whatever the words around it say. */
function citation({ study }: Engine, id: string): Explanation[] {
  const opgave = study.opgave(id);
  return opgave
    ? [
        {
          verdict: `Opgepakt: ${opgave.title} (${kindName(study, 'opgave')})`,
          words: ['Deze alinea haalt dit aan als bron.'],
          figures: [],
          spans: [],
        },
      ]
    : [];
}

/** A trend has no weights of its own. */
function trendsIn({ study }: Engine, analysis: Analysis, mentions: readonly Mention[]): Explanation[] {
  return mentions
    .filter(({ kind }) => kind === 'trend')
    .map(({ id, spans }) => ({
      verdict: `Genoemd: ${study.find(id)!.title} (trend)`,
      words: [trendInWords(quoted(analysis, spans, 0))],
      figures: [],
      spans,
    }));
}

const themeJudged = (mention: Mention | undefined): Judgement => ({
  said: mention ? 'Genoemd' : 'Net niet',
  state: undefined,
  byWriter: false,
});

/** The same words as where the state is shown: a passage that is only weak is never called taken up. */
function judged(found: Explained, mention: Mention | undefined, state: CoverageState | undefined): Judgement {
  const { strength, verdict, named } = found;
  if (!mention) {
    const isTakenOut = named || verdict !== 'no';
    return { said: isTakenOut ? 'Telt hier niet' : 'Net niet', state: undefined, byWriter: isTakenOut };
  }
  const own = ownState(mention);
  const said = own === undefined ? 'Alleen genoemd' : capital(STATE_NAMES[own]);
  return { said, state: own === state ? undefined : state, byWriter: mention.strength === 1 && strength < 1 };
}

/** What the state would be if the programme said nothing else. */
export function ownState(mention: Mention): CoverageState | undefined {
  if (mention.stance === 'anders') return 'anders';
  if (!mention.possible) return undefined;
  return clarityOf(evidenceOf(mention)) === 'clear' ? 'opgepakt' : 'mogelijk';
}

const wholeProgramme = ({ state }: Judgement): string[] =>
  state === undefined ? [] : [`In het programma als geheel: ${STATE_SIGNS[state]} ${STATE_NAMES[state]}.`];

const capital = (text: string): string => text[0]!.toUpperCase() + text.slice(1);
