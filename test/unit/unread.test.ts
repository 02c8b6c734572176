import { expect, test } from 'vitest';
import { unreadOf } from '../../server/src/core/index.js';
import { analyse } from '../../server/src/core/service.js';
import { smallEngine } from './small-study.js';

const ENGLISH = 'This is what the people who live in our town have asked for.';
const DUTCH =
  'Wij bouwen in elke kern woningen voor wie hier wil wonen en nu niets kan vinden, en wij beginnen met de dorpen waar al jaren niets is gebouwd.';
const unread = (...blocks: string[]) => unreadOf(analyse(smallEngine, blocks.join('\n\n')))?.sentence;

test('a phrase in another language is no stretch that is not read', () => {
  expect(unread(DUTCH, ENGLISH)).toBeUndefined();
  expect(unread(DUTCH)).toBeUndefined();
});

test('what stands together is one stretch, short blocks between it included', () => {
  expect(unread(DUTCH, ENGLISH, '## Wonen', ENGLISH, DUTCH)).toBe(
    'Regel 3–7 is niet in het Nederlands en is niet gelezen.',
  );
});

test('a block of Dutch parts it', () => {
  expect(unread(ENGLISH, DUTCH, ENGLISH)).toBeUndefined();
  expect(unread(`${ENGLISH} ${ENGLISH}`, DUTCH, `${ENGLISH} ${ENGLISH}`)).toBe(
    'Regel 1, 5 is niet in het Nederlands en is niet gelezen.',
  );
});

test('of a text that is all in another language a short block at the end changes nothing', () => {
  const whole = 'De tekst is niet in het Nederlands en is niet gelezen.';
  expect(unread(ENGLISH, ENGLISH)).toBe(whole);
  expect(unread(ENGLISH, ENGLISH, 'Jan en Piet')).toBe(whole);
  expect(unread(ENGLISH, ENGLISH, DUTCH)).toBe('Regel 1–3 is niet in het Nederlands en is niet gelezen.');
});
