import type { Analysis, Engine } from '../../../server/src/core/analysis.js';
import { type CoverageSource, counts, coverageOf, strongestFirst } from '../../../server/src/core/coverage/coverage.js';
import { isAboutSoftware } from '../../../server/src/core/dutch/language.js';
import type { Citation } from '../../../server/src/core/markdown/citation.js';
import { parseMarkdown } from '../../../server/src/core/markdown/markdown-reader.js';
import { analyseBlock } from '../../../server/src/core/recognition/analysed-block.js';
import { placeBlocks } from '../../../server/src/core/recognition/block-in-context.js';
import {
  clarityOf,
  evidenceOf,
  type Mention,
  mentionsIn,
  movedMention,
  takesUp,
} from '../../../server/src/core/recognition/mentions.js';

/** What is recognised in a text when every block is estimated for everything at once. */
export function recognisedAtOnce(
  { study, reader, matcher, recogniser }: Engine,
  text: string,
  { citations, frontMatter }: Analysis,
) {
  const { blocks } = parseMarkdown(text);
  const analysed = blocks.map((block) => analyseBlock(reader, [{ matcher, recogniser }], text, block)[0]!);
  const { blocks: row } = placeBlocks(analysed);
  const sum = (of: (block: (typeof analysed)[number]) => number): number => analysed.reduce((n, one) => n + of(one), 0);
  const isManual = isAboutSoftware(
    sum(({ words }) => words),
    sum(({ softwareWords }) => softwareWords),
  );
  const mentions = isManual
    ? []
    : row.flatMap((_, at) =>
        mentionsIn(recogniser, row, at).map((mention) => movedMention(mention, blocks[at]!.from, at)),
      );
  return { mentions, coverage: coverageOf(study, sourceOf(mentions, citations), frontMatter), row };
}

/** What a document says, from plain lists. */
export function sourceOf(mentions: readonly Mention[], citations: readonly Citation[]): CoverageSource {
  const mentionsOf = (id: string): readonly Mention[] => mentions.filter((mention) => mention.id === id);
  const strongestAgainst = (id: string): Mention | undefined =>
    mentionsOf(id)
      .filter(({ stance }) => stance === 'anders')
      .sort(strongestFirst)[0];
  return {
    citations,
    cites: (id) => citations.some((citation) => counts(citation, id)),
    mentionsOf,
    named: (id) => mentionsOf(id).filter(({ stance }) => stance === 'genoemd'),
    opposition: (id) => strongestAgainst(id)?.strength ?? 0,
    strongestAgainst,
    words: (id) => clarityOf(mentionsOf(id).reduce((sum, mention) => sum + evidenceOf(mention), 0)),
    strongestOf: (id, most) =>
      mentionsOf(id)
        .filter((mention) => mention.certain && takesUp(mention))
        .sort(strongestFirst)
        .slice(0, most),
    support: () => undefined,
  };
}
