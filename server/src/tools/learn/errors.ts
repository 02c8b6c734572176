import { byBlock, COLUMNS, thresholdsByDocument } from './evaluate.js';
import type { Estimate, Lesson } from './lesson.js';
import { findingsIn, judge } from './measure.js';
import { codesOf } from './places.js';

/** So much of a passage is shown. */
const SHOWN = 200;

/**
 * Every verdict on a passage that a reader does not share, a line each: what is wrong with it, in which column of the table,
 * where, about what, and which log-odds led to it.
 */
export function errors(lesson: Lesson, estimates: readonly Estimate[]): string {
  const { recogniser, documents } = lesson;
  const blocks = byBlock(lesson, estimates);
  const thresholds = thresholdsByDocument(lesson, estimates);
  const labelOf = new Map(
    [...codesOf(recogniser, 'themes'), ...codesOf(recogniser, 'opgaven')].flatMap(([label, codes]) =>
      codes.map((code) => [code, label]),
    ),
  );
  const lines: string[] = [];
  for (const { name: column, counts } of COLUMNS) {
    for (const [d, document] of documents.entries()) {
      const text = document.text.split('\n');
      for (const judged of judge(recogniser, document, blocks[d]!, (unit) => counts(document, unit))) {
        const { unit } = judged;
        const tell = (what: string, code: string): void => {
          const label = labelOf.get(code)!;
          const of = unit.blocks
            .flatMap((block) => blocks[d]!.get(block) ?? [])
            .filter((estimate) => estimate.label === label)
            .sort((a, b) => b.z - a.z)[0];
          const by = of ? Object.entries({ z: of.z, named: of.named, ...of.by }) : [];
          lines.push(
            [
              what,
              column,
              `${document.name}:${unit.from + 1}`,
              `${code} ${recogniser.labels.ids[label]}`,
              by.map(([part, z]) => `${part} ${z.toFixed(1)}`).join(' '),
              text
                .slice(unit.from, unit.to + 1)
                .join(' ')
                .slice(0, SHOWN),
            ].join('\t'),
          );
        };
        const { themes, opgaven, otherwise } = findingsIn(judged, thresholds[d]!);
        for (const code of themes)
          if (!unit.themes.has(code) && !unit.themesMaybe.has(code)) tell('thema vals alarm', code);
        for (const code of unit.themes) if (!themes.has(code)) tell('thema gemist', code);
        for (const code of opgaven) {
          if (unit.opgaven.get(code) === '~') tell('alleen genoemd', code);
          else if (!unit.opgaven.has(code) && !unit.opgavenMaybe.has(code)) tell('vals alarm', code);
          if (otherwise.has(code) && unit.hasSigns && unit.opgaven.get(code) !== '-') tell('anders vals alarm', code);
        }
        for (const [code, sign] of unit.opgaven) {
          if (sign !== '~' && !opgaven.has(code)) tell('gemist', code);
          if (sign === '-' && !otherwise.has(code)) tell('anders gemist', code);
        }
      }
    }
  }
  return lines.sort().join('\n');
}
