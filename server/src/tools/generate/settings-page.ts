import { type Setting, settingsIn } from '../../project/settings.js';

/** The page of every setting. */
export function settingsPage(): [path: string, content: string] {
  return [
    'docs/instellingen.md',
    `<!-- Gemaakt met npm run generate, uit server/src/project/settings.ts. -->

# Instellingen

## Van het programma

In \`.opgavenwijzer.json\`, in de map van het programma. Het bestand dat het dichtst bij de tekst staat geldt, en alle Markdown
eronder is samen één programma. De editor en de opdrachtregel lezen het allebei. In VS Code vraagt *Opgavenwijzer: Instellingen van dit
programma…* ernaar; wie het bestand zelf schrijft, krijgt er sleutels, waarden en uitleg bij. Een wijziging telt als zij is bewaard.

\`\`\`json
{
  "gemeente": "Zaanstad",
  "reikwijdte": "programma",
  "regels": { "pagina-klopt-niet": "fout" },
  "bewustNiet": { "stadsrandwijken": "Wij kiezen eerst voor het centrum." }
}
\`\`\`

${settingsIn('file').map(section).join('')}
## Persoonlijk, in VS Code

Te vinden onder Instellingen › Opgavenwijzer. Ook daar staan ${enumeration(shared)};
wat in \`.opgavenwijzer.json\` staat, gaat voor; wat niet meer gemeld of uitgelegd wordt, komt erbij. Alleen daar staan:

${settingsIn('editor')
  .filter(([, setting]) => setting.in === 'editor')
  .map(section)
  .join('')}`,
  ];
}

const shared = settingsIn('editor').flatMap(([key, setting]) => (setting.in === 'both' ? `\`${key}\`` : []));

const enumeration = (names: readonly string[]): string => `${names.slice(0, -1).join(', ')} en ${names.at(-1)}`;

function section([key, setting]: [key: string, setting: Setting]): string {
  const name = setting.in === 'editor' ? `opgavenwijzer.${key}` : key;
  return `### \`${name}\`\n\n${setting.text}\n\n${values(setting)}`;
}

function values(setting: Setting): string {
  const options = setting.kind === 'choice' ? Object.entries(setting.options) : [];
  const lines = options.map(([value, text]) => `- \`${value}\`: ${text}\n`).join('');
  const standard = 'default' in setting ? `Standaard: \`${setting.default}\`\n` : '';
  return [lines, standard]
    .filter(Boolean)
    .map((part) => `${part}\n`)
    .join('');
}
