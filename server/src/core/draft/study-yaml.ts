import { Document, isMap, type YAMLMap } from 'yaml';
import type { DraftStudy } from './draft-study.js';

/** Longer lines read badly. */
const WIDTH = 100;

/** What the opgaven of a drawn study are called, until its writer knows better. */
export const DRAWN_NAMES = { opgave: 'belofte', opgaven: 'beloften' } as const;

/** A drawn study as a file to prune, with comments that say how. @param from name of the document it was drawn from */
export function draftYaml({ themes, ...about }: DraftStudy, from: string): string {
  const count = themes.reduce((sum, { opgaven }) => sum + opgaven.length, 0);
  const document = new Document({
    ...about,
    names: DRAWN_NAMES,
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
    `Een eerste studie, gemaakt van ${from}: ${count} ${count === 1 ? DRAWN_NAMES.opgave : DRAWN_NAMES.opgaven}. Lees haar na en snoei:`,
    '- Haal weg waar een ander document niets mee hoeft te doen, vaak waar ‘Twijfel’ boven staat.',
    '- Maak titels kort: aan de woorden ervan wordt de belofte herkend. Zegt een ander het anders, zet erbij:',
    '  words: [corporatiewoningen, sociale huur]',
    '- Laat een id staan als er al naar verwezen is. Pas bij names aan hoe u het noemt.',
    `- Staat ${from} in de map van de teksten die u eraan houdt, zet dan "reikwijdte": "document" in .opgavenwijzer.json.`,
    '  Anders is het een deel van hetzelfde programma, en pakt het zijn eigen beloften op.',
    'De editor zegt in dit bestand wat niet klopt; ‘opgavenwijzer studie controleer’ doet dat in een terminal.',
    'Meer staat in docs/eigen-studie.md.',
  ]
    .map((line) => ` ${line}`)
    .join('\n');
