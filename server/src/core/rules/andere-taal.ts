import { unreadOf } from '../coverage/unread.js';
import type { Rule, RuleFinding } from './rule.js';

export const andereTaal: Rule = {
  code: 'andere-taal',
  level: 'informatie',
  title: 'Een deel van de tekst is in een andere taal',
  description:
    'Opgavenwijzer leest Nederlands. Staat er tussen het Nederlands een stuk van twintig woorden of meer in een andere taal, zoals een samenvatting in het Fries of een bijlage in het Engels, dan wordt dat stuk overgeslagen: het neemt niets op en brengt niets ter sprake. Dat staat er per document eenmaal bij. Over een tekst die helemaal in een andere taal is zwijgt de editor; de dekking en de opdrachtregel zeggen het wel.',
  example:
    'This summary is for the people who live in our town and want to know what we are going to do for them in the next four years.\n\nWij bouwen tot 2030 in elke kern woningen voor starters en ouderen, en wij beginnen met de dorpen waar nu niets te vinden is voor wie een huis zoekt.',
  remedy: 'Er hoeft niets te gebeuren. Hoort het stuk mee te tellen, zet er dan een Nederlandse tekst naast.',
  of: 'document',
  silencedBy: 'any',
  *check({ analysis }): Iterable<RuleFinding> {
    const unread = unreadOf(analysis);
    if (unread && !unread.isWhole) yield { from: unread.from, to: unread.to, message: unread.sentence };
  },
};
