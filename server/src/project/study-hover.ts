import { isMap, isNode, isScalar, isSeq, type Node, parseDocument } from 'yaml';
import { type Form, MORE_FORM, STUDY_FILE, STUDY_FORM, type StudyReading } from '../core/index.js';

/** What can be said of a place in a file of a study. */
export interface StudyHover {
  readonly text: string;
  /** The signals by which it is recognised, in the notation. */
  readonly signals?: string;
  readonly from: number;
  readonly to: number;
}

/** By which the opgave is recognised whose title or id stands at an offset; or what the key there is for. */
export function studyHover(reading: StudyReading, file: string, text: string, offset: number): StudyHover | undefined {
  const place = reading.places.find((one) => one.file === file && offset >= one.from && offset <= one.to);
  const recognised = place && reading.read?.recognisedBy.get(place.id);
  if (place && recognised && reading.read) {
    const { info, opgaven, trends, themes } = reading.read.study;
    const title = [...opgaven, ...trends, ...themes].find(({ id }) => id === place.id)?.title;
    const how = recognised.derived
      ? 'Dit volgt uit titel, uitleg, woorden en richtingen'
      : 'Zo staat het bij ‘signals’';
    return {
      text: `Hieraan herkent Opgavenwijzer ‘${title}’ (@${info.key}:${place.id}). ${how}; de notatie staat in docs/signalen.md.`,
      signals: recognised.signals,
      from: place.from,
      to: place.to,
    };
  }
  const { contents } = parseDocument(text, { logLevel: 'silent', prettyErrors: false });
  return isNode(contents) ? keyAt(file === STUDY_FILE ? STUDY_FORM : MORE_FORM, contents, offset) : undefined;
}

/** The key at an offset, with what it is for. */
function keyAt(form: Form, node: Node, offset: number): StudyHover | undefined {
  if (form.kind === 'list' && isSeq(node)) {
    for (const item of node.items) if (holds(item, offset)) return keyAt(form.of, item, offset);
    return undefined;
  }
  if (form.kind !== 'object' || !isMap(node)) return undefined;
  for (const { key, value } of node.items) {
    const inside = isScalar(key) ? form.keys[String(key.value)] : undefined;
    if (!inside) continue;
    if (holds(key, offset)) return { text: inside.about, from: key.range![0], to: key.range![1] };
    if (holds(value, offset)) return keyAt(inside, value, offset);
  }
  return undefined;
}

const holds = (node: unknown, offset: number): node is Node =>
  isNode(node) && node.range != null && offset >= node.range[0] && offset <= node.range[1];
