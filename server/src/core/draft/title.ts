/** A short title of a pledge, out of the sentence that makes it: the clause with its verb, or as much as fits. */

const LONGEST = 90;
/** A clause that is shorter says too little. */
const SHORTEST = 20;

/** They join a sentence to the one before it, and turn its subject and verb around. */
const JOINED =
  /^(?:Daarom|Ook|Daarnaast|Verder|Bovendien|Tevens|Voorts|Vervolgens|Daartoe|Daarvoor|Hiervoor|Tegelijk|Tegelijkertijd|Dus|Tot slot),? (?:(\p{L}+) (wij|we|er|het college|de gemeente|de raad) )?/u;

/** Where a clause ends: a point between, or a word that begins a clause about what was just said. */
const CLAUSE_END =
  /;| [–—] |, (?=(?:die|dat|wat|waar\p{L}*|zodat|opdat|omdat|want|aangezien|terwijl|mits|tenzij|hetgeen|zoals|ook|zelfs|anders|uitsluitend|met|te beginnen|beginnend|inclusief|bijvoorbeeld|en|maar|zonder|ten)(?!\p{L}))| (?=(?:die|waar(?:in|bij|mee|van|op|door|uit|voor|naar|aan)?|zodat|opdat|omdat|terwijl|mits|tenzij|indien)(?!\p{L}))/gu;
/** A point between that opens what explains; behind a single word it is the other way around. */
const COLON = /: /gu;
/** Where one of what is listed ends. */
const LISTED = /, | (?=(?:en|of) )/gu;
/** Of so few words it is one of a row, and says nothing of the whole. */
const LEAST_LISTED = 2;
/** A clause that stands before its main clause: up to the comma behind it nothing is promised yet. */
const AHEAD = /^(?:Wie|Als|Om|Wanneer|Waar|Indien|Zolang|Omdat|Hoewel|Nu|Voordat|Nadat|Zodra|Naarmate)\s[^,]*,?\s/u;

/** Nothing ends on these: what belongs to them follows. */
const OPEN_END =
  /(?:^|\s)(?:de|het|een|één|in|van|voor|met|te|ten|ter|en|of|op|aan|om|bij|tot|naar|uit|over|per|door|als|dan|dat|die|niet|geen|meer|minder|minstens|minste|maximaal|ruim|elke?|iedere?|alle|zijn|haar|hun|ons|onze|€|\d[\d.,]*|tussen|onder|boven|tegen|rond|na|zonder|zich|nieuwe|er)$/iu;

/** @param sentence on one line, without marks of Markdown */
export function pledgeTitle(sentence: string): string {
  const whole = turned(sentence.replace(/\s*\([^()]*\)/g, '').replace(/[\s.;:!…]+$/, ''));
  const short = whole.length <= LONGEST ? whole : (clauseOf(whole) ?? cutAtWord(whole));
  return short.charAt(0).toUpperCase() + short.slice(1);
}

/** “Daarom komt er een jeugdwerker” as it reads alone: “Er komt een jeugdwerker”. */
function turned(sentence: string): string {
  const joined = JOINED.exec(sentence);
  if (!joined?.[1]) return sentence;
  return `${joined[2]} ${joined[1]} ${sentence.slice(joined[0].length)}`;
}

/** The sentence up to the last place where a clause ends and that leaves it short enough. */
function clauseOf(sentence: string): string | undefined {
  const ahead = AHEAD.exec(sentence)?.[0].length ?? 0;
  const colons = [...sentence.matchAll(COLON)];
  // Of what stands behind it, as much as fits: it says what the words before it mean.
  const saysEnough = (said: string): boolean => said.split(' ').length > LEAST_LISTED && !OPEN_END.test(said);
  const listed = [...sentence.matchAll(LISTED)].filter(
    ({ index }) => colons[0] && saysEnough(sentence.slice(colons[0].index + 2, index)),
  );
  const ends = [...sentence.matchAll(CLAUSE_END), ...colons, ...listed]
    .map(({ index }) => index)
    .filter((at) => at >= Math.max(SHORTEST, ahead + SHORTEST / 2) && at <= LONGEST);
  return ends.length === 0 ? undefined : sentence.slice(0, Math.max(...ends)).replace(/,(?: \p{L}+)?$/u, '');
}

/** As many words as fit; a name or an amount is not broken. */
function cutAtWord(sentence: string): string {
  let cut = sentence.slice(0, LONGEST);
  do cut = cut.slice(0, Math.max(0, cut.lastIndexOf(' ')));
  while (cut.length > SHORTEST && (OPEN_END.test(cut) || isWithinName(cut, sentence)));
  return `${cut.replace(/[,:]$/, '')} …`;
}

const isWithinName = (cut: string, sentence: string): boolean =>
  /\s\p{Lu}[\p{L}.-]*$/u.test(cut) && /^\s\p{Lu}/u.test(sentence.slice(cut.length));
