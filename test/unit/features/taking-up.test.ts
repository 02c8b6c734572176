import { describe, expect, it } from 'vitest';
import { skeletonOf } from '../../../server/src/core/features/fixes/skeleton.js';
import { builtinStudy, createService, DEFAULT_CONFIGURATION, type StudyIndex } from '../../../server/src/core/index.js';

const service = createService([builtinStudy]);
const [study] = service.studies as [StudyIndex];
const begin = (id: string) => {
  const citation = { text: `[@${study.info.key}:${id}, p. 1]`, snippet: '', edits: [] };
  return skeletonOf(study.opgave(id)!, citation, ' ', '\n');
};
const stateOf = (text: string, id: string) => {
  const documents = [{ key: 'a.md', analysis: service.analyse(`# Programma\n\n${text}\n`) }];
  const { themes } = service.coverage({ documents, configuration: DEFAULT_CONFIGURATION });
  return themes.flatMap(({ opgaven }) => opgaven).find(({ opgave }) => opgave.id === id)!.coverage.state;
};

describe('a paragraph that begins to take an opgave up', () => {
  it('lists the directions one a line, with what a writer in a gemeente has to know of each', () => {
    const { text } = begin('woonruimte-zonder-bijbouwen');
    expect(text).toMatch(
      /^Wij .*\. Wat gaat u doen, voor wie, en wanneer\? \[@trendstudie:woonruimte[^\n]*\n\n<!-- Denk/,
    );
    expect(text).toContain('<!-- Denkrichtingen uit de studie (p. 62):\n- ');
    const { directions } = study.opgave('woonruimte-zonder-bijbouwen')!;
    const lines = text.split('\n').filter((line) => line.startsWith('- '));
    for (const { text: words, who } of directions) {
      const line = lines.find((one) => one.startsWith(`- ${words}`))!;
      expect(line).not.toContain('p. ');
      expect(line.includes('Rijk')).toBe(who.includes('rijk') && !who.includes('gemeente'));
    }
  });

  it('names a page once, above all that stands on it', () => {
    for (const { id, pages, directions, choices } of study.opgaven) {
      const said: string[] = [];
      let heads: string[] = [];
      let page = '';
      for (const line of begin(id).text.split('\n')) {
        const head = /^(?:Op |.*(Denkrichtingen uit de studie|Wat er te kiezen valt) \()(p\. \d+)\)?:$/.exec(line);
        if (head) {
          if (head[1]) heads = [];
          page = head[2]!;
          expect(heads).not.toContain(page);
          heads.push(page);
        } else if (line.startsWith('- ')) said.push(`${page}: ${line}`);
      }
      const expected = [
        ...directions.map(({ text, page, example }) => `p. ${example ? pages![0] : page}: - ${text}`),
        ...choices.map(({ options, page }) => `p. ${page}: - ${options.join(' of ')}`),
      ];
      expect(expected.filter((one) => !said.some((line) => line.startsWith(one)))).toEqual([]);
      expect(said).toHaveLength(expected.length);
    }
  });

  it('names no page where the study does not say it', () => {
    const { pages: _, ...opgave } = study.opgave('woonruimte-zonder-bijbouwen')!;
    const directions = [
      { text: 'Een', page: 62, who: [] },
      { text: 'Twee', who: [] },
    ];
    const { text } = skeletonOf({ ...opgave, directions, choices: [] }, { text: '', snippet: '', edits: [] }, '', '\n');
    expect(text.slice(text.indexOf('<!--'))).toBe('<!-- Denkrichtingen uit de studie:\n- Twee\nOp p. 62:\n- Een\n-->');
  });

  it('offers the choice that the study puts, both ways, and none where it puts none', () => {
    const { text, snippet } = begin('lokaal-bevolkingsbeleid');
    expect(text).toContain('\nWat er te kiezen valt (p. 27):\n- arbeidsmigranten of onbenut arbeidspotentieel\n- ');
    expect(snippet).toMatch(
      /^\$\{2\|Wij willen beleid[^|]*,Wij kiezen arbeidsmigranten boven onbenut arbeidspotentieel\\, omdat …,Wij kiezen onbenut/,
    );
    const none = study.opgaven.find(({ choices }) => choices.length === 0)!;
    expect(begin(none.id).text).not.toContain('te kiezen');
    expect(begin(none.id).snippet).not.toContain('|');
  });

  it('takes nothing up itself, nor does its citation; what is written does', () => {
    const taken = study.opgaven.filter(({ id }) => stateOf(begin(id).text, id) !== 'niet-genoemd');
    expect(taken.map(({ id }) => id)).toEqual([]);
    const choice = 'Wij kiezen bouwen boven wachten, omdat … [@trendstudie:nieuwbouw-aanjagen, p. 61].';
    expect(stateOf(choice, 'nieuwbouw-aanjagen')).toBe('niet-genoemd');
    expect(stateOf(choice.replace('…', 'er haast is'), 'nieuwbouw-aanjagen')).toBe('opgepakt');
  });
});
