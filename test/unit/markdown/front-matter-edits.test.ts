import fc from 'fast-check';
import { expect, test } from 'vitest';
import { applyEdits } from '../../../server/src/core/features/edit.js';
import { frontMatterEnd } from '../../../server/src/core/markdown/blocks.js';
import { readFrontMatter } from '../../../server/src/core/markdown/front-matter.js';
import { leaveOutEdit, verdictEdit } from '../../../server/src/core/markdown/front-matter-edits.js';
import { runs } from '../runs.js';

/** Pieces of YAML, whole and broken, that begin, continue or swallow each other. */
const PIECES = [
  '---\n',
  '...\n',
  'opgavenwijzer:\n',
  'opgavenwijzer: {}\n',
  'opgavenwijzer: { bewust-niet: { wijkenaanpak: "Nu niet." } }\n',
  '  bewust-niet:\n',
  '  bewust-niet: {}\n',
  '    stadsrandwijken: Te ver weg.\n',
  '    wijkenaanpak: "Nu\n',
  '    wijkenaanpak: |\n      Nu niet.\n',
  '  niet-opgepakt:\n',
  '  niet-opgepakt: [wijkenaanpak]\n',
  '    - functies-combineren\n',
  'title: Ons plan\n',
  '  title: Ons plan\n',
  '# een opmerking\n',
  '&a ',
  '*a',
  '{',
  '}',
  '[',
  ': ',
  '- ',
  '"',
  "'",
  '\t',
  '\r\n',
  '\uFEFF',
  '😀',
  '\0',
] as const;
const BODY = '\n# Kop\n\nWij bouwen.\n';
const text = fc
  .tuple(fc.boolean(), fc.array(fc.constantFrom(...PIECES), { maxLength: 12 }))
  .map(([fenced, pieces]) => (fenced ? `---\n${pieces.join('')}\n---\n${BODY}` : pieces.join('') + BODY));

const read = (of: string) => readFrontMatter(of, frontMatterEnd(of));

test('an edit of the front matter says what it was to say, leaves the rest as it was, or is not offered', () => {
  fc.assert(
    fc.property(text, fc.string(), (before, words) => {
      const reason = `Reden ${words}`;
      const id = 'nieuwbouw-aanjagen';
      for (const edit of [
        leaveOutEdit(before, id, reason),
        leaveOutEdit(before, id),
        verdictEdit(before, 'telt-niet', id),
      ]) {
        if (!edit) continue;
        const after = applyEdits(before, [edit]);
        expect(after.endsWith(BODY)).toBe(true);
        expect(read(after).faults.length).toBeLessThanOrEqual(read(before).faults.length);
        const ids = [...read(after).leftOut, ...read(after).verdicts].map((one) => one.id);
        for (const one of [...read(before).leftOut, ...read(before).verdicts]) expect(ids).toContain(one.id);
        expect(ids).toContain(id);
      }
    }),
    runs(500),
  );
});
