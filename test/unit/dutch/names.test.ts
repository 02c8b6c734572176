import { describe, expect, test } from 'vitest';
import { found } from '../signals/finding.js';

describe('what stands in a name says nothing', () => {
  test.each([
    ['groen*', 'Met GroenLinks en Groen Links en GroenLinks-PvdA.'],
    ['dier', 'De Partij voor de Dieren wil dat.'],
    ['arbeid', 'De Partij van de Arbeid wil dat.'],
    ['leefbaar', 'Met Leefbaar Hilversum wordt het anders.'],
    ['*wijk', 'In Waalwijk, Wijk bij Duurstede en Rijswijk.'],
    ['krimp*', 'In Krimpen aan den IJssel.'],
    ['*dorp', 'In Leiderdorp.'],
    ['buren', 'De gemeente Buren.'],
    ['huizen', 'Wie in Huizen woont.'],
    ['denken', 'De fractie van DENK.'],
  ])('%s in: %s', (signal, text) => {
    expect(found(signal, text)).toEqual([]);
  });

  test.each([
    ['groen*', 'Een groene stad met groen en GroenLinks.', 'groene'],
    ['dier', 'Een partij voor de dieren in de stad.', 'dieren'],
    ['leefbaar', 'Een leefbaar Hilversum.', 'leefbaar'],
    ['leefbaar', 'LEEFBAAR WONEN', 'LEEFBAAR'],
    ['wijk', 'Wijk bij wijk.', 'Wijk'],
    ['buren', 'Buren helpen elkaar.', 'Buren'],
    ['huizen', 'HUIZEN EN HUIZEN', 'HUIZEN'],
    ['denken', 'Wij denken vooruit. Denk mee!', 'denken'],
    ['krimp*', 'De krimp in Krimpen aan den IJssel.', 'krimp'],
  ])('%s in: %s', (signal, text, word) => {
    expect(found(signal, text)[0]).toBe(word);
  });
});
