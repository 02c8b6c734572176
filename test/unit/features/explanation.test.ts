import { describe, expect, test } from 'vitest';
import { DEFAULT_CONFIGURATION } from '../../../server/src/core/configuration.js';
import { STATE_NAMES } from '../../../server/src/core/coverage/states.js';
import { type Explanation, explanations } from '../../../server/src/core/features/explanation.js';
import { analyse, coverageOfProgramme, createEngine, createService } from '../../../server/src/core/service.js';
import { builtinStudy } from '../../../server/src/core/study/builtin.js';

const engine = createEngine(builtinStudy);

/** What is said of the last block of a text. */
function explained(text: string): { said: Explanation[]; stateOf: (title: string) => string } {
  const analysis = analyse(engine, text);
  const programme = coverageOfProgramme([{ key: 'a.md', analysis }], DEFAULT_CONFIGURATION);
  const said = explanations(engine, analysis, analysis.blocks.length - 1, { programme });
  const stateOf = (title: string) =>
    STATE_NAMES[programme.get(engine.study.opgaven.find((opgave) => opgave.title === title)!.id)!.state];
  return { said, stateOf };
}
const about = (text: string, title: string): Explanation =>
  explained(text).said.find(({ verdict }) => verdict.endsWith(`${title} (opgave)`))!;

describe('‘Waarom telt dit?’', () => {
  test('says in plain words what was seen, and keeps the figures apart', () => {
    const found = about(
      'Wij gaan alle huurwoningen isoleren en leggen een warmtenet aan in Noord.',
      'Energietransitie',
    );
    expect(found.verdict).toMatch(/^Opgepakt: /);
    expect(found.words.join(' ')).toMatch(/‘isoleren’ .*wij.* hierop; ‘Wij … gaan’ .*dat er iets gekozen/);
    expect(found.words.join(' ')).not.toMatch(/\d,\d\d|signaal|uitgangspunt/);
    expect(found.figures.join('\n')).toMatch(/^\d,\d\d; mogelijk opgepakt vanaf \d,\d\d/);
  });

  test('says what only tells of a problem', () => {
    const found = about('Mantelzorgers raken overbelast.', 'De juiste zorg op de juiste plek');
    expect(found.words[0]).toContain('‘overbelast’ zegt dat er iets mis is');
  });

  test('says which words stand against it', () => {
    const found = about('Wij willen geen windmolens bij het dorp.', 'Energietransitie');
    expect(found.verdict).toMatch(/^Kiest anders: /);
    expect(found.words[0]).toContain('‘geen … windmolens’ is een standpunt ertegen');
  });

  test('says of several that they stand against it', () => {
    const found = about(
      'Wij willen geen autoluwe binnenstad. Stop met autoluwe experimenten.',
      'De dominantie van de auto terugdringen',
    );
    expect(found.words[0]).toContain('‘geen … autoluwe’ en ‘Stop … autoluwe’ zijn standpunten ertegen');
  });

  test('says that an answer agrees or disagrees with the statement above it', () => {
    const car = 'De dominantie van de auto terugdringen';
    const against = about('### Het Marktplein moet autovrij worden.\n\nOneens.', car);
    expect(against.verdict).toMatch(/^Kiest anders: /);
    expect(against.words[0]).toContain('het antwoord is het oneens met de stelling of vraag erboven.');
    expect(against.figures).toContain('het antwoord is het oneens met de stelling of vraag erboven');
    const reversed = about('### De gemeente moet stoppen met betaald parkeren.\n\nOneens.', car);
    expect(reversed.verdict).toMatch(/^Opgepakt: |^Mogelijk opgepakt: /);
    expect(reversed.words[0]).toContain('oneens met de stelling of vraag erboven, die ertegen is');
    const short = about(
      '### De gemeente moet meer sociale huurwoningen bouwen.\n\nEens. In onze stad is de wachttijd veel te lang.',
      'Nieuwbouw aanjagen',
    );
    expect(short.words[0]).toBe(
      'Wat erboven staat wijst hierop; het antwoord is het eens met de stelling of vraag erboven.',
    );
    const own = about('### Het Marktplein moet autovrij worden.\n\nWij maken het plein autovrij.', car);
    expect([...own.words, ...own.figures].join(' ')).not.toContain('het antwoord');
  });

  test('tells a stand that its words leave in doubt as one, and not as what the writer wrote of it', () => {
    const found = about(
      'Van digitaal vergaderen zijn wij geen voorstander. Een raad kijkt elkaar aan.',
      'Nieuwe technologie en data benutten',
    );
    expect(found.verdict).toMatch(/^Kiest anders: /);
    expect(found.words.join(' ')).not.toContain('Dat schreef u zelf');
  });

  test('begins with what is asked about, an opgave before its theme', () => {
    const text = 'Wij voeren geen milieuzones in. De energietransitie kost te veel en moet stoppen.';
    const service = createService([builtinStudy]);
    const programme = {
      documents: [{ key: 'a.md', analysis: service.analyse(text) }],
      configuration: DEFAULT_CONFIGURATION,
    };
    const first = (words: string) =>
      /\n\n(.+ \((?:opgave|thema)\))\n/.exec(service.explanationPage(programme, text.indexOf(words) + 2)!.markdown)![1];
    expect(first('energietransitie')).toBe('Kiest anders: Energietransitie (opgave)');
    expect(first('milieuzones')).toBe('Kiest anders: De dominantie van de auto terugdringen (opgave)');
  });

  test('never calls taken up what the coverage calls possible', () => {
    for (const text of [
      'De energierekening is voor velen niet te betalen.',
      'Scholen kampen met een lerarentekort.',
      'Wij willen meer aandacht voor ouderen.',
      'Sport beter ondersteunen in de wijk.',
    ]) {
      const { said, stateOf } = explained(text);
      for (const { verdict, words } of said) {
        const [, judged, title] = /^(Opgepakt|Mogelijk opgepakt|Kiest anders): (.+) \(opgave\)$/.exec(verdict) ?? [];
        if (title === undefined) continue;
        const state = stateOf(title);
        expect([judged!.toLowerCase(), words.join(' ')]).toContainEqual(
          judged!.toLowerCase() === state ? state : expect.stringContaining(`als geheel: `),
        );
      }
    }
  });

  test('says what the programme does elsewhere, and nothing of it where that is the same', () => {
    const weak = 'Sport beter ondersteunen in de wijk.';
    const strong = 'Wij brengen zorg dichter bij huis [@trendstudie:juiste-zorg-juiste-plek].';
    const elsewhere = (text: string): string =>
      explained(text)
        .said.flatMap(({ words }) => words)
        .join(' ');
    expect(elsewhere(`${strong}\n\n${weak}`)).toMatch(/In het programma als geheel: ● opgepakt\./);
    expect(elsewhere(weak)).not.toContain('als geheel');
  });

  test('says that the writer decided', () => {
    const text = 'Wij willen geen windmolens bij het dorp. <!-- opgavenwijzer: telt niet: energietransitie -->';
    const found = about(text, 'Energietransitie');
    expect(found.verdict).toMatch(/^Telt hier niet: /);
    expect(found.words[0]).toBe('Dat schreef u zelf in een opmerking bij deze alinea.');
  });
});
