import { commentOf, exampleOf, RULES, type Rule, type Silencing, type StudyIndex, WORDS } from '../../core/index.js';

const FOLDER = 'docs/meldingen';
const NOTE = '<!-- Gemaakt met npm run generate, uit server/src/core/rules. -->';

/** One page a rule, and a list of them. */
export function rulePages(study: StudyIndex): [path: string, content: string][] {
  return [
    [`${FOLDER}/README.md`, list()],
    ...RULES.map((rule): [string, string] => [`${FOLDER}/${rule.code}.md`, page(rule, study)]),
  ];
}

const list = (): string => `${NOTE}

# Meldingen

| melding | gewoon niveau | wat zij zegt |
| --- | --- | --- |
${RULES.map(({ code, level, title }) => `| [\`${code}\`](${code}.md) | ${level} | ${title} |`).join('\n')}

Een ander niveau kiest u per melding, zie [instellingen](../instellingen.md).
`;

function page(rule: Rule, study: StudyIndex): string {
  const { code, level, title, description, remedy } = rule;
  return `${NOTE}

# ${code}

**${title}.** Gewoon niveau: ${level}.

## Wat deze melding ziet

${description}

## Voorbeeld

\`\`\`markdown
${exampleOf(rule, study)}
\`\`\`

## Wat u kunt doen

${remedy}

## Niet meer melden

${silence(rule)}

Voor een heel programma, in \`.opgavenwijzer.json\`:

\`\`\`json
{ "regels": { "${code}": "uit" } }
\`\`\`
`;
}

function silence({ code, silencedBy }: Rule): string {
  const commentFor = (verb: Silencing): string => commentOf(verb, code, '--', 'reden');
  if (silencedBy === 'none') return 'Haal de opmerking weg, of verbeter haar.';
  if (silencedBy === 'file')
    return `Voor één bestand, met een opmerking ergens in de tekst; achter \`--\` is ruimte voor de reden:

\`\`\`markdown
${commentFor('disable-file')}
\`\`\``;
  return `Op één plaats, met een opmerking op de regel erboven; achter \`--\` is ruimte voor de reden:

\`\`\`markdown
${commentFor('disable-next-line')}
\`\`\`

Op dezelfde regel kan het met \`${WORDS['disable-line']}\`, voor een stuk tekst met \`${WORDS.disable}\` en
\`${WORDS.enable}\`, en voor het hele bestand met \`${WORDS['disable-file']}\`. De opmerkingen in het Engels
(\`opgavenwijzer-disable-next-line\`) blijven werken; zie [beslissingen](../beslissingen.md).`;
}
