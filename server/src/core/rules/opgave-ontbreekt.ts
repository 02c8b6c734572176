import type { Evidence } from '../coverage/coverage.js';
import type { InProgramme } from '../coverage/programme.js';
import { citeHere } from '../features/fixes/cite-here.js';
import type { Fix, FixContext } from '../features/fixes/fix.js';
import { takeUp } from '../features/fixes/take-up.js';
import { leaveOutEdit } from '../markdown/front-matter-edits.js';
import { sectionsOf } from '../markdown/sections.js';
import type { Mention } from '../recognition/mentions.js';
import type { Link } from '../study/model.js';
import { placeText, toldId } from '../study/reference.js';
import type { Finding } from './finding.js';
import type { Rule, RuleContext, RuleFinding } from './rule.js';

/** At most so many other places are named: enough to see that it is no accident. */
const OTHER_PLACES = 5;

/** An opgave that nothing takes up where a trend that leads to it is raised. */
interface Gap {
  readonly opgave: string;
  /** Strongest first, at least one. */
  readonly raisedBy: readonly InProgramme<Mention>[];
  /** Where it is taken up all the same, outside the section that raises it. */
  readonly elsewhere?: InProgramme<Evidence>;
}

export const opgaveOntbreekt: Rule = {
  code: 'opgave-ontbreekt',
  level: 'waarschuwing',
  title: 'Een trend komt aan de orde, een opgave die eruit volgt nog niet',
  description:
    'De tekst noemt een trend uit de studie. De studie verbindt daar een opgave aan, en nergens in het programma is te zien dat die wordt opgepakt, ook niet met zwakke aanwijzingen. De melding staat bij de sterkste vermelding; de andere plaatsen en het verband dat de studie legt staan erbij. Met ‘reikwijdte’ stelt u in waar het oppakken mag staan: in het hele programma, in hetzelfde document, of in dezelfde paragraaf (onder hetzelfde kopje, of een kopje daaronder).',
  example: 'In Waterdam is het woningtekort groter dan ooit.',
  remedy:
    'Neem de opgave op, verwijs naar de studie op de plaats waar het programma haar al oppakt, of zet haar bij ‘bewust niet’ met de reden.',
  silencedBy: 'any',
  *check(context): Iterable<RuleFinding> {
    const bySection = context.configuration.reikwijdte === 'paragraaf';
    for (const gap of bySection ? gapsBySection(context) : gapsOfProgramme(context)) yield findingOn(gap, context);
  },
  fixes(context, { opgave: id, from, to }: Finding): Fix[] {
    const opgave = context.study.opgave(id!)!;
    const place = likeliestPlace(context, opgave.id, { from, to });
    const leaveOut = leaveOutEdit(context.analysis.text, toldId(context, opgave.id));
    return [
      takeUp(context, opgave, from),
      ...(place
        ? [
            {
              title: `Al opgepakt? Bron toevoegen op regel ${context.lineOf(place.to)}`,
              edits: citeHere(context, opgave, place),
            },
          ]
        : []),
      ...(leaveOut
        ? [{ title: 'Bewust niet opnemen…', edits: [leaveOut], leavesOut: toldId(context, opgave.id) }]
        : []),
    ];
  },
};

function* gapsOfProgramme({ programme, document }: RuleContext): Iterable<Gap> {
  for (const coverage of programme.values()) {
    if (coverage.state !== 'ontbreekt') continue;
    const raisedBy = coverage.raisedMost(1 + OTHER_PLACES);
    if (raisedBy[0]?.document === document) yield { opgave: coverage.opgave, raisedBy };
  }
}

/** One gap for each largest stretch of sections that raises an opgave and nowhere takes it up. */
function* gapsBySection({ programme, analysis }: RuleContext): Iterable<Gap> {
  const sections = sectionsOf(analysis.blocks);
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
    for (const mentions of raisedIn.values())
      yield { opgave, raisedBy: mentions, ...(evidence[0] ? { elsewhere: evidence[0] } : {}) };
  }
}

function findingOn({ opgave: id, raisedBy, elsewhere }: Gap, { study, analysis }: RuleContext): RuleFinding {
  const opgave = study.opgave(id)!;
  const { from, to, id: trend } = raisedBy[0]!;
  const raised = study.find(trend)!;
  const link = raised.kind === 'trend' ? raised.opgaven.find((one) => one.id === id) : undefined;
  const where = elsewhere ? 'in deze paragraaf nog niet' : 'nog niet';
  return {
    from,
    to,
    message: `‘${quote(analysis.slice(from, to))}’ (${study.info.key} ${placeText(raised)}) komt aan de orde; de opgave ‘${opgave.title}’ (${placeText(opgave)}) ${where}.`,
    opgave: id,
    trend,
    related: [
      ...(elsewhere ? [place('Elders opgepakt', elsewhere)] : []),
      ...raisedBy.slice(1, 1 + OTHER_PLACES).map((mention) => place('Ook genoemd', mention)),
      ...(link?.why ? [{ message: tieOf(link), from, to, entry: trend }] : []),
      { message: `Wat de studie zegt: ${opgave.short}`, from, to, entry: id },
    ],
  };
}

/** Whose tie it is, and why. */
const tieOf = ({ why, page }: Link): string =>
  `${page === undefined ? 'Ligt voor de hand' : `Het verband dat de studie legt (p. ${page})`}: ${why}.`;

const place = (message: string, { from, to, document }: InProgramme<{ from: number; to: number }>) => ({
  message,
  from,
  to,
  document,
});

/** The words of a mention on one line, shortened in the middle when they run on. */
export function quote(text: string, most = 60): string {
  const words = text.replace(/\s+/g, ' ');
  if (words.length <= most) return words;
  const half = Math.floor((most - 1) / 2);
  return `${words.slice(0, half).trimEnd()} … ${words.slice(-half).trimStart()}`;
}

/**
 * Where a writer would say that the opgave is taken up already: words in this document that might do so, or else the
 * sentence of the finding itself.
 */
function likeliestPlace(
  { analysis, document, programme }: FixContext,
  opgave: string,
  found: { readonly from: number; readonly to: number },
): { readonly to: number; readonly block: number } | undefined {
  const seen =
    programme.get(opgave)?.evidence.find((evidence) => evidence.document === document) ??
    [...analysis.mentionsOf(opgave)].sort((a, b) => b.strength - a.strength)[0];
  if (seen) return seen;
  const block = analysis.blocks.findIndex(({ from, to }) => found.from >= from && found.from < to);
  return block < 0 ? undefined : { to: found.to, block };
}
