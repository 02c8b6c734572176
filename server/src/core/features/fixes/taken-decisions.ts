import type { Analysis } from '../../analysis.js';
import { isDirective, isVerdict, WORDS } from '../../markdown/directives.js';
import { LEFT_OUT, VERDICT_KEYS } from '../../markdown/front-matter.js';
import { removeFromFrontMatter } from '../../markdown/front-matter-removal.js';
import type { StudyIndex } from '../../study/index.js';
import { ownId } from '../../study/reference.js';
import type { Edit } from '../edit.js';
import { removeComment } from './remove-comment.js';

/** What a writer has decided somewhere in a document, and the edits that take it back. */
export interface TakenDecision {
  /** `Telt niet: ‘Nieuwbouw aanjagen’` */
  readonly label: string;
  /** It keeps something from being reported; else it says what words do. */
  readonly silences: boolean;
  readonly from: number;
  readonly to: number;
  readonly edits: readonly Edit[];
}

/**
 * Every decision in a document: those of the front matter, then the comments in their order.
 * @param studies all that are at work: a decision is about what any of them has
 */
export function takenDecisions(studies: readonly StudyIndex[], analysis: Analysis): TakenDecision[] {
  const { text, frontMatter, directives } = analysis;
  const titleOf = (id: string): string => {
    const titles = studies.flatMap((study) => study.find(ownId(study, id))?.title ?? []);
    return (titles.length > 0 ? titles : [id]).map((title) => `‘${title}’`).join(' en ');
  };
  const inFront = [
    ...frontMatter.leftOut.map((left) => ({ ...left, key: LEFT_OUT, words: 'bewust niet' })),
    ...frontMatter.verdicts.map((one) => ({ ...one, key: VERDICT_KEYS[one.verdict], words: WORDS[one.verdict] })),
  ].flatMap(({ id, key, words, from, to }) => {
    const edit = removeFromFrontMatter(text, key, id);
    return edit
      ? [{ label: `${sentence(words)}: ${titleOf(id)}`, silences: key === LEFT_OUT, from, to, edits: [edit] }]
      : [];
  });
  const beside = directives
    .filter(isDirective)
    // A comment that lets a rule speak again goes with the one that silenced it.
    .filter(({ verb }) => verb !== 'enable')
    .map(({ verb, codes, from, to }) => {
      const names = codes.map(({ code }) => (isVerdict(verb) ? titleOf(code) : code)).join(', ');
      const label = `${sentence(WORDS[verb])}${names === '' ? '' : `: ${names}`}`;
      return { label, silences: !isVerdict(verb), from, to, edits: removeComment(analysis, from) };
    });
  return [...inFront, ...beside];
}

const sentence = (words: string): string => `${words[0]!.toUpperCase()}${words.slice(1)}`;
