/**
 * Dutch verbs: the forms of weak, strong and irregular verbs, and verbs that fall apart in a main clause. Words are
 * folded. Rules: Algemene Nederlandse Spraakkunst, chapter 2.
 */

import { WITH } from './endings.js';

/** Particles that a verb can leave behind at the end of its clause; the longer before the shorter. */
const PARTICLES =
  'aan achter af bekend bijeen bij binnen bloot dicht door gelijk goed in klaar kwijt langs leeg los mede mee na neer ' +
  'omhoog omlaag om onder open op over rond samen schoon stil stop tegemoet tegen terecht terug teweeg toe tussen uiteen uit ' +
  'vast veilig vol voorbij voorop vooruit voor vrij weg';
const SEPARABLE = new RegExp(`^(?:${PARTICLES.replaceAll(' ', '|')})(?=[a-z]{3,}n$)`);
/** A noun at the head: only these verbs make one word with it. */
const NOUN_AND_VERB = /^(?:deel(?=nemen$)|plaats(?=vinden$)|stand(?=houden$)|prijs(?=geven$)|waar(?=(?:nem|mak)en$))/;

/** Prefixes that never leave the verb and keep `ge-` away from its participle. */
const PREFIX =
  /^(?:(?:be|ge)(?![iu](?!nvl))|ver|ont|her|er|mis)(?=[a-z]*(?:[aeiouy][^aeiouy]+|[aeou]i)en$|[a-z]*(?:aan|oen|ien)$)/;
/** Verbs that begin like a separable one and are none; what they begin with behaves like a prefix. */
const WHOLE =
  /^(?:(over)(?:weg|tuig|tred|lijd|nacht|belast|winn|schrijd|heers|schatt|brugg|vall|rompel|schaduw|red|zien$)|(onder)(?:steun|zoek|houd|nem|wijz|vind|handel|bouw|schrijv|strep|scheid|brek|mijn|schatt|teken|werp|vrag|druk|gaan$|kenn)|(voor)(?:kom|spell|zien$)|(door)(?:kruis|grond|staan$)|(om)(?:arm|vatt|gev|ring|schrijv|hels)|(aan)(?:vaard|bidd|schouw)|(weer)(?:staan$|spiegel|houd|legg)|(vol)(?:doen$|breng|tooi)|(achter)(?:hal|volg))/;

/**
 * Strong and irregular verbs: infinitive, past tense, participle without `ge`. A past tense that is also another
 * word (nam/namen, sloot, reden) is written with a star: only a prefix or particle makes it safe (aannamen, besloot).
 */
const STRONG: ReadonlyMap<string, readonly string[]> = new Map(
  (
    'bakken - bakken|bieden bood,boden boden|binden bond,bonden bonden|blijven bleef,bleven bleven|breken brak,braken broken|' +
    'brengen bracht,brachten bracht|buigen boog,bogen bogen|denken dacht,dachten dacht|doen deed,deden daan|dragen droeg,droegen dragen|' +
    'drijven dreef,dreven dreven|dringen drong,drongen drongen|drinken dronk,dronken dronken|duiken dook,doken doken|' +
    'dwingen dwong,dwongen dwongen|eten at*,aten geten|gaan ging,gingen gaan|gelden gold,golden golden|geven gaf geven|' +
    'gieten goot*,goten goten|grijpen greep*,grepen grepen|hangen hing,hingen hangen|hebben had,hadden had|heffen hief,hieven heven|' +
    'helpen hielp,hielpen holpen|houden hield,hielden houden|kiezen koos,kozen kozen|kijken keek,keken keken|klimmen klom,klommen klommen|' +
    'komen kwam,kwamen komen|kopen kocht,kochten kocht|krijgen kreeg,kregen kregen|krimpen kromp,krompen krompen|kunnen kon,konden kund|' +
    'laden - laden|laten liet,lieten laten|lezen las*,lazen lezen|liggen lag,lagen* legen|lijken leek*,leken* leken|lopen liep,liepen lopen|' +
    'malen - malen|meten mat*,maten* meten|moeten moest,moesten moeten|nemen nam,namen* nomen|raden - raden|rijden reed,reden* reden|' +
    'roepen riep,riepen roepen|scheiden - scheiden|schenken schonk,schonken schonken|schieten schoot*,schoten schoten|' +
    'schrijven schreef,schreven schreven|schuiven schoof,schoven schoven|slaan sloeg,sloegen slagen|slapen sliep,sliepen slapen|' +
    'slinken slonk,slonken slonken|sluiten sloot*,sloten* sloten|snijden sneed,sneden sneden|spannen - spannen|spreken sprak,spraken sproken|' +
    'springen sprong*,sprongen* sprongen|staan stond,stonden staan|steken stak,staken* stoken|stelen stal*,stalen* stolen|' +
    'sterven stierf,stierven storven|stijgen steeg*,stegen stegen|stoten - stoten|strijden streed,streden streden|treden trad,traden treden|' +
    'treffen trof,troffen troffen|trekken trok,trokken trokken|vallen viel,vielen vallen|vangen ving,vingen vangen|varen voer*,voeren* varen|' +
    'vechten vocht*,vochten vochten|vinden vond,vonden vonden|vliegen vloog,vlogen vlogen|vragen vroeg*,vroegen vraagd|wassen - wassen|' +
    'wegen woog,wogen wogen|werpen wierp,wierpen worpen|werven wierf,wierven worven|weten wist,wisten weten|wijken week*,weken* weken|' +
    'wijzen wees*,wezen* wezen|winnen won,wonnen wonnen|worden werd,werden worden|zeggen zei,zeiden zegd|zenden zond,zonden zonden|' +
    'zien zag,zagen* zien|zitten zat,zaten zeten|zoeken zocht,zochten zocht|zwemmen zwom,zwommen zwommen|' +
    'beginnen begon,begonnen begonnen|verdwijnen verdween,verdwenen verdwenen|vergeten vergat,vergaten vergeten|' +
    'verliezen verloor,verloren verloren|vermijden vermeed,vermeden vermeden|genezen genas,genazen genezen|verbannen verbande verbannen|' +
    'vertrouwen vertrouwde,vertrouwden vertrouwd|verzinnen verzon,verzonnen verzonnen'
  )
    .split('|')
    .map((row) => row.split(' '))
    .map(([infinitive, ...forms]) => [infinitive!, forms]),
);

/** Present tense of verbs whose infinitive does not end in -en after a consonant. */
const IRREGULAR_PRESENT: Readonly<Record<string, readonly string[]>> = {
  doen: ['doe', 'doet', 'doen', 'doend', 'doende'],
  gaan: ['ga', 'gaat', 'gaan', 'gaand', 'gaande'],
  slaan: ['sla', 'slaat', 'slaan'],
  staan: ['sta', 'staat', 'staan', 'staand', 'staande'],
  zien: ['zie', 'ziet', 'zien', 'ziend', 'ziende'],
  komen: ['kom', 'komt', 'komen', 'komend', 'komende'],
  hebben: ['heb', 'hebt', 'heeft', 'hebben'],
  kunnen: ['kan', 'kun', 'kunt', 'kunnen'],
};

/** Second halves that are nouns: voorbeelden, achterstanden, binnensteden do not fall apart. */
const NOUN_HALF =
  /^(?:banden|beelden|dagen|gangen|gronden|handen|huizen|jaren|kanten|kernen|komsten|landen|lasten|plannen|punten|raden|randen|rechten|slagen|standen|steden|straten|tuinen|velden|waarden|wegen|zaken|zichten|schotten|oordelen|verdiensten|gaven|ge(?!ven|ld)[a-z]+|[a-z]{3,}enden)$/;
/** Nouns that begin like a separable verb; terugdringen, afdwingen and inspringen are verbs. */
const NOUN =
  /(?:(?<!d[rw]|spr)ingen|heden|schappen|iteiten|aties)$|^(?:goederen|inkomen|openen|opgaven|(?:aan|na|onder|tegen|voor)delen)$/;

/** Words on -en from whose ending nothing follows. */
const FIXED = new Set(
  (
    'binnen boven buiten tussen tegen samen open eigen even regen haven wapen teken keten jongen verleden inkomen examen morgen ' +
    'gisteren garen laken kussen deken molen toren oven zegen bijen ouderen jongeren anderen volwassenen allen velen sommigen dertien'
  ).split(' '),
);
/** Plurals whose verb is too rare for the forms that it would share with other words: geluid, gerecht, gemiddeld, buurt. */
const PLURALS_ONLY = new Set(
  'banen bedden bedrijven buien buren gebieden handen kanten messen middelen nachten noten papieren plannen rechten tijden waarden wijken'.split(
    ' ',
  ),
);

/** Whether nothing is cut off from or added to a word on -en. */
export const isFixed = (word: string): boolean => FIXED.has(word);

/** A stem as it is spelled without -en: lop → loop, stopp → stop, gev → geef. Two where only the stress could tell. */
export function closedStems(open: string): string[] {
  const close = (stem: string): string => stem.replace(/v$/, 'f').replace(/z$/, 's');
  if (/([bcdfgklmnprst])\1$/.test(open)) return [open.slice(0, -1)];
  if (!/(?:^|[^aeiou])[aeou][bcdfgklmnprstvz]$/.test(open)) return [close(open)];
  const long = close(open.slice(0, -1) + open.at(-2)! + open.at(-1)!);
  // isoleren → isoleer, but verbeteren → verbeter.
  return /[aeiou].*e[lmnr]$/.test(open) ? [long, open] : [long];
}

/** Whether a word can be an infinitive. */
export function canBeVerb(word: string): boolean {
  if (!word.endsWith('n') || FIXED.has(word) || PLURALS_ONLY.has(word)) return false;
  return (word.length > 4 && /(?:[bcdfghjklmnpqrstvwxyz]|[aeou]i)en$/.test(word)) || STRONG.has(partsOf(word).base);
}

/** A verb taken to its parts: aan-be-steden, toe-staan, onder-steunen. */
function partsOf(word: string): { particle: string; prefix: string; base: string } {
  const particle = particleOf(word) ?? '';
  let base = word.slice(particle.length);
  let prefix = '';
  for (;;) {
    const next = STRONG.has(base) ? undefined : (WHOLE.exec(base)?.slice(1).find(Boolean) ?? PREFIX.exec(base)?.[0]);
    if (!next) return { particle, prefix, base };
    prefix += next;
    base = base.slice(next.length);
  }
}

function particleOf(word: string): string | undefined {
  if (WHOLE.test(word) || NOUN.test(word) || FIXED.has(word)) return undefined;
  const particle = NOUN_AND_VERB.exec(word)?.[0] ?? SEPARABLE.exec(word)?.[0];
  return particle && !NOUN_HALF.test(word.slice(particle.length)) ? particle : undefined;
}

/** A verb that falls apart in a main clause: aanpakken → ['aan', 'pakken']; undefined for other words. */
export function separate(word: string): [particle: string, verb: string] | undefined {
  const particle = canBeVerb(word) ? particleOf(word) : undefined;
  return particle === undefined ? undefined : [particle, word.slice(particle.length)];
}

/** Adds a beginning of forms with the endings that complete it, as a mask. */
export type Add = (text: string, endings: number) => void;

/** Adds every form of a verb: present, past, participles, and those used as adjectives. */
export function addVerb(infinitive: string, add: Add): void {
  const { particle, prefix, base } = partsOf(infinitive);
  const lead = particle + prefix;
  const strong = STRONG.get(base);
  const irregular = IRREGULAR_PRESENT[base];
  if (irregular) for (const form of irregular) add(lead + form, WITH.none);
  else addPresent(infinitive, add, strong === undefined);
  if (strong) {
    const [past, participle] = strong;
    for (const form of past!.split(',')) {
      if (form !== '-' && (lead !== '' || !form.endsWith('*'))) add(lead + form.replace('*', ''), WITH.none);
    }
    const ge = prefix === '' && !PREFIX.test(base) ? 'ge' : '';
    add(lead + ge + participle, participle!.endsWith('en') ? WITH.none : WITH.noneEEn);
    return;
  }
  const verb = infinitive.slice(particle.length);
  if (prefix !== '') addParticiple(particle, verb, add);
  else {
    addParticiple(`${particle}ge`, verb, add);
    // Not every verb that looks separable is: geïnvesteerd, gewaarborgd.
    if (particle) addParticiple('ge', infinitive, add);
  }
}

function addPresent(infinitive: string, add: Add, weakPast: boolean): void {
  const open = infinitive.slice(0, -2);
  add(open, WITH.enEnd);
  for (const closed of closedStems(open)) {
    add(closed, WITH.noneT);
    if (weakPast) add(closed, isVoiceless(open) ? WITH.teTen : WITH.deDen);
  }
}

function addParticiple(lead: string, verb: string, add: Add): void {
  const open = verb.slice(0, -2);
  for (const closed of closedStems(open)) {
    if (/[dt]$/.test(closed)) {
      add(lead + closed, WITH.none);
      add(lead + open, WITH.eEn);
    } else add(lead + closed, isVoiceless(open) ? WITH.tTeTen : WITH.dDeDen);
  }
}

/** 't kofschip: which past tense a stem takes. */
const isVoiceless = (open: string): boolean => /(?:[tkfspx]|ch)$/.test(open);
