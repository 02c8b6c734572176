/** What an answer says of the statement that it answers. */
export type Answer = 'agrees' | 'disagrees' | 'neither';

/** The same as the first words of a block say it, whatever stands above. */
export interface SaidFirst {
  readonly answer: Answer;
  /** The block says nothing else. */
  readonly isAll: boolean;
  /** It is said behind who says it: below a statement each block of that kind is an answer. */
  readonly isLabelled: boolean;
}

/** An answer stands this near to the beginning. */
const FARTHEST = 200;
/** Longer words before a colon are no name. */
const LONGEST_LABEL = 40;

/** Up to where a sentence pauses. */
const CLAUSE = /^([^.,;:!?…\n]*?)\s*(?:([.,;:!?…\n]+)| [–—-] |$)/;
const QUOTES = /[*_"“”„«»]|(?<!\p{L})[‘’']/gu;
/** A name in bold, which may do without a colon: what goes on in small letters is one sentence, as ‘**Tegen** eenzaamheid’. */
const BOLD_NAME = /^\*\*([^*\n]{0,40}[^*\n.,:;!?])\*\*(?=\s+\p{Lu})/u;
/** What may follow without a pause. */
const REASON = / (?:want|omdat|mits|tenzij|als) .*$/;

const HOW =
  'het|hier|daar|er|mee|hiermee|daarmee|ermee|niet|geen|groot|helemaal|volledig|volkomen|geheel|grotendeels|absoluut|beslist|zeker|van harte|zeer|sterk|fel|faliekant|mordicus';
const NEITHER = '(?:neutraal|weet (?:(?:ik|het) )?niet|geen (?:mening|standpunt|voorkeur)|geen van beide)';
const SAYS = [
  `(?:(?:${HOW}) )*(?:(?:on)?eens|(?:hier|daar|er)?(?:voor|tegen)|(?:voor|tegen)stander)(?: (?:van|hiervan|daarvan|met (?:deze|de) stelling))?`,
  '(?:volmondig )?(?:ja|jazeker|zeker weten|vanzelfsprekend|uiteraard|nee|neen)(?: hoor)?',
  '(?:(?:wij|we) vinden )?van (?:wel|niet)',
  '(?:absoluut|zeker|beslist) niet',
  NEITHER,
].join('|');
const ANSWER = new RegExp(
  `^(?:(.{1,40}?) (is|zijn|ben|zegt|zeggen|stemt|stemmen|antwoordt|antwoorden) |(?:hier|daar|met (?:deze|de) stelling) (is|zijn|ben) (.{1,40}?) )?(${SAYS})$`,
  'i',
);
const IS_NEITHER = new RegExp(`^${NEITHER}$`, 'i');
const NO = /(?<!\p{L})(?:niet|geen|oneens|nee|neen|(?:hier|daar|er)?tegen(?:stander)?)(?!\p{L})/giu;
/** Who answers: the writer, or one party by its name. Whoever else is for or against something, nothing is answered. */
const WRITER = /^(?:wij|we|ik|(?:de|onze) (?:partij|fractie)|(?:ons|het) antwoord)$/i;
const NAME =
  /^(?:(?:[Dd]e|[Hh]et) )?(?!(?:De|Het|Zij|Ze|Hij|Alles|Niemand|Iedereen|Men|Wie|Wat|Dat|Dit|Er)(?!\p{L}))[\p{Lu}\d]/u;
const OF_ONE = /^(?:is|zegt|stemt|antwoordt)$/i;

/** Neither the one nor the other. */
const IN_BETWEEN = /(?<!\p{L})niet (?:geheel|helemaal|volledig|volkomen|zeer|sterk)(?!\p{L})/iu;
/** What goes on behind a colon to say for or against what. */
const FOR_OR_AGAINST = /(?<!\p{L}|(?:hier|daar|er) )(?:voor|tegen)(?:stander(?: van)?)?$/iu;
/** A title above what speaks for something, or against it. */
const ARGUMENTS = /^(?:#+\s+|\*\*|__)+(?:voor|tegen)(?:\*\*|__)?\s*$/i;
/** Somebody's words are told. */
const QUOTED = /^(?:zei|riep|zegt)(?!\p{L})/iu;
/** Who disagrees because it should be more wants the same as the statement. */
const NOT_ENOUGH = /(?<!\p{L})(?:te weinig|nog (?:veel )?meer|te laat|niet ver genoeg|onvoldoende)(?!\p{L})/iu;

/** What a block says of a statement, if its first words do so plainly; ‘ja, maar’ and a question do not. */
export function saidFirst(content: string): SaidFirst | undefined {
  if (ARGUMENTS.test(content)) return undefined;
  const text = content
    .slice(0, FARTHEST)
    .replace(/^#+\s+/, '')
    .replace(BOLD_NAME, '$1:')
    .replace(QUOTES, '')
    .trimStart();
  const [first, whose, pause] = CLAUSE.exec(text)!;
  const rest = text.slice(first.length);
  const isLabel = pause === ':' && whose!.length <= LONGEST_LABEL;
  return answerIn(text, false) ?? (isLabel ? answerIn(rest.trimStart(), true) : undefined);
}

function answerIn(text: string, isLabelled: boolean): SaidFirst | undefined {
  const [first, clause, pause = ''] = CLAUSE.exec(text)!;
  const rest = text.slice(first.length).trim();
  if (pause.includes('?') || /^maar\b/i.test(rest) || QUOTED.test(rest)) return undefined;
  const plain = clause!.replace(REASON, '');
  const found = ANSWER.exec(plain);
  if (!found) return undefined;
  const [, before, verb, turned, behind, said] = found;
  const who = before ?? behind;
  if (who !== undefined && !WRITER.test(who) && !(NAME.test(who) && OF_ONE.test(verb ?? turned!))) return undefined;
  if (IN_BETWEEN.test(said!) || (!turned && pause.startsWith(':') && FOR_OR_AGAINST.test(said!))) return undefined;
  const isNo = (said!.match(NO)?.length ?? 0) % 2 === 1;
  const reason = `${clause!.slice(plain.length)} ${CLAUSE.exec(rest)![1]}`;
  if (isNo && NOT_ENOUGH.test(reason)) return undefined;
  const answer = IS_NEITHER.test(said!) ? 'neither' : isNo ? 'disagrees' : 'agrees';
  return { answer, isAll: rest === '' && plain === clause, isLabelled };
}
