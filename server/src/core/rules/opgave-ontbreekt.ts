import type { InProgramme } from '../coverage/programme.js';
import { choosingPlace, type Sentence } from '../features/fixes/choosing-place.js';
import { citeHere } from '../features/fixes/cite-here.js';
import type { Fix, FixContext } from '../features/fixes/fix.js';
import { leaveOut } from '../features/fixes/leave-out.js';
import { commentOnLine } from '../features/fixes/silence.js';
import { takeUpOneOf } from '../features/fixes/take-up-one-of.js';
import { sentenceAround } from '../features/sentence-around.js';
import { sectionsOf } from '../markdown/sections.js';
import type { Mention } from '../recognition/mentions.js';
import type { StudyIndex } from '../study/index.js';
import type { Opgave } from '../study/model.js';
import { type AmongStudies, bracketed, pagesOf, pagesText, toldId, toldName } from '../study/reference.js';
import type { Finding } from './finding.js';
import { isSilent, type Rule, type RuleContext, type RuleFinding } from './rule.js';
import { saidOf } from './said-of.js';

/** Of several places that raise an opgave as clearly, so many are looked at for one that raises others as well. */
const PLACES = 6;

/** An opgave that is raised or named, and that nothing takes up. */
interface Gap {
  readonly opgave: string;
  /** Clearest first, at least one. */
  readonly raisedBy: readonly InProgramme<Mention>[];
  /** It is taken up all the same, outside the section that raises it. */
  readonly elsewhere: boolean;
}

/** A place in a programme with everything that it leaves. */
interface Place {
  readonly words: InProgramme<Mention>;
  readonly gaps: Gap[];
  /** The trends that are raised here, or the opgaven that are named. */
  readonly raised: Set<string>;
}

const CODE = 'opgave-ontbreekt';

export const opgaveOntbreekt: Rule = {
  code: CODE,
  level: 'waarschuwing',
  title: 'Een trend komt aan de orde, een opgave die eruit volgt nog niet',
  description:
    'De tekst noemt een trend waarop volgens de studie een opgave het antwoord is, of noemt het onderwerp van een opgave zonder iets te kiezen; en nergens in het programma wordt die opgave opgepakt of wordt anders gekozen, ook niet mogelijk. De melding staat op de duidelijkste plaats; alles wat daaruit volgt is één melding. Met ‘reikwijdte’ stelt u in waar het oppakken mag staan: in het hele programma, in hetzelfde document, of in dezelfde paragraaf (onder hetzelfde kopje, of een kopje daaronder).',
  example: 'In Waterdam is het woningtekort groter dan ooit.',
  remedy:
    'Neem de opgave op, verwijs naar de studie op de plaats waar het programma haar al oppakt, of zet haar bij ‘bewust niet’ met de reden. Gaat de tekst hier niet over die trend, kies dan ‘Telt hier niet mee’.',
  of: 'study',
  silencedBy: 'any',
  subjects: ({ opgaven }) => opgaven,
  *check(context): Iterable<RuleFinding> {
    const { configuration, document } = context;
    const gaps = configuration.reikwijdte === 'paragraaf' ? gapsBySection(context) : gapsOfProgramme(context);
    const told = [...gaps].filter(({ opgave }) => !isSilent(context, CODE, opgave));
    for (const place of placesOf(told)) if (place.words.document === document) yield findingAt(place, context);
  },
  fixes(context, finding: Finding): Fix[] {
    const opgaven = finding.opgaven!.map((id) => context.study.opgave(id)!);
    return [
      ...takeUpOneOf(context, opgaven, finding.from),
      ...opgaven.flatMap((opgave) => citeAtChoice(context, opgave, finding) ?? []),
      ...leaveOut(context, opgaven),
      ...doesNotCount(context, finding),
    ];
  },
};

function* gapsOfProgramme({ programme }: RuleContext): Iterable<Gap> {
  for (const coverage of programme.values())
    if (coverage.state === 'ontbreekt')
      yield { opgave: coverage.opgave, raisedBy: coverage.raisedMost(PLACES), elsewhere: false };
}

/** One gap for each largest stretch of sections that raises an opgave and nowhere takes it up. */
function* gapsBySection({ programme, analysis }: RuleContext): Iterable<Gap> {
  const sections = sectionsOf(analysis.headings);
  for (const { opgave, reason, evidence, raisedBy } of programme.values()) {
    if (reason !== undefined || raisedBy.length === 0) continue;
    const answered = new Set(evidence.flatMap(({ block }) => sections(block)));
    const raisedIn = new Map<number, InProgramme<Mention>[]>();
    for (const mention of raisedBy) {
      const around = sections(mention.block);
      if (answered.has(around[0]!)) continue;
      const section = around.findLast((section) => !answered.has(section))!;
      const mentions = raisedIn.get(section);
      if (mentions) mentions.push(mention);
      else raisedIn.set(section, [mention]);
    }
    for (const mentions of raisedIn.values()) yield { opgave, raisedBy: mentions, elsewhere: evidence.length > 0 };
  }
}

/** Each gap at one of its clearest places: one that has others already, or else the first. */
function placesOf(gaps: Iterable<Gap>): Place[] {
  const places: Place[] = [];
  for (const gap of gaps) {
    const { raisedBy } = gap;
    const clearest = raisedBy.filter(({ strength }) => strength === raisedBy[0]!.strength);
    const known = clearest.flatMap((words) => {
      const place = places.find((one) => isSamePlace(one.words, words));
      return place ? [{ place, words }] : [];
    })[0];
    const place = known?.place ?? { words: raisedBy[0]!, gaps: [], raised: new Set<string>() };
    if (!known) places.push(place);
    place.gaps.push(gap);
    place.raised.add((known?.words ?? raisedBy[0]!).id);
  }
  return places;
}

const isSamePlace = (a: InProgramme<Mention>, b: InProgramme<Mention>): boolean =>
  a.document === b.document && a.from < b.to && b.from < a.to;

function findingAt({ words, gaps, raised }: Place, context: RuleContext): RuleFinding {
  const { study, analysis } = context;
  const opgaven = gaps.map(({ opgave }) => opgave);
  const trends = [...raised].filter((id) => study.find(id)?.kind === 'trend');
  const where = gaps.some(({ elsewhere }) => elsewhere) ? 'in deze paragraaf nog niet' : 'nog niet';
  const said = `wel genoemd, ${where} opgepakt`;
  const about = analysis.slice(words.from, words.to);
  const sentence = (longest: number) => (named: string) =>
    trends.length > 0 ? `${asSubject(about, longest)}: ${said}: ${named}.` : `${named}: ${said}.`;
  return {
    from: words.from,
    to: words.to,
    ...saidOf(
      opgaven.map((id) => cited(context, id)),
      sentence(LONGEST),
      sentence(SHORTENED),
    ),
    opgaven,
    ...(trends[0] === undefined ? {} : { trend: trends[0] }),
  };
}

/** Words that are longer end behind a word before this; before the second, where there is no room for the first. */
const LONGEST = 60;
const SHORTENED = 24;

/** The words of a mention as the beginning of a sentence, on one line. */
function asSubject(text: string, longest: number): string {
  const words = text.replace(/\s+/g, ' ');
  const shown = words.length <= longest ? words : `${words.slice(0, longest).replace(/ \S*$/, '')} …`;
  return `${shown[0]!.toUpperCase()}${shown.slice(1)}`;
}

/** `‘Nieuwbouw aanjagen’ (p. 61)`, and where several studies are at work `(woonvisie, p. 61)`. */
function cited({ study, studies }: AmongStudies<StudyIndex>, id: string): string {
  const opgave = study.opgave(id)!;
  const which = studies.length > 1 ? study.info.key : '';
  return `‘${opgave.title}’${bracketed([which, pagesText(pagesOf(opgave))].filter(Boolean).join(', '))}`;
}

/** The source goes to a sentence that makes a choice; where there is none, nothing is taken up already. */
function citeAtChoice(context: FixContext, opgave: Opgave, finding: Finding): Fix | undefined {
  const place = choosingPlace(context, opgave, finding);
  if (!place) return undefined;
  const edits = citeHere(context, opgave, place);
  if (edits.length === 0) return undefined;
  const line = context.lineOf(place.to);
  return {
    title: toldName(
      context,
      `Al opgepakt: bron toevoegen op regel ${line}${finding.opgaven!.length > 1 ? ` (‘${opgave.title}’)` : ''}`,
    ),
    edits,
    answers: 'bron-toevoegen',
    answer: toldName(context, `${opgave.title} (regel ${line})`),
    about: said(context, place),
  };
}

/** The words are not about what they were taken for: a comment beside them says so. */
function doesNotCount(context: FixContext, { from, to, opgaven = [] }: Finding): Fix[] {
  const { study, analysis } = context;
  const raised = (analysis.at(from)?.mentions ?? []).filter(
    (mention) =>
      mention.from < to &&
      mention.to > from &&
      (mention.kind === 'trend'
        ? opgaven.some((id) => study.trendsAnsweredBy(id).includes(mention.id))
        : mention.stance === 'genoemd' && opgaven.includes(mention.id)),
  );
  const edits = commentOnLine(
    analysis,
    'telt-niet',
    raised.map(({ id }) => toldId(context, id)),
    from,
  );
  return raised.length > 0 && edits ? [{ title: toldName(context, 'Telt hier niet mee'), edits }] : [];
}

/** The sentence, as a list of answers shows it. */
const said = ({ analysis: { text, blocks } }: FixContext, { block, from, to }: Sentence): string =>
  sentenceAround(text, blocks[block]!, { from, to });
