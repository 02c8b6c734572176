import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import type { CitationStyle } from '../../../server/src/core/configuration.js';
import { completionsAt } from '../../../server/src/core/features/completion.js';
import { applyEdits, type Edit, escapeSnippet } from '../../../server/src/core/features/edit.js';
import type { Fix } from '../../../server/src/core/features/fixes/fix.js';
import { insertAt } from '../../../server/src/core/features/insert-at.js';
import { StudySearch } from '../../../server/src/core/features/search.js';
import { frontMatterEnd } from '../../../server/src/core/markdown/blocks.js';
import { fixesFor, safeFixes } from '../../../server/src/core/rules/registry.js';
import { needProgram } from '../../debian.js';
import { documents } from '../../pandoc/documents.js';
import { type Reading, readingsOf } from '../../pandoc/reading.js';
import { runs } from '../runs.js';
import { smallEngine } from '../small-study.js';
import { open } from './support.js';

const { study } = smallEngine;
const search = new StudySearch(study);
const SAMPLE = runs(200);

beforeAll(() => needProgram('pandoc'));

/** One thing that can be done with a text. */
interface Change {
  readonly what: string;
  readonly edits: readonly Edit[];
  /** How many places of the body differ by what is put in. */
  readonly differs: 'inserted' | 'citations' | 'comments' | 'metadata';
  /** What a finding says that goes. */
  readonly mends?: string;
}

const said = ({ code, message }: { code: string; message: string }): string =>
  `${code}: ${message.replace(/regel \d+/g, 'regel')}`;

/** What is silenced in the settings changes no text. */
const withEdits = (fixes: readonly Fix[]): Fix[] => fixes.filter(({ silences }) => !silences);

/** Every fix of every finding. */
function fixesOf(text: string, style: CitationStyle): Change[] {
  const { context, findings } = open(text, { verwijzing: style });
  return findings.flatMap((finding) =>
    withEdits(fixesFor(context, finding)).map(({ title, edits }) => ({
      what: `${title} (${finding.code})`,
      edits,
      differs: /^(?:Niet meer melden|Telt hier niet|Opmerking weghalen)/.test(title)
        ? 'comments'
        : title.startsWith('Bewust')
          ? 'metadata'
          : title.startsWith('Vervangen')
            ? 'citations'
            : 'inserted',
      // Elsewhere the same may be said.
      ...(title.startsWith('Telt hier niet') ? {} : { mends: said(finding) }),
    })),
  );
}

/** An empty one keeps lists apart. */
const isSteering = (mark: string): boolean => /opgavenwijzer[-:]|<!-- -->/.test(mark);

/** The body without the comments that steer. */
function withoutComments(marks: readonly string[]): string[] {
  const kept: string[] = [];
  for (let i = 0; i < marks.length; i++) {
    if (/^<Raw/.test(marks[i]!) && isSteering(marks[i + 2] ?? '')) i += 3;
    else kept.push(marks[i]!);
  }
  return kept;
}

/** The body with every citation of the study alike. */
const withoutCitations = ({ marks }: Reading): string[] =>
  marks.map((mark) => (/^@.*\|proefstudie:/.test(mark) ? '@' : mark));

/** What `after` has more than `before`, in one place; undefined where they differ otherwise. */
function insertedIn(before: readonly string[], after: readonly string[]): string[] | undefined {
  const more = after.length - before.length;
  if (more < 0) return undefined;
  let from = 0;
  while (from < before.length && before[from] === after[from]) from++;
  return before.slice(from).every((mark, i) => mark === after[from + more + i])
    ? after.slice(from, from + more)
    : undefined;
}

/** Whether all that opens closes, whatever stands before. */
function isWhole(marks: readonly string[]): boolean {
  const count = (pattern: RegExp): number => marks.filter((mark) => pattern.test(mark)).length;
  return count(/^<[A-Z]/) === count(/^<\//) && count(/^\[$/) === count(/^\]$/);
}

function checkReading({ what, differs }: Change, before: Reading, after: Reading, text: string): void {
  const own = (reading: Reading) => ({ ...reading.metadata, opgavenwijzer: undefined });
  expect(own(after), `${what}\n${text}`).toEqual(own(before));
  if (differs === 'citations')
    expect(withoutCitations(after).join(' '), `${what}\n${text}`).toEqual(withoutCitations(before).join(' '));
  else if (differs === 'comments')
    expect(withoutComments(after.marks).join(' '), `${what}\n${text}`).toEqual(withoutComments(before.marks).join(' '));
  else if (differs === 'metadata') expect(after.marks.join(' '), `${what}\n${text}`).toEqual(before.marks.join(' '));
  else {
    const put = insertedIn(before.marks, after.marks);
    expect(
      put && isWhole(put),
      `${what}: ${put?.join('')}\n${text}\n${before.marks.join(' ')}\n${after.marks.join(' ')}`,
    ).toBe(true);
    expect(
      put!.filter((mark) => /^@|^="<!-- @proefstudie:/.test(mark)),
      `${what}\n${text}`,
    ).toHaveLength(1);
  }
}

/** Edits that bring back what edits took away. */
function undoing(text: string, edits: readonly Edit[]): Edit[] {
  let moved = 0;
  return [...edits]
    .sort((a, b) => a.from - b.from)
    .map(({ from, to, text: put }) => {
      const at = from + moved;
      moved += put.length - (to - from);
      return { from: at, to: at + put.length, text: text.slice(from, to) };
    });
}

/** The words that a writer puts in the blanks of a snippet. */
const filled = (snippet: string): string =>
  snippet.replace(/\$\{\d+[:|](?:\\.|[^}\\])*\}|\$\d/g, 'Wij gaan aan de slag.').replace(/\\([\\$}])/g, '$1');

/** So many documents are read in one run of Pandoc. */
const BATCH = 10;
const SOME = { minLength: 1, maxLength: BATCH, size: 'max' } as const;
/** On average a batch is half as long. */
const batchesOf = (cases: number) => runs((2 * cases) / BATCH);

/** What Pandoc reads in texts and in what becomes of each, all in one run. */
function readAll(cases: readonly { readonly text: string; readonly results: readonly string[] }[]) {
  const readings = readingsOf(cases.flatMap(({ text, results }) => [text, ...results]));
  let next = 0;
  return cases.map(({ results }) => {
    const before = readings[next++]!;
    return { before, after: results.map(() => readings[next++]!) };
  });
}

test.each(['pandoc', 'voetnoot'] as const)('a fix does what it says and nothing else (%s)', (style) => {
  fc.assert(
    fc.property(fc.array(documents, SOME), (texts) => {
      const cases = texts.map((text) => {
        const changes = fixesOf(text, style);
        return { text, changes, results: changes.map(({ edits }) => applyEdits(text, edits)) };
      });
      const readings = readAll(cases);
      for (const [k, { text, changes, results }] of cases.entries()) {
        const old = open(text).findings.map(said);
        for (const [i, change] of changes.entries()) {
          checkReading(change, readings[k]!.before, readings[k]!.after[i]!, results[i]!);
          expect(applyEdits(results[i]!, undoing(text, change.edits)), change.what).toBe(text);
          // What is to be filled in takes nothing up before that.
          checkFindings(
            change,
            old,
            applyEdits(
              text,
              change.edits.map((edit) => ({ ...edit, text: filled(edit.snippet ?? escapeSnippet(edit.text)) })),
            ),
          );
        }
      }
    }),
    batchesOf(100),
  );
});

/** The finding that a change mends is gone, and no other has come but that a comment has nothing more to silence. */
function checkFindings({ what, mends, differs }: Change, old: readonly string[], result: string): void {
  const left = open(result).findings.map(said);
  const count = (all: readonly string[]): number => all.filter((one) => one === mends).length;
  if (mends !== undefined) expect(count(left), `${what}\n${result}`).toBeLessThan(count(old));
  for (const one of left)
    if (!follows(one) || (differs === 'comments' && mends !== undefined))
      expect(old, `${what}\n${result}`).toContain(one);
}

/** That a comment has nothing more to silence, or that of a theme nothing is left but its heading, follows from what is mended. */
const follows = (finding: string): boolean => /^(?:onderdrukking-ongebruikt|thema-onvolledig)/.test(finding);

test('mending all that can be mended leaves nothing of the kind, and brings nothing else', () => {
  fc.assert(
    fc.property(documents, (text) => {
      const { context, findings } = open(text);
      const result = applyEdits(text, safeFixes(context, findings));
      const again = open(result);
      const old = findings.map(said);
      for (const one of again.findings.map(said)) if (!follows(one)) expect(old, result).toContain(one);
      // What is mended may have made a comment needless.
      const clean = applyEdits(
        result,
        safeFixes(
          again.context,
          again.findings.filter((one) => !follows(said(one))),
        ),
      );
      expect(clean).toBe(result);
    }),
    SAMPLE,
  );
});

const place = fc.double({ min: 0, max: 1, noNaN: true });

/** No cursor stands within a character. */
const characterAt = (text: string, at: number): number => (/[\uDC00-\uDFFF]/.test(text[at] ?? '') ? at + 1 : at);

test.each(['pandoc', 'voetnoot'] as const)(
  'a source goes where it can be read, wherever the cursor stands (%s)',
  (style) => {
    const item = study.find('samen-doen')!;
    const cursors = fc.array(place, { minLength: 3, maxLength: 3 });
    fc.assert(
      fc.property(fc.array(fc.tuple(documents, cursors), SOME), (all) => {
        const cases = all.map(([text, places]) => {
          const { analysis } = open(text);
          const made = places.flatMap((one) => {
            const at = characterAt(text, Math.floor(one * text.length));
            const edit = insertAt(study, analysis, { item }, style, at);
            return edit ? [{ what: `insert at ${at}`, result: applyEdits(text, [edit, ...edit.edits]) }] : [];
          });
          return { text, made, results: made.map(({ result }) => result) };
        });
        for (const [k, { before, after }] of readAll(cases).entries())
          for (const [i, { what, result }] of cases[k]!.made.entries())
            checkReading({ what, differs: 'inserted', edits: [] }, before, after[i]!, result);
      }),
      batchesOf(200),
    );
  },
);

/** What is typed of `samen-doen`. */
const PART = 'samen-do';
const TYPED = [
  '@samen-do',
  '[@samen-do]',
  '[zie @samen-do, p. 31, verder]',
  '@{samen-do}',
  '_@samen-do_',
  '[@jansen, p. 3;\n@samen-do]',
  '[-@samen-do]',
];

/** A document in which a source is being typed between two words of its body, and what it becomes. */
function completed(text: string, where: number, typed: string) {
  const top = frontMatterEnd(text);
  const at = text.indexOf(' ', top + Math.floor(where * (text.length - top)));
  const line = text.slice(text.lastIndexOf('\n', at - 1) + 1, at);
  // Whoever types in a table of which the columns are drawn pushes them out of place; HTML and the line that opens a box have no list.
  if (at < 0 || /\+--|-- +--|<summary>/.test(text) || /^(?::::|!!!|\?\?\?|kleur:|\{\{<|!\[\[)/.test(line))
    return undefined;
  // Before a bracket the key that is being typed would take it in, among sources what stands behind it.
  if (text[at + 1] === '[' || /\[[^\]]*@[^\]]*$/.test(text.slice(0, at))) return undefined;
  // A heading, or a row of a table, is one line.
  if (typed.includes('\n') && !/^\p{Lu}/u.test(line)) return undefined;
  const before = `${text.slice(0, at)} ${typed}${text.slice(at)}`;
  const cursor = before.indexOf(PART, at) + PART.length;
  const [completion] = completionsAt(study, search, open(before).analysis, cursor, 'pandoc') ?? [];
  return { text: before, results: completion ? [applyEdits(before, [completion, ...completion.edits])] : [] };
}

test('a list of sources comes where Pandoc reads one, and puts in its place what it says', () => {
  const typed = fc.tuple(documents, place, fc.constantFrom(...TYPED));
  const alike = ({ marks }: Reading, key: string): string =>
    marks.map((mark) => (mark.includes(`|${key}|`) ? mark.replace(/\|[^|]*\|,?(?:p\.31)?/, '|') : mark)).join(' ');
  fc.assert(
    fc.property(fc.array(typed, SOME), (all) => {
      const cases = all.flatMap(([text, where, word]) => completed(text, where, word) ?? []);
      for (const [k, { before, after }] of readAll(cases).entries()) {
        const { text, results } = cases[k]!;
        if (!before.marks.some((mark) => mark.includes(`|${PART}|`))) continue;
        expect(results, text).toHaveLength(1);
        expect(alike(after[0]!, 'proefstudie:samen-doen'), `${text}\n→\n${results[0]}`).toBe(alike(before, PART));
      }
    }),
    batchesOf(200),
  );
});
