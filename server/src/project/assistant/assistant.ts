import { type Around, configurationAround, textsAsked } from './asked-texts.js';
import { type Input, Refusal, readInput } from './input.js';
import { LEAST_ROOM, ROOM } from './room.js';
import { entryAnswer, searchAnswer } from './study-answers.js';
import { bibliographyAnswer, coverageAnswer, findingsAnswer } from './text-answers.js';
import { TOOLS, type ToolName } from './tools.js';

/**
 * Answers a question of an assistant, as small plain text; the doors for assistants differ in nothing but how they are
 * asked. Rejects with a {@link Refusal} in words.
 * @param given what the model made of the schema of the tool
 * @param room characters that the answer may have, between bounds that hold everywhere
 */
export async function answer(around: Around, name: string, given: unknown, room: number = ROOM): Promise<string> {
  const tool = TOOLS.find((one) => one.name === name);
  if (!tool) throw new Refusal(`‘${name}’ bestaat niet. Bekend zijn: ${TOOLS.map(({ name }) => name).join(', ')}.`);
  return ANSWERS[tool.name](around, readInput(tool, given ?? {}), Math.max(LEAST_ROOM, Math.min(room, ROOM)));
}

type Answer = (around: Around, input: Input, room: number) => Promise<string>;

const ANSWERS: Readonly<Record<ToolName, Answer>> = {
  async zoek_in_studie(around, input, room) {
    return searchAnswer(around.service, await configurationAround(around), text(input, 'vraag')!, room);
  },
  async lees_onderdeel(around, input, room) {
    const configuration = await configurationAround(around);
    const gemeente = text(input, 'gemeente');
    const own = gemeente === undefined ? configuration : { ...configuration, gemeente };
    return entryAnswer(around.service, own, text(input, 'onderdeel')!, room);
  },
  async toon_dekking(around, input, room) {
    return coverageAnswer(around.service, await textsIn(around, input), text(input, 'thema'), room);
  },
  async controleer_tekst(around, input, room) {
    return findingsAnswer(around.service, await textsIn(around, input), room);
  },
  async geef_bronnen(around, input, room) {
    const { onderdelen, vorm } = input;
    const cites = text(input, 'tekst') !== undefined || text(input, 'bestand') !== undefined;
    if (onderdelen && cites)
      throw new Refusal('Geef ‘onderdelen’, of een tekst of bestand dat aanhaalt; niet allebei.');
    const citing = cites ? await textsIn(around, input) : undefined;
    const ids = typeof onderdelen === 'string' ? [onderdelen] : onderdelen;
    return bibliographyAnswer(
      around.service,
      await configurationAround(around),
      { ...(ids ? { ids } : {}), citing },
      vorm === 'csl' ? 'csl' : 'bibtex',
      room,
    );
  },
};

const textsIn = (around: Around, input: Input) =>
  textsAsked(around, { tekst: text(input, 'tekst'), bestand: text(input, 'bestand') });

/** What the schema says is a text. */
const text = (input: Input, key: string): string | undefined => {
  const value = input[key];
  return typeof value === 'string' ? value : undefined;
};
