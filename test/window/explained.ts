import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT } from '../../scripts/vscode/install.mjs';
import { builtinStudy, createService, layered, type StudyIndex } from '../../server/src/core/index.js';

/** Words with a finding on them, and what the hover there says. */
export interface Explained {
  /** What the study has: a trend, an opgave, a term. */
  readonly id: string;
  readonly kind: string;
  readonly code: string;
  readonly message: string;
  readonly markdown: string;
}

const service = createService([builtinStudy]);
const [study] = service.studies as [StudyIndex];

/** Programmes of the tests: each whole, and each of its paragraphs for itself, in which everything is left. */
const TEXTS = ['test/corpus', 'test/fixtures/rules', 'test/fixtures/recognition', 'voorbeelden/waterdam'].flatMap(
  (folder) =>
    readdirSync(join(PROJECT, folder))
      .filter((name) => name.endsWith('.md') && name !== 'README.md')
      .flatMap((name) => {
        const text = readFileSync(join(PROJECT, folder, name), 'utf8');
        return [text, ...text.split(/\n\n+/)];
      }),
);

/** A citation of a page that is not there: the one finding that there can be on anything in the study. */
export const wrongly = (id: string): string => `[@${study.info.key}:${id}, p. 999]`;

/** Everything in the study that can be cited, with that finding on it. */
export const cited = (municipality?: string): Explained[] =>
  [...study.entries, ...study.parts, ...study.terms].flatMap(({ id }) =>
    explainedIn(`Zie ${wrongly(id)}.\n`, municipality),
  );

/** What stands in running text with a finding on it. */
export const inWords = (municipality?: string): Explained[] => TEXTS.flatMap((text) => explainedIn(text, municipality));

/** Trends, opgaven and terms. */
export const IDS = [...study.trends, ...study.opgaven, ...study.terms].map(({ id }) => id);

/** What has a finding on it in a document. */
export function explainedIn(text: string, municipality?: string): Explained[] {
  const analysis = service.analyse(text);
  const programme = {
    documents: [{ key: 'a.md', analysis }],
    configuration: layered(municipality === undefined ? {} : { gemeente: municipality }),
  };
  return service.check(programme).findings.flatMap(({ code, message, brief = message, from }) => {
    const at = from + 1;
    const item = service.lookup(programme, at)?.item;
    const hover = service.hover(programme, at, {
      lineOf: (offset) => text.slice(0, offset).split('\n').length,
      links: (_, about) =>
        ['Lees verder', 'Bron invoegen', 'Waarom dit?', ...(about === undefined ? [] : ['Niet meer tonen'])].map(
          (words) => [words, 'command:x'] as const,
        ),
    });
    return item && hover ? [{ id: item.id, kind: item.kind, code, message: brief, markdown: hover.markdown }] : [];
  });
}
