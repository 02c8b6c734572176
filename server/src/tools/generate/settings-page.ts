/** A setting as the manifest of the extension or the schema of the configuration file describes it. */
interface Setting {
  readonly description?: string;
  readonly markdownDescription?: string;
  readonly enum?: readonly string[];
  readonly enumDescriptions?: readonly string[];
  readonly markdownEnumDescriptions?: readonly string[];
  readonly default?: unknown;
}

export interface Settings {
  readonly properties?: Readonly<Record<string, Setting>>;
}

/** More values than this are not listed one by one. */
const MOST_VALUES = 8;

/**
 * The page of every setting.
 * @param file schema of the configuration file
 * @param personal `contributes.configuration` of the manifest
 */
export function settingsPage(file: Settings, personal: Settings): [path: string, content: string] {
  return [
    'docs/instellingen.md',
    `<!-- Gemaakt met npm run generate, uit schemas/ en package.json. -->

# Instellingen

## Van het programma

In \`.opgavenwijzer.json\`, in de map van het programma. Het bestand dat het dichtst bij de tekst staat geldt, en alle Markdown
eronder is samen één programma. De editor en de opdrachtregel lezen het allebei.

\`\`\`json
{
  "gemeente": "Zaanstad",
  "reikwijdte": "programma",
  "regels": { "pagina-klopt-niet": "fout" },
  "bewustNiet": { "stadsrandwijken": "Wij kiezen eerst voor het centrum." }
}
\`\`\`

${sections(file)}
## Persoonlijk, in VS Code

Te vinden onder Instellingen › Opgavenwijzer. Wat in \`.opgavenwijzer.json\` staat, gaat voor.

${sections(personal)}`,
  ];
}

function sections({ properties = {} }: Settings): string {
  return Object.entries(properties)
    .filter(([name]) => name !== '$schema')
    .map(
      ([name, setting]) =>
        `### \`${name}\`\n\n${setting.markdownDescription ?? setting.description ?? ''}\n\n${values(setting)}`,
    )
    .join('');
}

function values(setting: Setting): string {
  const { enum: choices = [], default: standard } = setting;
  const descriptions = setting.markdownEnumDescriptions ?? setting.enumDescriptions ?? [];
  const lines =
    choices.length > MOST_VALUES
      ? []
      : choices.map((value, index) => `- \`${value}\`${descriptions[index] ? `: ${descriptions[index]}` : ''}\n`);
  const shown =
    standard === undefined || standard === '' || typeof standard === 'object' ? '' : `Standaard: \`${standard}\`\n`;
  return [lines.join(''), shown]
    .filter(Boolean)
    .map((part) => `${part}\n`)
    .join('');
}
