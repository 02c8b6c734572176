/**
 * Dutch policy prose in Markdown, made by a seeded generator: sections with headings, paragraphs, lists, now and then a
 * table, a quotation, a citation or a comment. Nothing in it is anybody's text.
 */

/** A small generator of random numbers in [0, 1): the same seed gives the same text on any machine. */
export function random(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const list = (text) => text.trim().split(/\s*[,\n]\s*/);

const WHO =
  list(`wij, de gemeente, het college, de raad, onze fractie, de wethouder, inwoners, ondernemers, het bestuur, de regio,
  de provincie, de woningcorporatie, scholen, verenigingen, vrijwilligers, jongeren, ouderen, buurtbewoners, de wijkraad, partners`);
const THING =
  list(`betaalbare woningen, de wachtlijst voor sociale huur, het woningtekort, jeugdzorg, mantelzorg, eenzaamheid onder ouderen,
  de energietransitie, zonnepanelen, warmtenetten, laadpalen, het fietspad, de bushalte, het openbaar vervoer, parkeerplaatsen,
  de binnenstad, winkelstraten, leegstand, het bedrijventerrein, de arbeidsmarkt, schulden en armoede, bijstand, taalcursussen,
  wateroverlast, hittestress, bomen en groen, biodiversiteit, afval, circulaire economie, de begroting, de jaarrekening, inspraak,
  burgerparticipatie, digitale dienstverlening, ondermijning, de wijkagent, cameratoezicht, sportvelden, het zwembad, de bibliotheek,
  cultuur, het buurthuis, onderwijshuisvesting, kinderopvang, gezondheid, preventie, stikstof, landbouw, recreatie, toerisme,
  erfgoed, de omgevingsvisie, bestemmingsplannen, vergunningen, handhaving, lantaarnpalen, straatwerk, bruggen, het riool, speeltuinen`);
const ACT =
  list(`versterken, verbeteren, bouwen, uitbreiden, behouden, onderzoeken, stimuleren, ondersteunen, beschermen, aanpakken,
  verminderen, voorkomen, terugdringen, vernieuwen, onderhouden, vergroenen, verduurzamen, versnellen, betalen, regelen`);
const WHERE =
  list(`in de wijk, in het centrum, aan de rand van de stad, in alle dorpen, rond het station, langs de rivier, in de regio,
  op het platteland, in nieuwe buurten, bij de scholen, op bedrijventerreinen, in samenwerking met de buren, in de hele gemeente`);
const WHY =
  list(`omdat de vraag groeit, zodat iedereen mee kan doen, want de druk neemt toe, omdat het beter kan, zodat het betaalbaar blijft,
  terwijl de middelen krimpen, omdat de bevolking vergrijst, zodat jongeren kunnen blijven, want veiligheid is een voorwaarde,
  omdat de afgelopen jaren te weinig is gebeurd, zodat de buurt schoon en leefbaar blijft`);
const WHEN =
  list(`de komende vier jaar, voor het einde van de periode, vanaf volgend jaar, zo snel mogelijk, stap voor stap,
  in de eerste honderd dagen, voor 2030, ieder jaar opnieuw`);
const LINK = list('bovendien, daarnaast, tegelijk, daarom, ook, verder, tot slot, intussen');
const SENTENCES = [
  ({ one }) => `${cap(one(WHO))} willen ${one(THING)} ${one(WHERE)} ${one(ACT)}, ${one(WHY)}.`,
  ({ one }) => `${cap(one(THING))} vraagt ${one(WHEN)} om aandacht, ${one(WHY)}.`,
  ({ one }) => `${cap(one(LINK))} gaat ${one(WHO)} ${one(WHEN)} ${one(THING)} ${one(ACT)}.`,
  ({ one }) => `Zonder ${one(THING)} is ${one(THING)} ${one(WHERE)} niet te ${one(ACT)}.`,
  ({ one }) =>
    `${cap(one(WHERE))} is ${one(THING)} het afgelopen decennium sterk veranderd, en dat merkt ${one(WHO)} elke dag.`,
  ({ one }) => `We kiezen voor ${one(THING)} en ${one(THING)}, ook als dat geld kost.`,
  ({ one }) => `Wie ${one(WHERE)} woont, heeft recht op ${one(THING)}; dat ${one(ACT)} wij ${one(WHEN)}.`,
  ({ number }) =>
    `In ${2015 + number(10)} ging het om ${number(900) + 100} gevallen, ${number(60) + 2} procent meer dan daarvoor.`,
  ({ one }) => `“${cap(one(THING))} is geen bijzaak”, zei ${one(WHO)}, en ${one(WHO)} was het daarmee eens.`,
  ({ one }) => `Hoe ${one(THING)} zich verhoudt tot ${one(THING)}, is ${one(WHERE)} nog niet duidelijk.`,
];
const SYLLABLES =
  'wa ter dam ber gen rij sen hout lo veen mar ken oos wes nij kerk dijk poort zand broek heu vel'.split(' ');
const CITED = list('wijkenaanpak, woonruimte-zonder-bijbouwen, bestaat-niet');

const cap = (text) => text[0].toUpperCase() + text.slice(1);

/** Markdown of at least `size` characters. */
export function prose(size, seed = 1) {
  const next = random(seed);
  const number = (n) => Math.floor(next() * n);
  const one = (items) => items[number(items.length)];
  // Names and compounds that occur once or twice, as in any text of this length.
  const name = () => cap(Array.from({ length: 2 + number(2) }, () => one(SYLLABLES)).join(''));
  const tools = { one, number };
  const sentence = () => {
    const text = one(SENTENCES)(tools);
    return next() < 0.12 ? `In ${name()} geldt: ${text[0].toLowerCase()}${text.slice(1)}` : text;
  };
  const paragraph = (most) => Array.from({ length: 1 + number(most) }, sentence).join(' ');
  const parts = [];
  let length = 0;
  const add = (text) => {
    parts.push(text);
    length += text.length + 2;
  };
  for (let chapter = 1; length < size; chapter++) {
    add(`# ${chapter} ${cap(one(THING))}`);
    for (let section = 0; section < 6 && length < size; section++) {
      add(`## ${cap(one(THING))} ${one(WHERE)}`);
      for (let block = 0; block < 5; block++) {
        const kind = next();
        if (kind < 0.6) add(paragraph(6));
        else if (kind < 0.9) add(Array.from({ length: 3 + number(5) }, () => `- ${sentence()}`).join('\n'));
        else if (kind < 0.93) add(`> ${paragraph(2)}`);
        else if (kind < 0.95)
          add(
            `| Onderwerp | Waar |\n|---|---|\n${Array.from({ length: 4 }, () => `| ${one(THING)} | ${one(WHERE)} |`).join('\n')}`,
          );
        else if (kind < 0.98)
          add(
            `${sentence()} **${cap(one(THING))}** staat in [het plan](https://voorbeeld.nl/${number(100)}) [@trendstudie:${one(CITED)}, p. ${50 + number(20)}].`,
          );
        else add(`<!-- Nog na te kijken: ${one(THING)} -->`);
      }
    }
  }
  return `${parts.join('\n\n')}\n`;
}
