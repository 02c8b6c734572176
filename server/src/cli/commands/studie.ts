import { choice } from '../../core/index.js';
import { type Context, defineCommand, type Values } from '../command.js';
import { Problem } from '../problem.js';
import { checkStudy } from '../studies/check-study.js';
import { studyFrom } from '../studies/draw-study.js';
import { newStudy } from '../studies/new-study.js';

const options = {
  signalen: { kind: 'flag', text: 'bij controleer: toon waaraan elke opgave, trend en elk thema wordt herkend' },
  uitvoer: {
    kind: 'file',
    value: 'MAP',
    short: 'o',
    text: 'bij uit: map waarin studie.yaml komt; anders op het scherm',
  },
  overschrijven: { kind: 'flag', text: 'bij uit: vervang de studie als zij er al is' },
} as const;

type Action = (context: Context, path: string, values: Values<typeof options>) => number | Promise<number>;

/** What can be done with a study of one's own: one file each. */
const ACTIONS: Readonly<Record<string, Action>> = {
  nieuw: newStudy,
  controleer: checkStudy,
  uit: studyFrom,
};

export const studie = defineCommand({
  name: 'studie',
  summary: 'Maakt en controleert een eigen studie: een map waaraan teksten worden gehouden, zoals een woonvisie.',
  takes: {
    label: 'nieuw MAP | controleer MAP | uit BESTAND',
    least: 2,
    most: 2,
    missing: 'Noem wat u wilt, en waarvan',
  },
  options,
  examples: [
    ['studie uit woonvisie.md -o woonvisie', 'een eerste studie van dit document, om na te lezen en te snoeien'],
    ['studie nieuw woonvisie', 'maakt woonvisie/studie.yaml, met uitleg bij elke regel'],
    ['studie controleer woonvisie', 'zegt wat er niet klopt, met regel en kolom'],
    ['studie controleer woonvisie --signalen', 'toont ook waaraan elk onderdeel wordt herkend'],
  ],
  notes: [
    'Bij uit worden kopjes thema’s, en punten en zinnen die iets kiezen (‘wij gaan’, ‘er komt’) opgaven, met de zin en de plaats erbij. Wat ' +
      'alleen vertelt, blijft weg. Het document verandert niet.',
    'Een programma houdt zich aan de studie zodra .opgavenwijzer.json haar noemt: "studies": ["./woonvisie"]. Meer staat in docs/eigen-studie.md.',
  ],
  run(context, [name, path], values) {
    const action = Object.hasOwn(ACTIONS, name!) ? ACTIONS[name!] : undefined;
    if (!action)
      throw new Problem(`Kies ${choice(Object.keys(ACTIONS))}, niet ‘${name}’. Zie opgavenwijzer studie --help.`);
    return action(context, path!, values);
  },
});
