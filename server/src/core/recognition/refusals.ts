import { ARTICLE, CLAUSE_START, CONJUNCTION, type Prose } from '../dutch/prose.js';
import { CLAUSE_END } from '../dutch/words.js';
import { type Hits, nextHit, signalAt, spansAt } from '../signals/hits.js';
import type { SignalTable } from '../signals/signal-table.js';
import type { StudyIndex } from '../study/index.js';
import type { BlockCues } from './cue-reader.js';
import { CUES, type Labels } from './labels.js';
import { LAST_SENTENCE } from './signal-counts.js';

/** Per opgave, by its label, whether a block clearly refuses what it wants, or refuses to refuse it. */
export type ClearRefusals = ReadonlyMap<number, boolean>;

export const NO_REFUSALS: ClearRefusals = new Map();

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));

/** What ends something that is there, or a plan for it, when done to it or by it. */
const ENDING = words(
  'sluit sluiten gesloten schrappen geschrapt afschaffen afgeschaft opheffen opgeheven beeindigen beeindigd slopen gesloopt stop stopt ' +
    'stoppen gestopt stopgezet afgeblazen ingetrokken',
);
/** `dicht` ends something beside one of these, and not before one of those: dicht bij huis. */
const CLOSED = 'dicht';
const CLOSES = words('ga gaat gaan moet moeten doen gooien kan mag blijft blijven');
const NEAR_BY = words('bij op bebouwd bebouwde');
/** Beside these a word that ends something means something else, or is for a while, or something comes instead. */
const OTHERWISE = words(
  'af uur tijdelijk zomers avonds vroeger eerder later weken maanden weekend maandag dinsdag woensdag ' +
    'donderdag vrijdag zaterdag zondag feestdagen bouwen bouwt herbouwen vervangen vervangt nieuwbouw',
);
const AGREED = /(?:akkoord|contract(?:en)?|overeenkomst(?:en)?|convenant(?:en)?|deals?)$/;
/** So do these where they end a clause or go on with `op`: sluit aan op, sluit niets uit. */
const PARTICLES = words('aan uit');
/** Nothing is ended where it is held off, feared or said by another. */
const HELD_OFF = words(
  'voorkomen voorkomt tegengaan tegenhouden verzetten nooit dreigt dreigen zou zouden wilde wilden hoeft hoeven wie kwijt verliezen missen verkopen verkocht',
);
/** Between what is ended and the word that ends it none of these stands. */
const APART = words('dat die als omdat want maar om zodat terwijl wanneer indien wel');
/** What looks back, asks, examines or sets a condition refuses nothing yet. */
const UNDECIDED = (['past', 'question', 'examine', 'condition'] as const).map((cue) => CUES.indexOf(cue));
/** So many words may stand before a noun that say what it is like: those on -e, and some others. */
const ATTRIBUTES = 2;
const ATTRIBUTE = /e$|^(?:nieuw|groot|extra|eigen|gratis|enkel|ander|apart|openbaar|betaald|vast)$|^\d/;

/** What a promise is about that it does not want. */
const UNWANTED =
  /minder|korter|lager|terug|tegen|voorko|weren|verbod|verbied|bestrijd|aanpak|afbouw|einde|wachtlijst|wachttijd|armoede|schuld|leegstand|eenzaam|overlast|geweld|criminal|vervuil|verspil/;

/** Whether a promise is itself one to end something, or to have less of it. */
const endsSomething = (title: string): boolean =>
  UNWANTED.test(title.toLowerCase()) ||
  (title.toLowerCase().match(/\p{L}+/gu) ?? []).some((word) => ENDING.has(word) || word === CLOSED);

/**
 * Tells of promises that nobody wrote signals against whether a sentence plainly refuses what they want: ‘geen’ before what
 * the title names first, or a word that ends it. Two refusals together are none.
 */
export class Refusals {
  /** Per signal the opgave of which it is what the title names first; -1 for any other. */
  private readonly objectOf: Int32Array;

  constructor(study: StudyIndex, labels: Labels, { labelOf, weak }: SignalTable) {
    this.objectOf = new Int32Array(labelOf.length).fill(-1);
    const mayBeRefused = new Set(
      labels.against.filter((label) => !endsSomething(study.find(labels.ids[label]!)?.title ?? '')),
    );
    for (let signal = 0; signal < labelOf.length; signal++) {
      const label = labelOf[signal]!;
      if (weak[signal] === 0 && mayBeRefused.delete(label)) this.objectOf[signal] = label;
    }
  }

  /** What the block that was read last clearly refuses. @param from where it began */
  in(prose: Prose, from: number, hits: Hits, { cueIn }: BlockCues): ClearRefusals {
    const undecided = UNDECIDED.reduce((mask, cue) => mask | cueIn[cue]!, 0);
    let found: Map<number, boolean> | undefined;
    const { start, sentence } = prose.words;
    for (let at = 0; at < hits.length; at = nextHit(hits, at)) {
      const label = this.objectOf[signalAt(hits, at)]!;
      if (label < 0) continue;
      const object = start.indexOf(spansAt(hits, at)[0]! + from);
      if (object < 0 || (undecided & (1 << Math.min(sentence[object]!, LAST_SENTENCE))) !== 0) continue;
      const refused = new ReadSentence(prose, object).refuses();
      if (refused === undefined) continue;
      found ??= new Map();
      found.set(label, refused);
    }
    return found ?? NO_REFUSALS;
  }
}

/** A sentence of what was read last, as it speaks of one of its words. */
class ReadSentence {
  private readonly forms: string[] = [];
  private readonly first: number;

  constructor(
    private readonly prose: Prose,
    private readonly object: number,
  ) {
    const { sentence, count } = prose.words;
    let first = object;
    while (first > 0 && sentence[first - 1] === sentence[object]) first--;
    this.first = first;
    for (let w = first; w < count && sentence[w] === sentence[object]; w++) this.forms.push(prose.reader.formOf(w));
  }

  /** Whether it refuses the word; undefined where that is not plain. */
  refuses(): boolean | undefined {
    const { forms } = this;
    if (forms.some((form) => HELD_OFF.has(form))) return undefined;
    const none = this.isNone();
    const ended = this.isEnded();
    if (!none && !ended) return undefined;
    return !(ended && (none || forms.includes('niet')));
  }

  /** `geen nieuwe sporthal`; who has none is told of, where a relative clause says so. */
  private isNone(): boolean {
    const at = this.beginsAt() - 1;
    if (at < this.first || this.isBreak(at) || this.formOf(at) !== 'geen') return false;
    for (let w = at - 1; w >= this.first && !this.isBreak(w); w--) if (APART.has(this.formOf(w))) return false;
    return true;
  }

  /** Where the word begins with what says what it is like. */
  private beginsAt(): number {
    let at = this.object;
    while (at > this.first && this.object - at < ATTRIBUTES && !this.isBreak(at - 1) && this.isAttribute(at - 1)) at--;
    return at;
  }

  private isAttribute(w: number): boolean {
    return (this.kindOf(w) & (ARTICLE | CLAUSE_START)) === 0 && ATTRIBUTE.test(this.formOf(w));
  }

  /** A word of its clause ends it, and it does not stand in a phrase of place or time itself. */
  private isEnded(): boolean {
    const { forms, first } = this;
    if (forms.some((form, i) => OTHERWISE.has(form) || AGREED.test(form) || this.isParticle(i))) return false;
    const lead = this.leadOf();
    return forms.some(
      (form, i) =>
        ((ENDING.has(form) && !this.isNoun(i)) || this.isClosed(i)) &&
        // One stops with something; without that word it is what stops itself.
        (lead === undefined
          ? !form.startsWith('stop') || this.object < first + i
          : lead === 'met' && form.startsWith('stop')) &&
        this.isTogether(first + i),
    );
  }

  /** `het schrappen van beleid`. */
  private isNoun(i: number): boolean {
    return this.forms[i - 1] === 'het' || this.forms[i + 1] === 'van';
  }

  private isClosed(i: number): boolean {
    const { forms } = this;
    return forms[i] === CLOSED && !NEAR_BY.has(forms[i + 1] ?? '') && forms.some((other) => CLOSES.has(other));
  }

  private isParticle(i: number): boolean {
    const { forms, first } = this;
    const endsClause = i + 1 === forms.length || forms[i + 1] === 'op' || this.isBreak(first + i);
    return PARTICLES.has(forms[i]!) && (endsClause || ENDING.has(forms[i - 1] ?? ''));
  }

  /** What leads to the word and its article, where that makes a phrase of place, time or means of it, or a part of something. */
  private leadOf(): string | undefined {
    const begin = this.beginsAt();
    const hasArticle = begin > this.first && (this.kindOf(begin - 1) & ARTICLE) !== 0;
    const at = hasArticle ? begin - 2 : begin - 1;
    if (at < this.first || (this.kindOf(at) & CONJUNCTION) !== 0) return undefined;
    return (this.kindOf(at) & CLAUSE_START) !== 0 ? this.formOf(at) : undefined;
  }

  /** Whether nothing parts the word from another. */
  private isTogether(other: number): boolean {
    const [from, to] = other < this.object ? [other, this.object] : [this.object, other];
    for (let w = from; w < to; w++) if (this.isBreak(w) || (w > from && this.parts(w))) return false;
    return true;
  }

  private parts(w: number): boolean {
    return (this.kindOf(w) & CONJUNCTION) !== 0 || APART.has(this.formOf(w));
  }

  /** A comma or the like stands behind it. */
  private isBreak(w: number): boolean {
    return (this.prose.words.flags[w]! & CLAUSE_END) !== 0;
  }

  private kindOf(w: number): number {
    return this.prose.reader.kindOf(this.prose.words.form[w]!);
  }

  private formOf(w: number): string {
    return this.forms[w - this.first]!;
  }
}
