import { defineCommand, EXIT } from '../command.js';
import { exportStudy } from '../formats/study.js';

export const study = defineCommand({
  name: 'study',
  summary: 'Geeft de studie zoals Opgavenwijzer haar kent, voor andere programma’s.',
  takes: { label: '', least: 0, most: 0 },
  options: {
    format: { kind: 'choice', choices: ['json'], default: 'json', text: 'vorm' },
  },
  examples: [['study > studie.json', "thema's, trends, opgaven, handelingsperspectieven en begrippen"]],
  run(context) {
    context.out(`${JSON.stringify(exportStudy(context.service.studies[0]!))}\n`);
    return EXIT.clean;
  },
});
