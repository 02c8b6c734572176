import type { Analysis } from '../analysis.js';
import type { InProgramme, ProgrammeDocument } from '../coverage/programme.js';
import { countsText } from '../coverage/states.js';
import { coverageByTheme } from '../features/by-theme.js';
import type { Fix } from '../features/fixes/fix.js';
import { leaveOut } from '../features/fixes/leave-out.js';
import { commentInFile } from '../features/fixes/silence.js';
import { takeUpOneOf } from '../features/fixes/take-up-one-of.js';
import { type Sections, sectionsOf, titleOf } from '../markdown/sections.js';
import type { Mention } from '../recognition/mentions.js';
import { fold } from '../signals/signal.js';
import type { Theme } from '../study/model.js';
import { kindNames, toldName } from '../study/reference.js';
import { opgaveOntbreekt } from './opgave-ontbreekt.js';
import { isSilent, levelOf, type Rule, type RuleFinding } from './rule.js';
import { saidOf } from './said-of.js';
import { demandingDepths, hasAnswersOfSeveral, isDemand } from './statements.js';

/** A theme that no heading names is raised for good by so many passages. */
const PASSAGES = 3;

const CODE = 'thema-onvolledig';

export const themaOnvolledig: Rule = {
  code: CODE,
  level: 'informatie',
  title: 'Van een thema dat aan de orde komt, zijn opgaven over',
  description:
    'Het programma gaat over een thema van de studie: een kop noemt het, of drie alinea’s of meer. Per thema staat er eenmaal, bij de kop of op de duidelijkste plaats, welke opgaven nog niet zijn opgepakt; wat mogelijk is opgepakt, waarin anders wordt gekozen of wat bewust buiten het programma blijft, telt daar niet bij. Zijn de meeste koppen van een niveau stellingen die iets eisen, zoals bij een stemhulp, dan telt zo’n stelling niet als kop van een thema; staan er antwoorden van meer partijen op dezelfde stellingen, dan blijft de melding weg, want wat over is, is van geen van hen. Zeggen de waarschuwingen ‘opgave-ontbreekt’ al hetzelfde, dan blijft deze melding weg. Een alinea die een thema alleen zijdelings raakt, telt niet mee: over asiel schrijven is nog niet over de bevolking schrijven. Raken de meeste alinea’s het alleen zo, dan blijft de melding ook weg. Met ‘reikwijdte’ stelt u in of het hele programma telt of elk document voor zich.',
  example: '## Klimaat en energie\n\nWij leggen zonnepanelen op alle daken.',
  remedy:
    'Er hoeft niets te gebeuren: het is een overzicht. Neem een opgave op, of zet haar bij ‘bewust niet’ met de reden. Wie het niet wil weten, zet de melding met één keuze uit.',
  of: 'study',
  silencedBy: 'any',
  subjects: ({ themes }) => themes,
  *check(context): Iterable<RuleFinding> {
    const { study, programme, documents, document, configuration } = context;
    // What several parties answer is nobody's programme: what is left counts for none of them.
    let ofSeveral: boolean | undefined;
    const warns = levelOf(opgaveOntbreekt, configuration) !== 'uit';
    for (const { theme, counts, opgaven } of coverageByTheme(study, programme)) {
      const left = opgaven.filter(({ coverage: { state } }) => state === 'ontbreekt' || state === 'niet-genoemd');
      const isTold = warns && left.every(({ coverage }) => coverage.state === 'ontbreekt');
      if (left.length === 0 || isTold || isSilent(context, CODE, theme.id)) continue;
      const place = placeOf(theme, documents);
      if (place?.document !== document) continue;
      ofSeveral ??= hasAnswersOfSeveral(context.analysis);
      if (ofSeveral) return;
      const titles = left.map(({ opgave }) => `‘${opgave.title}’`);
      yield {
        from: place.from,
        to: place.to,
        ...saidOf(
          titles,
          (named) =>
            `${toldName(context, theme.name)}: ${countsText(counts, SETTLED, kindNames(study, 'opgave'))}. Nog niet: ${named}.`,
        ),
        opgaven: left.map(({ opgave }) => opgave.id),
        subject: [theme.id],
      };
    }
  },
  fixes(context, finding): Fix[] {
    const opgaven = finding.opgaven!.map((id) => context.study.opgave(id)!);
    return [
      ...takeUpOneOf(context, opgaven, finding.from),
      ...leaveOut(context, opgaven),
      { title: 'In dit bestand niet meer per thema melden', edits: commentInFile(context.analysis, CODE) },
    ];
  },
};

/** What is told of before what is left: together they add up to all of the theme. */
const SETTLED = ['anders', 'mogelijk', 'bewust-niet'] as const;

/** A place in a document of the programme. */
type Place = InProgramme<{ readonly from: number; readonly to: number }>;

/**
 * Where a theme is told of: at the heading that names it over most of its passages, unless that is a statement to
 * which a voting aid has answers; or else at its clearest passage; nowhere when it is only touched upon.
 */
function placeOf(theme: Theme, documents: readonly ProgrammeDocument[]): Place | undefined {
  const touched = documents.flatMap(({ key, analysis }) =>
    analysis
      .mentionsOf(theme.id)
      .filter(({ certain }) => certain)
      .map((mention) => ({ mention, document: key, analysis })),
  );
  const { aside = [] } = theme;
  const raised = touched.filter(({ mention, analysis }) => !isAside(analysis, mention, aside));
  // Most passages only touch it: who writes of asylum does not write of the population as a whole.
  if (raised.length < touched.length / 2) return undefined;
  const place = ({ mention, document }: (typeof raised)[number]): Place => ({ ...mention, document });
  let chapter: Place | undefined;
  let most = 0;
  for (const { key, analysis } of documents) {
    const here = raised.filter(({ document }) => document === key);
    const title = titleOf(analysis.headings);
    const sections = sectionsOf(analysis.headings);
    const under = passagesUnder(
      sections,
      here.map(({ mention }) => mention.block),
    );
    let demanding: ReadonlySet<number> | undefined;
    const isPutToParties = (heading: number): boolean => {
      if (!isDemand(analysis, heading)) return false;
      demanding ??= demandingDepths(analysis);
      return demanding.has(analysis.block(heading).depth);
    };
    for (const one of here) {
      const { block, spans } = one.mention;
      if (sections(block)[0] !== block || block === title || spans.length === 0) continue;
      const passages = under(block);
      if (passages <= most || !hasText(analysis, sections, block) || isPutToParties(block)) continue;
      most = passages;
      chapter = place(one);
    }
  }
  if (chapter) return chapter;
  const shown =
    raised.length < PASSAGES
      ? raised.find(({ mention, analysis }) => mention.block === titleOf(analysis.headings))
      : raised.reduce((best, one) => (one.mention.strength > best.mention.strength ? one : best));
  return shown && place(shown);
}

/** Whether a passage has a word that only touches its theme: one that begins as any of `aside`. */
function isAside(analysis: Analysis, { spans }: Mention, aside: readonly string[]): boolean {
  if (aside.length === 0) return false;
  return spans.some((from, i) => {
    if (i % 2 !== 0) return false;
    const word = fold(analysis.slice(from, spans[i + 1]!));
    return aside.some((beginning) => word.startsWith(beginning));
  });
}

/** Whether something is written below a heading: a chapter of a new programme is not about anything yet. */
function hasText(analysis: Analysis, sections: Sections, heading: number): boolean {
  let next = heading + 1;
  while (next < analysis.blockCount && analysis.block(next).kind === 'heading') next++;
  return next < analysis.blockCount && sections(next).includes(heading);
}

/** Tells how many of some blocks stand under a heading, at whatever depth. */
function passagesUnder(sections: Sections, blocks: readonly number[]): (heading: number) => number {
  const counts = new Map<number, number>();
  for (const block of blocks)
    for (const section of sections(block)) counts.set(section, (counts.get(section) ?? 0) + 1);
  return (heading) => counts.get(heading) ?? 0;
}
