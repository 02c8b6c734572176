import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { AGAINST } from '../../core/recognition/labels.js';
import { type CompiledSignals, compileSignals } from '../../core/signals/compile-signals.js';
import { parseSignals, type Signal } from '../../core/signals/signal.js';
import type { Study } from '../../core/study/model.js';
import { faultLines } from '../../core/written-study/fault-lines.js';
import { filesOfStudy } from '../../core/written-study/file-names.js';
import type { Form } from '../../core/written-study/form.js';
import type { Language } from '../../core/written-study/language.js';
import type { MunicipalityFacts } from '../../core/written-study/local-study.js';
import { readStudy, type StudyText } from '../../core/written-study/read-study.js';
import type { WrittenSignals } from '../../core/written-study/written-signals.js';
import { type StudyFault, YamlFile } from '../../core/written-study/yaml-file.js';
import { CUES_FORM, MUNICIPALITIES_FORM, WORDS_FORM } from './data-forms.js';

export interface CompiledStudy {
  readonly study: Study;
  readonly signals: CompiledSignals;
  /** Of the language, by their names. */
  readonly cues: CompiledSignals;
  readonly language: Language;
  readonly municipalities: readonly MunicipalityFacts[];
}

/**
 * Reads a study from its folder, as one of a writer's own is read, and compiles it for learned weights.
 * @param folder the study, a folder below `data`; beside it stand the cues of the language and the municipalities
 * @returns the compiled study, or the faults that stand in the way of it, each a line with its file below `data`
 */
export function compileStudy(folder: string): CompiledStudy | { readonly faults: readonly string[] } {
  const data = dirname(folder);
  const faults: StudyFault[] = [];
  const texts: StudyText[] = [];
  const textOf = (name: string): StudyText => {
    texts.push({ name, text: readFileSync(join(data, name), 'utf8') });
    return texts.at(-1)!;
  };
  const read = <F extends Form>(name: string, form: F) => {
    const file = new YamlFile(name, textOf(name).text, faults);
    return { file, value: file.read(form) };
  };
  const cues = read('cues.yaml', CUES_FORM).value ?? {};
  const { leeg: empty = '', algemeen: general = '' } = read('gewone-woorden.yaml', WORDS_FORM).value ?? {};
  const facts = read('gemeenten.yaml', MUNICIPALITIES_FORM);
  const municipalities = facts.value ?? [];
  checkNames(facts.file, municipalities);

  const language = { empty, general };
  const names = filesOfStudy(readdirSync(folder, { recursive: true, encoding: 'utf8' }));
  const files = names.map((name) => textOf(`${basename(folder)}/${name}`));
  const reading = readStudy(files, language, () => municipalities, []);
  faults.push(...reading.faults);
  if (!reading.read || faults.length > 0) return { faults: faultLines(faults, texts) };
  const { study, written } = reading.read;
  return {
    study,
    signals: compileSignals(byLabel(written)),
    cues: compileSignals(Object.entries(cues).map(([cue, block]) => [cue, inAlphabet(parseSignals(block))])),
    language,
    municipalities,
  };
}

/** The signals as they are written: what they weigh is learned. */
const byLabel = ({ of, against }: WrittenSignals): (readonly [label: string, signals: readonly Signal[]])[] => [
  ...[...of].map(([id, block]) => [id, inAlphabet(parseSignals(block))] as const),
  ...[...against].map(([id, signals]) => [`${AGAINST}${id}`, inAlphabet(signals)] as const),
];

/** In the order of the alphabet the table packs smaller. */
const inAlphabet = (signals: readonly Signal[]): Signal[] =>
  [...signals].sort((a, b) => (a.source < b.source ? -1 : 1));

/** Every name of a municipality means one. */
function checkNames(file: YamlFile, municipalities: readonly MunicipalityFacts[]): void {
  const names = new Set<string>();
  for (const [i, { name, variants = [], former = [] }] of municipalities.entries())
    for (const each of [name, ...variants, ...former]) {
      if (names.has(each)) file.fault(file.placeOf(municipalities, i), `‘${each}’ staat er al`);
      names.add(each);
    }
}
