import { describe, expect, it } from 'vitest';
import { sentenceAround } from '../../../server/src/core/features/sentence-around.js';

const around = (text: string, words: string): string => {
  const from = text.indexOf(words);
  return sentenceAround(text, { from: 0, to: text.length }, { from, to: from + words.length });
};

describe('de zin om woorden heen', () => {
  it('is heel, en begint en eindigt waar de zin dat doet', () => {
    const text = 'Het is druk. Wij bouwen tot 2030 3.200 woningen, ook bij het\nstation. En dan?';
    expect(around(text, 'bouwen')).toBe('Wij bouwen tot 2030 3.200 woningen, ook bij het station.');
    expect(around(text, 'druk')).toBe('Het is druk.');
    expect(around(text, 'dan')).toBe('En dan?');
  });

  it('is gewone tekst: zonder opmaak, verwijzingen en opmerkingen', () => {
    expect(around('- Wij **bouwen** [hier](x.md) [@trendstudie:nieuwbouw-aanjagen, p. 61].<!-- ja -->', 'bouwen')).toBe(
      'Wij bouwen hier.',
    );
    expect(around('De kosten van 5*3 en a_b blijven.', 'kosten')).toBe('De kosten van 5*3 en a_b blijven.');
  });

  it('is van een bladzijde zonder punten alleen de omgeving', () => {
    const text = `${'woord '.repeat(200)}bouwen ${'woord '.repeat(200)}`;
    expect(around(text, 'bouwen').length).toBeLessThan(200);
    expect(around(text, 'bouwen')).toContain('bouwen');
  });
});
