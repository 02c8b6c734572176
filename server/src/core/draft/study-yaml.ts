import { Document, isMap, type YAMLMap } from 'yaml';
import type { DraftStudy } from './draft-study.js';

/** Longer lines read badly. */
const WIDTH = 100;

/** A drawn study as a file to prune, with comments that say how. @param from name of the document it was drawn from */
export function draftYaml({ themes, ...about }: DraftStudy, from: string): string {
  const count = themes.reduce((sum, { opgaven }) => sum + opgaven.length, 0);
  const document = new Document({
    ...about,
    names: { opgave: 'belofte', opgaven: 'beloften' },
    themes: themes.map(({ title, opgaven }) => ({
      title,
      opgaven: opgaven.map(({ title, id, place, short }) => ({ title, id, place, short })),
    })),
  });
  document.commentBefore = introduction(from, count);
  const themeNodes = itemsOf(document.contents, 'themes');
  for (const [t, { opgaven }] of themes.entries()) {
    const theme = themeNodes[t]!;
    if (t > 0) theme.spaceBefore = true;
    for (const [o, opgave] of itemsOf(theme, 'opgaven').entries())
      if (opgaven[o]!.doubtful) opgave.commentBefore = ' Twijfel: is dit een keuze, of wordt er alleen iets verteld?';
  }
  return document.toString({ lineWidth: WIDTH, flowCollectionPadding: true });
}

const itemsOf = (node: unknown, key: string): YAMLMap[] => {
  const list = isMap(node) ? node.get(key) : undefined;
  return ((list as { items?: unknown[] } | undefined)?.items ?? []).filter(isMap);
};

const introduction = (from: string, count: number): string =>
  [
    `Een eerste studie, gemaakt van ${from}: ${count} zinnen en punten die iets kiezen. Lees haar na en snoei:`,
    '',
    '- Haal weg waar een ander document niets mee hoeft te doen. Waar ‘Twijfel’ boven staat, is dat het vaakst.',
    '- Maak titels kort: aan de woorden ervan wordt de belofte in een andere tekst herkend.',
    '- Zegt een ander het met andere woorden? Zet die erbij: words: [corporatiewoningen, sociale huur]',
    '- Het id staat in verwijzingen (@sleutel:id). Kies het goed voordat u verwijst, en laat het dan zo.',
    '- Heten het bij u doelen of maatregelen, zet dat dan bij names. Pas ook titel, uitgever en jaar aan.',
    '',
    'Wat er nog meer kan: docs/eigen-studie.md. Nakijken: opgavenwijzer studie controleer MAP',
  ]
    .map((line) => (line === '' ? '' : ` ${line}`))
    .join('\n');
