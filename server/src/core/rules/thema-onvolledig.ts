import type { Analysis } from '../analysis.js';
import type { InProgramme, ProgrammeDocument } from '../coverage/programme.js';
import { coverageByTheme } from '../features/by-theme.js';
import type { Fix } from '../features/fixes/fix.js';
import { leaveOut } from '../features/fixes/leave-out.js';
import { commentInFile } from '../features/fixes/silence.js';
import { takeUpOneOf } from '../features/fixes/take-up-one-of.js';
import type { Block } from '../markdown/blocks.js';
import { sectionsOf, WHOLE_DOCUMENT } from '../markdown/sections.js';
import { toldName } from '../study/reference.js';
import { enumeration } from './enumeration.js';
import { opgaveOntbreekt } from './opgave-ontbreekt.js';
import { levelOf, type Rule, type RuleFinding } from './rule.js';

/** A theme that no heading names is raised for good by so many passages. */
const PASSAGES = 3;
/** Of what is left, so much is named. */
const NAMED = 4;

const CODE = 'thema-onvolledig';

export const themaOnvolledig: Rule = {
  code: CODE,
  level: 'informatie',
  title: 'Van een thema dat aan de orde komt, zijn opgaven over',
  description:
    'Het programma gaat over een thema van de studie: een kop noemt het, of drie alinea’s of meer. Per thema staat er eenmaal, bij de kop of op de duidelijkste plaats, welke opgaven nog niet zijn opgepakt; wat mogelijk is opgepakt, waarin anders wordt gekozen of wat bewust buiten het programma blijft, telt daar niet bij. Zeggen de waarschuwingen ‘opgave-ontbreekt’ al hetzelfde, dan blijft deze melding weg. Met ‘reikwijdte’ stelt u in of het hele programma telt of elk document voor zich.',
  example: '## Klimaat en energie\n\nWij leggen zonnepanelen op alle daken.',
  remedy:
    'Er hoeft niets te gebeuren: het is een overzicht. Neem een opgave op, of zet haar bij ‘bewust niet’ met de reden. Wie het niet wil weten, zet de melding met één keuze uit.',
  silencedBy: 'any',
  *check(context): Iterable<RuleFinding> {
    const { study, programme, documents, document, configuration } = context;
    const warns = levelOf(opgaveOntbreekt, configuration) !== 'uit';
    for (const { theme, counts, opgaven } of coverageByTheme(study, programme)) {
      const left = opgaven.filter(({ coverage: { state } }) => state === 'ontbreekt' || state === 'niet-genoemd');
      const isTold = warns && left.every(({ coverage }) => coverage.state === 'ontbreekt');
      if (left.length === 0 || isTold) continue;
      const place = placeOf(theme.id, documents);
      if (place?.document !== document) continue;
      const titles = left.map(({ opgave }) => `‘${opgave.title}’`);
      yield {
        from: place.from,
        to: place.to,
        message: `${toldName(context, theme.name)}: ${counts.opgepakt} van ${opgaven.length} opgaven opgepakt. Nog niet: ${enumeration(titles, NAMED)}.`,
        opgaven: left.map(({ opgave }) => opgave.id),
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

/** A place in a document of the programme. */
type Place = InProgramme<{ readonly from: number; readonly to: number }>;

/** Where a theme is told of: at its heading, or else at its clearest passage; nowhere when it is only touched upon. */
function placeOf(theme: string, documents: readonly ProgrammeDocument[]): Place | undefined {
  const raised = documents.flatMap(({ key, analysis }) =>
    analysis
      .mentionsOf(theme)
      .filter(({ certain }) => certain)
      .map((mention) => ({ mention, document: key, analysis })),
  );
  const place = ({ mention, document }: (typeof raised)[number]): Place => ({ ...mention, document });
  const blockOf = ({ mention, analysis }: (typeof raised)[number]): Block => analysis.blocks[mention.block]!;
  const named = raised
    .filter((one) => blockOf(one).kind === 'heading')
    .sort((a, b) => blockOf(a).depth - blockOf(b).depth);
  const chapter = named.find(({ analysis, mention }) => mention.block !== titleOf(analysis));
  if (chapter) return place(chapter);
  if (raised.length < PASSAGES) return named[0] && place(named[0]);
  const clearest = raised.reduce((best, one) => (one.mention.strength > best.mention.strength ? one : best));
  const here = raised.filter(({ document }) => document === clearest.document);
  const heading = headingOver(
    clearest.analysis,
    here.map(({ mention }) => mention.block),
  );
  return heading ? { ...wordsOf(clearest.analysis, heading), document: clearest.document } : place(clearest);
}

/** The deepest heading over most of some blocks; none if that is the title, which is about everything. */
function headingOver(analysis: Analysis, passages: readonly number[]): Block | undefined {
  const sections = sectionsOf(analysis.blocks);
  const counts = new Map<number, number>();
  for (const block of passages)
    for (const section of sections(block)) counts.set(section, (counts.get(section) ?? 0) + 1);
  const over = [...counts].filter(([section, count]) => section !== WHOLE_DOCUMENT && count * 2 > passages.length);
  const deepest = Math.max(...over.map(([section]) => section));
  return deepest === titleOf(analysis) ? undefined : analysis.blocks[deepest];
}

/** Index of the heading that has all others below it; -1 where there is none. */
function titleOf({ blocks }: Analysis): number {
  const first = blocks.findIndex(({ kind }) => kind === 'heading');
  const { depth } = blocks[first] ?? { depth: 0 };
  const isAlone = blocks.every((block, index) => block.kind !== 'heading' || index === first || block.depth > depth);
  return isAlone ? first : -1;
}

/** A heading without the marks before it, or the line below it. */
function wordsOf(analysis: Analysis, { from, to }: Block): { from: number; to: number } {
  const [line = ''] = analysis.slice(from, to).split(/\r?\n/);
  const marks = /^#*[ \t]*/.exec(line)![0].length;
  return { from: from + marks, to: from + line.trimEnd().length };
}
