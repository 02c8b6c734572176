import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { serveAssistant } from '../../mcp/main.js';
import { faultOf } from '../../project/file-system.js';
import { fileUri } from '../../project/uris.js';
import { defineCommand, EXIT } from '../command.js';
import { shownPath } from '../files.js';
import { Problem } from '../problem.js';

export const mcp = defineCommand({
  name: 'mcp',
  summary: 'Een server voor assistenten (Model Context Protocol), over standaardinvoer en -uitvoer.',
  takes: { label: '[MAP…]', least: 0, most: Number.POSITIVE_INFINITY },
  options: {},
  examples: [
    ['mcp', 'de assistent start dit zelf, en zegt welke mappen hij open heeft'],
    ['mcp programma/', 'voor een assistent die geen mappen noemt: alleen deze map is te lezen'],
  ],
  notes: [
    'Er wordt niets geschreven en niets verstuurd, en alleen gelezen in de mappen die de assistent noemt; noemt hij er ' +
      'geen, dan in de mappen die u hier noemt. Hoe u een assistent instelt, staat in docs/assistenten.md.',
  ],
  async run({ service, note }, folders) {
    for (const folder of folders) await mustBeFolder(folder);
    await serveAssistant(
      service,
      folders.map((folder) => fileUri(resolve(folder))),
      note,
    );
    return EXIT.clean;
  },
});

async function mustBeFolder(path: string): Promise<void> {
  try {
    if ((await stat(path)).isDirectory()) return;
  } catch (error) {
    throw new Problem(faultOf(error).about(shownPath(path)));
  }
  throw new Problem(`${shownPath(path)}: is geen map. Noem de map waar het bestand in staat.`);
}
