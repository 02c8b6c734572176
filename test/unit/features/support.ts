import { type CitationStyle, type ConfigurationLayer, layered } from '../../../server/src/core/configuration.js';
import { analyse } from '../../../server/src/core/document/document.js';
import { applyEdits } from '../../../server/src/core/features/edit.js';
import { citeHere } from '../../../server/src/core/features/fixes/cite-here.js';
import type { FixContext } from '../../../server/src/core/features/fixes/fix.js';
import { fixesFor, safeFixes } from '../../../server/src/core/rules/registry.js';
import { checkProgramme, coverageOfProgramme } from '../../../server/src/core/service.js';
import { smallEngine } from '../small-study.js';

export const DOCUMENT = 'programma.md';

/** A text as a programme of its own, with what fixes need. */
export function open(text: string, layer: ConfigurationLayer = {}) {
  const configuration = layered(layer);
  const analysis = analyse(smallEngine, text);
  const documents = [{ key: DOCUMENT, analysis }];
  const { findings } = checkProgramme([smallEngine], documents, configuration).get(DOCUMENT)!;
  const context: FixContext = {
    study: smallEngine.study,
    studies: [smallEngine.study],
    analysis,
    configuration,
    programme: coverageOfProgramme(documents, configuration),
    document: DOCUMENT,
    lineOf: (offset) => text.slice(0, offset).split('\n').length,
  };
  return { context, findings, analysis };
}

/** The text after a fix of the first finding with a code: the fix whose title begins with `title`. */
export function fixed(text: string, code: string, title: string, layer: ConfigurationLayer = {}): string {
  const { context, findings } = open(text, layer);
  const finding = findings.find((found) => found.code === code);
  if (!finding) throw new Error(`no ${code} in: ${text}`);
  const fixes = fixesFor(context, finding);
  const fix = fixes.find((one) => one.title.startsWith(title));
  if (!fix) throw new Error(`no ‘${title}’ among ${fixes.map((one) => one.title).join(' | ')}`);
  return applyEdits(text, fix.edits);
}

/** The text with a source at the sentence of its first finding, for the opgave that it is about. */
export function citedAtFinding(text: string, verwijzing: CitationStyle = 'pandoc'): string {
  const { context, findings, analysis } = open(text, { verwijzing });
  const { from, to, opgaven } = findings.find(({ code }) => code === 'opgave-ontbreekt')!;
  const block = analysis.blocks.findIndex((one) => from >= one.from && from < one.to);
  return applyEdits(text, citeHere(context, context.study.opgave(opgaven![0]!)!, { to, block }));
}

export function fixedAll(text: string): string {
  const { context, findings } = open(text);
  return applyEdits(text, safeFixes(context, findings));
}

export const codesIn = (text: string): string[] => open(text).findings.map(({ code }) => code);
