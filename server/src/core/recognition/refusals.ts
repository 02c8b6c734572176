import { ARTICLE, CLAUSE_START, CONJUNCTION, type Prose } from '../dutch/prose.js';
import { CLAUSE_END } from '../dutch/words.js';
import { firstOf, type Hits, nextHit, signalAt } from '../signals/hits.js';
import type { SignalTable } from '../signals/signal-table.js';
import type { StudyIndex } from '../study/index.js';
import type { BlockCues } from './cue-reader.js';
import { CUES, DECIDING_CUES, type Labels } from './labels.js';
import { LAST_SENTENCE } from './signal-counts.js';

/** Per opgave, by its label, whether a block clearly refuses what it wants, or refuses to refuse it. */
export type ClearRefusals = ReadonlyMap<number, boolean>;

/** Of a block that plainly says nothing of that kind. */
export const NO_REFUSALS: ClearRefusals = new Map();

/** What is itself a refusal: another refusal agrees with it. */
export const REJECTS = /\b(?:geen|niet|nooit|niets|nergens|zonder)\b/i;

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));

/** What ends something that is there, or a plan for it, when done to it or by it. */
const ENDING = words(
  'sluit sluiten gesloten schrappen geschrapt afschaffen afgeschaft opheffen opgeheven beeindigen beeindigd slopen gesloopt stopt ' +
    'stoppen gestopt stopgezet afgeblazen ingetrokken',
);
/** `dicht` ends something beside one of these or one of us, and not before one of those: dicht bij huis. */
const CLOSED = 'dicht';
const CLOSES = words('ga gaat gaan moet moeten kan mag blijft blijven');
const NEAR_BY = words('bij op bebouwd bebouwde');
/** Who ends it, so that it is no news of another: we, or nobody in the passive. */
const AGENTS = words('wij we gemeente college wordt worden');
/** In a sentence with one of these a word that ends something means something else, or is for a while, or something comes instead. */
const OTHERWISE = new RegExp(
  '\\b(?:(?:af|uur|tijdelijk|vroeger|eerder|later|weken|maanden|weekend|zomers?(?! van 20)|winters?|avonds|vakanties?|feestdagen)|' +
    '(?:maan|dins|woens|donder|vrij|zater|zon)dag|herbouw(?:en|t)|nieuwbouw|vervang(?:en|t)|plaats van)\\b|' +
    // Something is built instead, not beside it.
    '\\bbouw(?:en|t)\\b.*\\b(?:nieuwe?|grotere?|betere?|andere?|elders)\\b|' +
    '(?:akkoord|contract(?:en)?|overeenkomst(?:en)?|convenant(?:en)?|deals?)\\b|' +
    // The particle of a verb, and not what leads to a place: sluit aan op, sluit niets uit.
    '\\b(?:aan|uit)\\b(?! (?:de|het|een|\\d))',
);
/** Nothing is refused where it is feared, supposed or lost. */
const HELD_OFF = words(
  'voorkomen voorkomt dreigt dreigen zou zouden wilde wilden kwijt verliezen missen verkopen verkocht',
);
/** Between what is ended, the word that ends it and who does so none of these stands, nor before ‘geen’. */
const APART = words('dat die als omdat want maar om zodat terwijl wanneer indien wel');
/** Behind these ‘geen’ tells of what is not there, unless it need not be. */
const TELLS = words('is zijn was waren heeft hebben had hadden staat staan ligt liggen nog zolang waar wie');
const NOT = words('niet nooit');
const UNNEEDED = 'nodig';
/** What ends in a year ends once. */
const YEAR = /^20\d\d$/;
/** What looks back, asks, examines or sets a condition refuses nothing yet. */
const UNDECIDED = (['past', 'question', 'examine', 'condition'] as const).map((cue) => CUES.indexOf(cue));
const NEGATES_REJECTION = DECIDING_CUES.indexOf('negatesRejection');
/** So many words may stand before a noun that say what it is like: those on -e, and some others. */
const ATTRIBUTES = 2;
const ATTRIBUTE = /e$|^(?:nieuw|groot|extra|eigen|gratis|enkel|ander|apart|openbaar|betaald|vast)$|^\d/;

/** What a promise is about that it does not want. */
const UNWANTED =
  /minder|korter|lager|terug|tegen|voorko|weren|verbod|verbied|bestrijd|aanpak|afbouw|einde|wachtlijst|wachttijd|armoede|schuld|leegstand|eenzaam|overlast|geweld|criminal|vervuil|verspil/;

/** Whether a promise is to have something: not one to end it, or to have less of it. Not to end it is to have it. */
function isToHave(title: string): boolean {
  const lower = title.toLowerCase();
  const ends = (lower.match(/\p{L}+/gu) ?? []).some((word) => ENDING.has(word) || word === CLOSED);
  return !UNWANTED.test(lower) && ends === REJECTS.test(lower);
}

/**
 * Tells of promises that nobody wrote signals against whether a sentence plainly refuses what they want: ‘geen’ before what
 * the title names first (or another word of the writer for that), or that we, or nobody in the passive, end it. Two refusals
 * together are none. A promise to end something, or to do without, is left alone.
 */
export class Refusals {
  /** Per signal the opgave of which it is that word; -1 for any other. */
  private readonly objectOf: Int32Array;

  constructor(study: StudyIndex, { ids, kind, against, opgaven }: Labels, { labelOf, isObject }: SignalTable) {
    const mayBeRefused = new Set(opgaven.filter((label) => isToHave(study.find(ids[label]!)!.title)));
    for (const label of labelOf) if (kind[label] === 'against') mayBeRefused.delete(against[label]!);
    this.objectOf = Int32Array.from(labelOf, (label, i) => (isObject?.[i] && mayBeRefused.has(label) ? label : -1));
  }

  /** What the block that was read last clearly refuses. @param from where it began */
  in(prose: Prose, from: number, hits: Hits, { cueIn, decidingIn }: BlockCues): ClearRefusals {
    const undecided = UNDECIDED.reduce((mask, cue) => mask | cueIn[cue]!, 0);
    let found: Map<number, boolean> | undefined;
    const { start, sentence } = prose.words;
    for (let at = 0; at < hits.length; at = nextHit(hits, at)) {
      const label = this.objectOf[signalAt(hits, at)]!;
      if (label < 0) continue;
      const object = start.indexOf(firstOf(hits, at) + from);
      if (object < 0) continue;
      const where = 1 << Math.min(sentence[object]!, LAST_SENTENCE);
      const isNegated = (decidingIn[NEGATES_REJECTION]! & where) !== 0;
      const refused = !isNegated && new ReadSentence(prose, object).refuses((undecided & where) !== 0);
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
  refuses(isUndecided: boolean): boolean | undefined {
    const { forms } = this;
    const before = this.beforeNone();
    const saysNot = forms.some((form) => NOT.has(form));
    const tells = !forms.includes(UNNEEDED) && before?.some((form) => TELLS.has(form));
    if (tells && !saysNot) return false;
    if (isUndecided || forms.some((form) => HELD_OFF.has(form))) return undefined;
    const endings = this.endings();
    if (endings.length === 0 && !saysNot && this.isInstead()) return false;
    if (endings.length > 0 && (before || saysNot)) return false;
    const isNone = !tells && before?.every((form) => !APART.has(form));
    return isNone || endings.some((ending) => this.isPlanned(ending)) || undefined;
  }

  /** Its clause tells what there will be instead: geen garage, wel een sporthal. */
  private isInstead(): boolean {
    const start = this.clauseOf(this.object);
    return start > this.first && this.formOf(start) === 'wel' && !this.beforeNone();
  }

  /** What stands in its clause before `geen nieuwe sporthal`. */
  private beforeNone(): string[] | undefined {
    const none = this.beginsAt() - 1;
    if (none < this.first || this.isBreak(none) || this.formOf(none) !== 'geen') return undefined;
    return this.forms.slice(this.clauseOf(none) - this.first, none - this.first);
  }

  /** Where the clause of a word begins, behind the ‘maar’ that joins it. */
  private clauseOf(w: number): number {
    let at = w;
    while (at > this.first && !this.isBreak(at - 1)) at--;
    return at < w && this.formOf(at) === 'maar' ? at + 1 : at;
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

  /** The words of its clause that end it, where it does not stand in a phrase of place or time itself. */
  private endings(): number[] {
    const { forms, first } = this;
    if (OTHERWISE.test(forms.join(' '))) return [];
    const lead = this.leadOf();
    return [...forms.keys()]
      .filter((i) => {
        const form = forms[i]!;
        if (!(ENDING.has(form) && !this.isNoun(i)) && !this.isClosed(i)) return false;
        // One stops with something; without that word it is what stops itself.
        const stops = form.startsWith('stop');
        return lead === undefined ? !stops || this.object < first + i : stops && lead === 'met';
      })
      .map((i) => first + i)
      .filter((ending) => this.isTogether(ending, this.object) && !this.hasConjunction(ending));
  }

  /** It is said who ends it, or that it ends: zwembad sluiten, het zwembad moet dicht, het zwembad sluit in 2028. */
  private isPlanned(ending: number): boolean {
    const form = this.formOf(ending);
    if (form === CLOSED && this.forms.some((other) => CLOSES.has(other))) return true;
    if (this.forms.some((other, i) => AGENTS.has(other) && this.isTogether(this.first + i, ending))) return true;
    const begin = this.beginsAt() - this.first;
    const isFirst = begin === 0 || (begin === 1 && (this.kindOf(this.first) & ARTICLE) !== 0);
    const isLast = ending === this.first + this.forms.length - 1 || this.isBreak(ending);
    const isInfinitive = /^(?!ge).*en$/.test(form) && this.formOf(ending - 1) !== 'te';
    return isFirst && ((isLast && isInfinitive) || this.forms.some((other) => YEAR.test(other)));
  }

  /** `het schrappen van beleid`. */
  private isNoun(i: number): boolean {
    return this.forms[i - 1] === 'het' || this.forms[i + 1] === 'van';
  }

  private isClosed(i: number): boolean {
    const { forms } = this;
    return forms[i] === CLOSED && !NEAR_BY.has(forms[i + 1] ?? '');
  }

  /** What leads to the word and its article, where that makes a phrase of place, time or means of it, or a part of something. */
  private leadOf(): string | undefined {
    const begin = this.beginsAt();
    const hasArticle = begin > this.first && (this.kindOf(begin - 1) & ARTICLE) !== 0;
    const at = hasArticle ? begin - 2 : begin - 1;
    if (at < this.first || (this.kindOf(at) & CONJUNCTION) !== 0) return undefined;
    return (this.kindOf(at) & CLAUSE_START) !== 0 ? this.formOf(at) : undefined;
  }

  /** Whether nothing parts one word from another. */
  private isTogether(one: number, other: number): boolean {
    const [from, to] = one < other ? [one, other] : [other, one];
    for (let w = from; w < to; w++) if (this.isBreak(w) || (w > from && APART.has(this.formOf(w)))) return false;
    return true;
  }

  /** Whether `en` or the like stands between the word and another. */
  private hasConjunction(other: number): boolean {
    const [from, to] = other < this.object ? [other, this.object] : [this.object, other];
    for (let w = from + 1; w < to; w++) if ((this.kindOf(w) & CONJUNCTION) !== 0) return true;
    return false;
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
