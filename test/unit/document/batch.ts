import type { Analysis, Engine } from '../../../server/src/core/analysis.js';
import { coverageOf, sourceOf } from '../../../server/src/core/coverage/coverage.js';
import { isAboutSoftware } from '../../../server/src/core/dutch/language.js';
import { parseMarkdown } from '../../../server/src/core/markdown/markdown-reader.js';
import { analyseBlock } from '../../../server/src/core/recognition/analysed-block.js';
import { placeBlocks } from '../../../server/src/core/recognition/block-in-context.js';
import { mentionsFrom, movedMention } from '../../../server/src/core/recognition/mentions.js';

/** What is recognised in a text when every block is estimated for everything at once, as learning and measuring do. */
export function recognisedAtOnce(
  { study, matcher, recogniser }: Engine,
  text: string,
  { citations, frontMatter }: Analysis,
) {
  const { blocks } = parseMarkdown(text);
  const analysed = blocks.map((block) => analyseBlock(matcher, recogniser.labels, text, block));
  const { blocks: row } = placeBlocks(analysed);
  const sum = (of: (block: (typeof analysed)[number]) => number): number => analysed.reduce((n, one) => n + of(one), 0);
  const isManual = isAboutSoftware(
    sum(({ words }) => words),
    sum(({ softwareWords }) => softwareWords),
  );
  const mentions = isManual
    ? []
    : row.flatMap((block, at) =>
        mentionsFrom(recogniser, recogniser.model, block.own, recogniser.estimates(row, at)).map((mention) =>
          movedMention(mention, blocks[at]!.from, at),
        ),
      );
  return { mentions, coverage: coverageOf(study, sourceOf(mentions, citations), frontMatter), row };
}
