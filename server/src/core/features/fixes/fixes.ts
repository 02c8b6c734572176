import { clearlyNearest } from '../../dutch/spelling.js';
import { leaveOutEdit, notTakenUpEdit } from '../../markdown/front-matter-edits.js';
import type { Finding } from '../../rules/finding.js';
import type { StudyIndex } from '../../study/index.js';
import type { Edit } from '../edit.js';
import { mentionsAt } from '../lookup.js';
import { citeHere } from './cite-here.js';
import type { Fix, FixContext } from './fix.js';
import { removeComment } from './remove-comment.js';
import { silence } from './silence.js';
import { takeUp } from './take-up.js';

/** What can be done about a finding, in the order in which a writer would consider it. */
export function fixesFor(context: FixContext, finding: Finding): Fix[] {
  switch (finding.code) {
    case 'opgave-ontbreekt':
      return [...missingOpgave(context, finding), ...silence(context, finding.code, finding.from)];
    case 'onderdrukking-onbekend':
    case 'onderdrukking-ongebruikt':
      return [
        ...replacements(context, finding),
        { title: 'Opmerking weghalen', edits: removeComment(context.analysis, finding.from) },
      ];
    case 'bewust-niet-onbekend':
      return [
        ...replacements(context, finding),
        ...missingReason(context, finding),
        ...silence(context, finding.code, finding.from),
      ];
    default:
      return [...replacements(context, finding), ...silence(context, finding.code, finding.from)];
  }
}

function missingOpgave(context: FixContext, { opgave: id, from, to }: Finding): Fix[] {
  const opgave = id === undefined ? undefined : context.study.opgave(id);
  if (!opgave) return [];
  const fixes: Fix[] = [takeUp(context, opgave, from)];
  const place = likeliestPlace(context, opgave.id, { from, to });
  if (place) {
    const title = `Al opgepakt? Bron toevoegen op regel ${context.lineOf(place.to)}`;
    fixes.push({ title, edits: citeHere(context, opgave, place) });
  }
  const leaveOut = leaveOutEdit(context.analysis.text, opgave.id);
  if (leaveOut) fixes.push({ title: 'Bewust niet opnemen…', edits: [leaveOut], leavesOut: opgave.id });
  return fixes;
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

function missingReason({ analysis }: FixContext, { from, to, suggestions }: Finding): Fix[] {
  const left = analysis.frontMatter.leftOut.find((item) => item.from === from && item.to === to);
  if (!left || suggestions !== undefined) return [];
  const edit = leaveOutEdit(analysis.text, left.id);
  return edit ? [{ title: 'Reden invullen', edits: [edit] }] : [];
}

function replacements({ study }: FixContext, finding: Finding): Fix[] {
  const { from, to, suggestions = [], code } = finding;
  return suggestions.map((suggestion, rank) => ({
    title: `Vervangen door ‘${suggestion}’`,
    edits: [{ from, to, text: code === 'bron-onbekend' ? `${study.info.key}:${suggestion}` : suggestion }],
    ...(rank === 0 ? { preferred: true } : {}),
  }));
}

/** Where the id of a citation begins, behind the key of its study. */
const afterKey = ({ info }: StudyIndex, from: number): number => from + info.key.length + 1;

/** What can be done at a place without a finding: words that possibly take an opgave up become certain, or do not count. */
export function choicesAt(context: FixContext, offset: number): Fix[] {
  const { study, analysis, programme } = context;
  return mentionsAt(analysis, offset).flatMap((mention) => {
    const opgave = mention.kind === 'opgave' ? study.opgave(mention.id) : undefined;
    if (!opgave || programme.get(opgave.id)?.state !== 'mogelijk') return [];
    const not = notTakenUpEdit(analysis.text, opgave.id);
    return [
      { title: `‘${opgave.title}’ wordt hier opgepakt: bron toevoegen`, edits: citeHere(context, opgave, mention) },
      ...(not ? [{ title: `‘${opgave.title}’ wordt hier niet opgepakt: niet meetellen`, edits: [not] }] : []),
    ];
  });
}

/** Edits that mend everything that can be mended without a choice: pages, comments without effect, a key with one clear neighbour. */
export function safeFixes(context: FixContext, findings: readonly Finding[]): Edit[] {
  const edits: Edit[] = [];
  for (const finding of findings) {
    for (const edit of safeFix(context, finding)) {
      const overlaps = edits.some(({ from, to }) => edit.from <= to && from <= edit.to);
      if (!overlaps) edits.push(edit);
    }
  }
  return edits;
}

function safeFix(context: FixContext, { code, from, to, suggestions = [] }: Finding): Edit[] {
  const { study, analysis } = context;
  switch (code) {
    case 'pagina-klopt-niet':
      return suggestions.length === 1 ? [{ from, to, text: suggestions[0]! }] : [];
    case 'onderdrukking-ongebruikt':
      return removeComment(analysis, from);
    case 'bron-onbekend': {
      const start = afterKey(study, from);
      const ids = [...study.entries, ...study.terms].map(({ id }) => id);
      const id = clearlyNearest(analysis.text.slice(start, to), ids);
      return id === undefined ? [] : [{ from, to, text: `${study.info.key}:${id}` }];
    }
    default:
      return [];
  }
}
