import { type Context, defineCommand, type Values } from '../command.js';
import { Problem } from '../problem.js';
import { checkStudy } from '../studies/check-study.js';
import { newStudy } from '../studies/new-study.js';

const options = {
  signalen: { kind: 'flag', text: 'bij controleer: toon waaraan elke opgave, trend en elk thema wordt herkend' },
} as const;

type Action = (context: Context, path: string, values: Values<typeof options>) => number | Promise<number>;

/** What can be done with a study of one's own: one file each. */
const ACTIONS: Readonly<Record<string, Action>> = {
  nieuw: newStudy,
  controleer: checkStudy,
};

export const studie = defineCommand({
  name: 'studie',
  summary: 'Maakt en controleert een eigen studie: een map waaraan teksten worden gehouden, zoals een woonvisie.',
  takes: { label: `${Object.keys(ACTIONS).join('|')} MAP`, least: 2, most: 2, missing: 'Noem wat u wilt, en de map' },
  options,
  examples: [
    ['studie nieuw woonvisie', 'maakt woonvisie/studie.yaml, met uitleg bij elke regel'],
    ['studie controleer woonvisie', 'zegt wat er niet klopt, met regel en kolom'],
    ['studie controleer woonvisie --signalen', 'toont ook waaraan elk onderdeel wordt herkend'],
  ],
  notes: [
    'Een programma houdt zich aan de studie zodra .opgavenwijzer.json haar noemt: "studies": ["./woonvisie"]. Meer staat in docs/eigen-studie.md.',
  ],
  run(context, [name, path], values) {
    const action = Object.hasOwn(ACTIONS, name!) ? ACTIONS[name!] : undefined;
    if (!action)
      throw new Problem(`Kies ${Object.keys(ACTIONS).join(' of ')}, niet ‘${name}’. Zie opgavenwijzer studie --help.`);
    return action(context, path!, values);
  },
});
