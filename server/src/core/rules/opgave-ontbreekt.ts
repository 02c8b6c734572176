import { placeText } from '../study/reference.js';
import type { Rule, RuleFinding } from './rule.js';

/** At most so many other places are named: enough to see that it is no accident. */
const OTHER_PLACES = 5;

export const opgaveOntbreekt: Rule = {
  code: 'opgave-ontbreekt',
  level: 'waarschuwing',
  title: 'Een trend komt aan de orde, een opgave die eruit volgt nog niet',
  description:
    'De tekst noemt een trend uit de studie. De studie verbindt daar een opgave aan, en nergens in het programma is te zien dat die wordt opgepakt, ook niet met zwakke aanwijzingen. De melding staat bij de sterkste vermelding; de andere plaatsen staan erbij.',
  example: 'In Waterdam is het woningtekort groter dan ooit.',
  remedy:
    'Neem de opgave op, verwijs naar de studie op de plaats waar het programma haar al oppakt, of zet haar bij ‘bewust niet’ met de reden.',
  *check({ study, analysis, programme, document }): Iterable<RuleFinding> {
    for (const { opgave: id, state, raisedBy } of programme.values()) {
      const strongest = raisedBy[0];
      if (state !== 'ontbreekt' || strongest?.document !== document) continue;
      const opgave = study.opgave(id)!;
      const trend = study.find(strongest.id)!;
      yield {
        from: strongest.from,
        to: strongest.to,
        message: `‘${quote(analysis.text, strongest.from, strongest.to)}’ (trendstudie ${placeText(trend)}) komt aan de orde; de opgave ‘${opgave.title}’ (${placeText(opgave)}) nog niet.`,
        opgave: id,
        trend: strongest.id,
        related: [
          ...raisedBy.slice(1, 1 + OTHER_PLACES).map((mention) => ({
            message: 'Ook genoemd',
            from: mention.from,
            to: mention.to,
            document: mention.document,
          })),
          { message: `Wat de studie zegt: ${opgave.short}`, from: strongest.from, to: strongest.to, entry: id },
        ],
      };
    }
  },
};

/** The words of a mention on one line, shortened in the middle when they run on. */
export function quote(text: string, from: number, to: number, most = 60): string {
  const words = text.slice(from, to).replace(/\s+/g, ' ');
  if (words.length <= most) return words;
  const half = Math.floor((most - 1) / 2);
  return `${words.slice(0, half).trimEnd()} … ${words.slice(-half).trimStart()}`;
}
