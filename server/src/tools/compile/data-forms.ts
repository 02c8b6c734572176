import { CUES, DECIDING_CUES } from '../../core/recognition/labels.js';
import { listOf, object, oneOf, signals, text } from '../../core/written-study/form.js';

/* What stands in `data` beside the study, for every study: of the language, and the municipalities. */

const CUE = { ...signals, required: true, about: 'Waaraan de wending te zien is.' } as const;

const NAMES_OF_CUES = [...CUES, ...DECIDING_CUES];

/** `cues.yaml` */
export const CUES_FORM = object(
  'de wendingen',
  Object.fromEntries(NAMES_OF_CUES.map((cue) => [cue, CUE])) as Record<(typeof NAMES_OF_CUES)[number], typeof CUE>,
);

/** `gewone-woorden.yaml` */
export const WORDS_FORM = object('de gewone woorden', {
  leeg: { ...text(20_000), required: true, about: 'Woorden die niets over een onderwerp zeggen.' },
  algemeen: { ...text(20_000), required: true, about: 'Onderwerpen waar het in veel programma’s over gaat.' },
});

const NAMES = listOf(text(80), 'namen', 50);
const PROVINCE = oneOf(
  'Drenthe',
  'Flevoland',
  'Friesland',
  'Gelderland',
  'Groningen',
  'Limburg',
  'Noord-Brabant',
  'Noord-Holland',
  'Overijssel',
  'Utrecht',
  'Zeeland',
  'Zuid-Holland',
);

/** `gemeenten.yaml` */
export const MUNICIPALITIES_FORM = listOf(
  object('een gemeente', {
    name: { ...text(80), required: true, about: 'De naam zoals mensen haar gebruiken.' },
    province: { ...PROVINCE, required: true, about: 'De provincie.' },
    region: { ...text(80), required: true, about: 'Het COROP-gebied.' },
    variants: { ...NAMES, about: 'Andere schrijfwijzen.' },
    former: { ...NAMES, about: 'Gemeenten die in deze zijn opgegaan.' },
  }),
  'gemeenten',
  500,
);
