import {
  type Document,
  isAlias,
  isMap,
  isNode,
  isScalar,
  isSeq,
  type Node,
  parseDocument,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';
import { nearest } from '../dutch/spelling.js';
import { parseSignals, SignalSyntaxError } from '../signals/signal.js';
import { type Form, MOST_CHARACTERS, MOST_FAULTS, type ObjectForm, type Read } from './form.js';
import type { ContentsFile } from './study-form.js';
import { unknownKeyHint } from './unknown-key.js';
import { type Place, placeOf, STARTS_TEXT, yamlFault } from './yaml-fault.js';

/** What is wrong in a file of a study, in a sentence that says what to do about it. */
export interface StudyFault {
  /** Name of the file, within the folder of the study. */
  readonly file: string;
  /** Offsets into its text. */
  readonly from: number;
  readonly to: number;
  readonly message: string;
}

/** A file of a study with what was read from it. */
export interface ReadFile {
  readonly file: YamlFile;
  readonly value: ContentsFile;
}

type ReadFileOf<F> = F extends ObjectForm ? Partial<Read<F>> : Read<F>;

/** Reads one file by its form: what is wrong is told and left out, the rest is read. */
export class YamlFile {
  /** Per object or list that was read, where its parts stand. */
  private readonly places = new WeakMap<object, Map<string | number, Place>>();

  constructor(
    readonly name: string,
    private readonly text: string,
    private readonly faults: StudyFault[],
  ) {}

  /** What the file says, also where it lacks what is required; undefined where it cannot be read at all. */
  read<F extends Form>(form: F): ReadFileOf<F> | undefined {
    if (this.text.length > MOST_CHARACTERS)
      return this.fault([0, 0], 'dit bestand is te groot om te lezen: hoogstens 2 MB. Neem minder op.');
    const document = this.parsed();
    if (!document) return undefined;
    const { contents } = document;
    if (contents === null || (isScalar(contents) && contents.value === null)) {
      this.fault(
        [0, 0],
        'het bestand is leeg. Begin met key, title en themes; ‘opgavenwijzer studie nieuw’ maakt een voorbeeld.',
      );
      return undefined;
    }
    const value =
      form.kind === 'object' && isMap(contents)
        ? this.object(form, contents)
        : this.value(form, contents, 'dit bestand');
    return value as ReadFileOf<F> | undefined;
  }

  /** Where a part of something that was read stands; the whole, where that is not known. */
  placeOf(owner: object, key: string | number): Place {
    return this.places.get(owner)?.get(key) ?? [0, 0];
  }

  fault([from, to]: Place, message: string): undefined {
    this.faults.push({ file: this.name, from, to, message });
    return undefined;
  }

  /** What a word may have been meant for; where too much is wrong to be told nobody looks. */
  near(word: string, among: Iterable<string>): string | undefined {
    return this.faults.length < MOST_FAULTS ? nearest(word, among, 1)[0] : undefined;
  }

  private parsed(): Document.Parsed | undefined {
    let document: Document.Parsed;
    try {
      document = parseDocument(this.text, { prettyErrors: false });
    } catch (error) {
      // The parser descends into what is nested: some thousands of levels are too many for the stack.
      if (!(error instanceof RangeError)) throw error;
      return this.fault([0, 0], 'er is te veel in elkaar gezet om te lezen. Haal haken en inspringingen weg.');
    }
    const fault = yamlFault(this.text, document);
    return fault ? this.fault(fault.place, `${fault.said}.`) : document;
  }

  private value(form: Form, node: unknown, what: string): unknown {
    if (!isNode(node)) return undefined;
    const place = placeOf(node);
    if (isAlias(node))
      return this.fault(place, `een verwijzing (*${node.source}) wordt niet gelezen. Schrijf het hier uit.`);
    switch (form.kind) {
      case 'object':
        if (isMap(node)) return whole(form, this.object(form, node));
        return form.alone !== undefined && isScalar(node)
          ? this.alone(form, form.alone, node, what)
          : this.fault(place, `hier hoort ${form.named} te staan, met sleutels en waarden: ‘title: …’.`);
      case 'map':
        return isMap(node)
          ? this.map(form, node)
          : this.fault(place, `achter ‘${what}’ horen ${form.named}: ‘een-id: …’.`);
      case 'list':
        return isSeq(node)
          ? this.list(form, node, what)
          : this.fault(
              place,
              `‘${what}’ is een lijst van ${form.named}: zet elk op een eigen regel achter een streepje.`,
            );
      case 'pages':
        return this.pages(node, place, what);
      case 'signals':
        return this.signals(node, place, what);
      case 'year':
        return this.number(node, place, [1000, 2999], `‘${what}’ is een jaartal van vier cijfers.`);
      case 'page':
        return this.number(node, place, [1, 99_999], `‘${what}’ is een bladzijde: een getal.`);
      case 'number':
        return this.number(node, place, [1, 99_999], `‘${what}’ is ${form.named}: een getal.`);
      case 'flag':
        return isScalar(node) && node.value === true
          ? true
          : this.fault(place, `achter ‘${what}’ staat true, of niets. Haal de regel anders weg.`);
      default:
        return this.string(form, node, place, what);
    }
  }

  private object(form: ObjectForm, node: YAMLMap): Record<string, unknown> {
    const value: Record<string, unknown> = {};
    const places = new Map<string | number, Place>([['', placeOf(node)]]);
    this.places.set(value, places);
    for (const { key: keyNode, value: own } of node.items) {
      const key = isScalar(keyNode) ? String(keyNode.value) : '';
      const place = isNode(keyNode) ? placeOf(keyNode) : placeOf(node);
      const inside = Object.hasOwn(form.keys, key) ? form.keys[key] : undefined;
      if (!inside) {
        this.unknown(form, key, place);
        continue;
      }
      // A key that is being typed, and an empty list, say nothing yet.
      if (own === null || (isScalar(own) && own.value === null)) {
        if (inside.required && this.comment(key, place[1])) places.set(`${key}:`, place);
        continue;
      }
      places.set(`${key}:`, place);
      const read = this.value(inside, own, key);
      if (read === undefined) continue;
      places.set(key, isNode(own) ? placeOf(own) : place);
      value[key] = read;
    }
    for (const [key, { required }] of Object.entries(form.keys)) {
      if (!required || value[key] !== undefined || places.has(`${key}:`)) continue;
      const [from, to] = places.get('')!;
      this.fault([from, Math.min(to, this.lineEnd(from))], `bij ${form.named} ontbreekt ‘${key}’.`);
    }
    return value;
  }

  private unknown(form: ObjectForm, key: string, place: Place): void {
    if (key === '<<') this.fault(place, 'sleutels samenvoegen (<<) wordt niet gelezen. Schrijf ze hier uit.');
    // Where too much is wrong to be told nobody looks.
    else if (this.faults.length >= MOST_FAULTS) this.fault(place, `${form.named} heeft geen ‘${key}’.`);
    else this.fault(place, `${form.named} heeft geen ‘${key}’. ${unknownKeyHint(form, key)}`);
  }

  /** Whether a comment stands where something is required, which is told. @param end of its key */
  private comment(key: string, end: number): boolean {
    const [all, comment] = /^\s*:[ \t]+(#[^\r\n]*)/.exec(this.text.slice(end, this.lineEnd(end))) ?? [];
    if (all === undefined || comment === undefined) return false;
    const to = end + all.length;
    this.fault(
      [to - comment.length, to],
      `wat met # begint is een opmerking, en telt niet mee als ‘${key}’. Hoort het erbij, zet het dan tussen aanhalingstekens.`,
    );
    return true;
  }

  /** A single value that stands for an object with only that. */
  private alone(form: ObjectForm, key: string, node: Node, what: string): Record<string, unknown> | undefined {
    const read = this.value(form.keys[key]!, node, what);
    if (read === undefined) return undefined;
    const value = { [key]: read };
    this.places.set(value, new Map([[key, placeOf(node)]]));
    return value;
  }

  private map(form: Extract<Form, { kind: 'map' }>, node: YAMLMap): Record<string, unknown> {
    const value: Record<string, unknown> = {};
    const places = new Map<string | number, Place>();
    this.places.set(value, places);
    for (const { key: keyNode, value: own } of node.items) {
      const place = isNode(keyNode) ? placeOf(keyNode) : placeOf(node);
      const key = isNode(keyNode) ? this.string({ kind: 'id' }, keyNode, place, 'een id') : undefined;
      const read = key === undefined ? undefined : this.value(form.of, own, key);
      if (key === undefined || read === undefined) continue;
      places.set(key, place);
      value[key] = read;
    }
    return value;
  }

  private list(form: Extract<Form, { kind: 'list' }>, node: YAMLSeq, what: string): unknown[] | undefined {
    const { items } = node;
    if (items.length > form.most) {
      const most = `hoogstens ${count(form.most)} ${form.named}`;
      const found = `en hier staan er ${count(items.length)}`;
      // What has a title is a part of the study; all else is said of one.
      const isOfParts = form.of.kind === 'object' && form.of.keys.title !== undefined;
      return this.fault(
        this.firstLine(node),
        isOfParts
          ? `een studie heeft ${most} bij elkaar, ${found}. Neem alleen op waaraan teksten worden gehouden.`
          : `‘${what}’ heeft ${most}, ${found}. Haal weg wat er te veel is.`,
      );
    }
    const value: unknown[] = [];
    const places = new Map<string | number, Place>();
    this.places.set(value, places);
    for (const own of items) {
      const read = this.value(form.of, own, what);
      if (read === undefined) continue;
      places.set(value.length, isNode(own) ? placeOf(own) : placeOf(node));
      value.push(read);
    }
    return value;
  }

  private string(form: Form, node: Node, place: Place, what: string): string | undefined {
    // What begins with & or ! is a name to the parser, and would fall away.
    if (node.anchor !== undefined || node.tag !== undefined) {
      const from = this.text.lastIndexOf(node.anchor === undefined ? '!' : '&', place[0]);
      return this.fault([from, place[1]], `${STARTS_TEXT}.`);
    }
    if (!isScalar(node))
      return this.fault(
        place,
        `achter ‘${what}’ hoort tekst. Staat er een dubbele punt in, zet haar dan tussen aanhalingstekens.`,
      );
    const value = String(typeof node.value === 'string' ? node.value : (node.source ?? node.value)).trim();
    if (value === '') return undefined;
    if (form.kind === 'name' && !/^\p{L}[\p{L} '’-]{0,29}$/u.test(value))
      return this.fault(
        place,
        `een naam bestaat uit letters, hoogstens 30, niet ‘${value}’. Noem één woord: doel, belofte.`,
      );
    if (form.kind === 'key' && !/^[a-z][a-z0-9-]*$/.test(value))
      return this.fault(
        place,
        `een sleutel is een kleine letter met daarachter kleine letters, cijfers en streepjes, niet ‘${value}’.`,
      );
    if (form.kind === 'id' && !/^[a-z0-9][a-z0-9-]*$/.test(value))
      return this.fault(place, `een id bestaat uit kleine letters, cijfers en streepjes, niet ‘${value}’.`);
    if (form.kind === 'choice' && !form.among.includes(value))
      return this.fault(place, `‘${what}’ kent ${form.among.join(', ')}, niet ‘${value}’.`);
    const most = form.kind === 'text' ? form.most : 80;
    if (value.length > most)
      return this.fault(
        place,
        `‘${what}’ is ${count(value.length)} tekens lang; hoogstens ${count(most)}. Maak het korter.`,
      );
    return value;
  }

  private number(
    node: Node,
    place: Place,
    [least, most]: readonly [number, number],
    message: string,
  ): number | undefined {
    const value = isScalar(node) ? Number(node.value) : Number.NaN;
    return Number.isInteger(value) && value >= least && value <= most ? value : this.fault(place, message);
  }

  private pages(node: Node, place: Place, what: string): readonly number[] | undefined {
    const items = isSeq(node) ? node.items : [node];
    const pages = items.map((one) => (isScalar(one) ? Number(one.value) : Number.NaN));
    const isRight = pages.length > 0 && pages.every((page) => Number.isInteger(page) && page > 0 && page < 100_000);
    if (!isRight) return this.fault(place, `‘${what}’ is een bladzijde, of de eerste en de laatste: [4, 7].`);
    this.places.set(pages, new Map(items.map((one, i) => [i, isNode(one) ? placeOf(one) : place])));
    return pages;
  }

  private signals(node: Node, place: Place, what: string): string | undefined {
    if (!isScalar(node) || typeof node.value !== 'string')
      return this.fault(place, `achter ‘${what}’ horen signalen, als tekst: ${what}: "sociale huur, ? corporatie*".`);
    try {
      parseSignals(node.value);
      return node.value;
    } catch (error) {
      if (!(error instanceof SignalSyntaxError)) throw error;
      return this.fault(
        this.within(node.value, place, error),
        `${error.message}. De notatie staat in docs/signalen.md.`,
      );
    }
  }

  /** Where a line and column of a text stand in the file: in a block by its lines, else by the words of that line, however it is quoted. */
  private within(value: string, [from, to]: Place, { line, column }: SignalSyntaxError): Place {
    const written = value.split('\n')[line] ?? '';
    const lines = this.text.slice(from, to).split('\n');
    const before = lines[0]!.startsWith('|') ? lines.slice(0, line + 1).join('\n').length : 0;
    const at = this.text.slice(from, to).indexOf(written.trim(), before);
    if (written.trim() === '' || at < 0) return [from, to];
    const place = from + at + Math.max(0, column - (written.length - written.trimStart().length));
    return [Math.min(place, to), Math.min(place + 1, to)];
  }

  private firstLine(node: Node): Place {
    const [from, to] = placeOf(node);
    return [from, Math.min(to, this.lineEnd(from))];
  }

  private lineEnd(from: number): number {
    const end = this.text.indexOf('\n', from);
    return end < 0 ? this.text.length : end;
  }
}

/** An object that has what is required of it. What is missing was told, or is still being typed. */
const whole = ({ keys }: ObjectForm, value: Record<string, unknown>): Record<string, unknown> | undefined =>
  Object.entries(keys).every(([key, { required }]) => !required || value[key] !== undefined) ? value : undefined;

/** A number as it is written in Dutch: 2.000. */
export const count = (number: number): string => number.toLocaleString('nl-NL');
