import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { draftStudy } from '../../../server/src/core/draft/draft-study.js';
import { draftYaml } from '../../../server/src/core/draft/study-yaml.js';
import { createEngine } from '../../../server/src/core/service.js';
import { builtinStudy } from '../../../server/src/core/study/builtin.js';

const engine = createEngine(builtinStudy);
const draw = (text: string, name = 'akkoord') => draftStudy(engine, text, name);
const titles = (text: string) => draw(text).themes.flatMap(({ opgaven }) => opgaven.map(({ title }) => title));

const AGREEMENT = `# Samen verder

Coalitieakkoord gemeente Bergen aan de Vliet 2026-2030

## Hoofdstuk 1. Wonen

Op een vrijkomende huurwoning reageren gemiddeld 340 kandidaten. Wij bouwen tot 2030 achthonderd woningen, waarvan een derde sociale huur.

### 1.2 Leegstand

- Er komt een leegstandsverordening.
- **Splitsen mag.** Wij staan woningsplitsing toe in de schil rond het centrum.

## Hoofdstuk 2. Zorg

De wachttijd liep vorig jaar op naar negen weken. Daarom krijgt elke school een jeugdwerker. Zij beslist zelf over lichte hulp.
`;

describe('a study drawn from a document', () => {
  it('takes cells of a table that choose, and what will stand there in a year, which may only tell', () => {
    const text = `# Groen

| Wat                                        | Wanneer |
| ------------------------------------------ | ------- |
| Wij planten duizend bomen in de binnenstad | 2027    |
| Aantal bomen nu                            | 400     |

In 2030 staan er 120 geclusterde woningen. In 2024 stonden er 80 flexwoningen.
`;
    const found = draw(text).themes.flatMap(({ opgaven }) => opgaven);
    expect(found.map(({ title, doubtful }) => [title, doubtful])).toEqual([
      ['Wij planten duizend bomen in de binnenstad', false],
      ['In 2030 staan er 120 geclusterde woningen', true],
    ]);
  });

  it('has a key that begins with a letter, whatever the file is called', () => {
    expect(draw(AGREEMENT, '2026 Coalitieakkoord Één Vliet').key).toBe('coalitieakkoord-een-vliet');
    expect(draw(AGREEMENT, '2026').key).toBe('studie');
  });

  it('has its headings for themes, and what chooses something for opgaven, with the sentence and its place', () => {
    expect(draw(AGREEMENT)).toMatchObject({
      key: 'akkoord',
      title: 'Samen verder',
      publisher: 'Gemeente Bergen aan de Vliet',
      year: 2026,
      themes: [
        {
          title: 'Wonen',
          opgaven: [
            {
              title: 'Wij bouwen tot 2030 achthonderd woningen, waarvan een derde sociale huur',
              short: 'Wij bouwen tot 2030 achthonderd woningen, waarvan een derde sociale huur.',
              place: 'regel 7',
            },
            { title: 'Er komt een leegstandsverordening', id: 'leegstandsverordening', place: '§ 1.2' },
            {
              title: 'Splitsen mag',
              short: 'Splitsen mag. Wij staan woningsplitsing toe in de schil rond het centrum.',
              place: '§ 1.2',
            },
          ],
        },
        {
          title: 'Zorg',
          opgaven: [
            {
              title: 'Daarom krijgt elke school een jeugdwerker',
              // What leans on it belongs to it.
              short: 'Daarom krijgt elke school een jeugdwerker. Zij beslist zelf over lichte hulp.',
            },
          ],
        },
      ],
    });
  });

  it.each([
    'Het vertrouwen in het bestuur is de afgelopen periode teruggelopen.',
    'In 2025 ontving het klantcontactcentrum 214.000 telefoontjes en elf faxen.',
    'Waarom zouden wij daar woningen bouwen?',
    'The municipality will build eight hundred houses in the coming years.',
    'Oudewaal bezit 412 rijksmonumenten en een gave vesting.',
    '```\nEr komt een leegstandsverordening.\n```',
    'Inhoud\n\n- [Er komt een plan](#er-komt-een-plan)\n',
  ])('says nothing of what only tells: %s', (text) => {
    expect(titles(`# Stad\n\n## Een\n\n${text}\n`)).toEqual([]);
  });

  it('says once what the summary and the chapter both say', () => {
    const text =
      '# Stad\n\n## Samenvatting\n\n- Wij leggen een snelfietsroute aan naar het station.\n\n## Verkeer\n\nWij leggen een snelfietsroute aan van de dorpen naar het station.\n\nEr komt een zebrapad bij de school.\n';
    expect(titles(text)).toEqual([
      'Wij leggen een snelfietsroute aan naar het station',
      'Er komt een zebrapad bij de school',
    ]);
  });

  it('takes the level of headings that divides what is promised, and names what stands under none', () => {
    expect(draw('Wij bouwen een school.\n').themes.map(({ title }) => title)).toEqual(['Algemeen']);
    const deep =
      '# Visie\n\n## Deel A. Keuzes\n\n### Wonen\n\nWij bouwen een flat.\n\n### Zorg\n\nEr komt een huisarts.\n';
    expect(draw(deep).themes.map(({ title }) => title)).toEqual(['Wonen', 'Zorg']);
  });

  it('gives every opgave an id of its own, and the number of its paragraph for a place', () => {
    const [theme] = draw(
      '## 1. Zorg\n\n1.3 Er komt een inloophuis.\n\n1.4 Er komt een groot inloophuis in het dorp.\n',
    ).themes;
    expect(theme!.opgaven.map(({ id, place }) => [id, place])).toEqual([
      ['inloophuis', '§ 1.3'],
      ['groot-inloophuis-dorp', '§ 1.4'],
    ]);
    const [twice] = draw('## Zorg\n\nEr komt een inloophuis.\n\nWij sluiten het inloophuis niet.\n').themes;
    expect(new Set(twice!.opgaven.map(({ id }) => id)).size).toBe(2);
  });
});

describe('the file', () => {
  it('is YAML with comments that say what to prune, and reads back as what was drawn', () => {
    const study = draw(
      AGREEMENT.replace('Er komt een leegstandsverordening.', 'Er komt: een *verordening* #leegstand.'),
    );
    const yaml = draftYaml(study, 'akkoord.md');
    expect(yaml).toMatch(/^# Een eerste studie, gemaakt van akkoord\.md: 4 /);
    expect(parse(yaml)).toEqual({
      key: 'akkoord',
      title: 'Samen verder',
      publisher: 'Gemeente Bergen aan de Vliet',
      year: 2026,
      names: { opgave: 'belofte', opgaven: 'beloften' },
      themes: study.themes.map(({ title, opgaven }) => ({
        title,
        opgaven: opgaven.map(({ title, id, place, short }) => ({ title, id, place, short })),
      })),
    });
  });

  it('marks what may be no pledge', () => {
    const yaml = draftYaml(
      draw('# Stad\n\n## Zorg\n\nHet gesprek wordt voortgezet.\n\nEr komt een inloophuis.\n'),
      'a.md',
    );
    expect(yaml.match(/# Twijfel:.*\n +- title: .*/g)).toEqual([
      expect.stringContaining('- title: Het gesprek wordt voortgezet'),
    ]);
  });
});
