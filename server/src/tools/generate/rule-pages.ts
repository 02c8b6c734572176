import { bewustNietOnbekend } from '../../core/rules/bewust-niet-onbekend.js';
import { RULES } from '../../core/rules/registry.js';
import type { Rule } from '../../core/rules/rule.js';
import { suppressionRules } from '../../core/rules/suppression.js';

const FOLDER = 'docs/meldingen';
const NOTE = '<!-- Gemaakt met npm run generate, uit server/src/core/rules. -->';

/** One page a rule, and a list of them. */
export function rulePages(): [path: string, content: string][] {
  return [
    [`${FOLDER}/README.md`, list()],
    ...RULES.map((rule): [string, string] => [`${FOLDER}/${rule.code}.md`, page(rule)]),
  ];
}

const list = (): string => `${NOTE}

# Meldingen

| melding | gewoon niveau | wat zij zegt |
| --- | --- | --- |
${RULES.map(({ code, level, title }) => `| [\`${code}\`](${code}.md) | ${level} | ${title} |`).join('\n')}

Een ander niveau kiest u per melding, zie [instellingen](../instellingen.md).
`;

function page(rule: Rule): string {
  const { code, level, title, description, example, remedy } = rule;
  return `${NOTE}

# ${code}

**${title}.** Gewoon niveau: ${level}.

## Wat deze melding ziet

${description}

## Voorbeeld

\`\`\`markdown
${example}
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

function silence(rule: Rule): string {
  // A comment does not silence what is said about comments.
  if (suppressionRules.includes(rule)) return 'Haal de opmerking weg, of verbeter haar.';
  // In the data at the top there is no place for a comment.
  if (rule === bewustNietOnbekend)
    return `Voor één bestand, met een opmerking ergens in de tekst; achter \`--\` is ruimte voor de reden:

\`\`\`markdown
<!-- opgavenwijzer-disable-file ${rule.code} -- reden -->
\`\`\``;
  return `Op één plaats, met een opmerking op de regel erboven; achter \`--\` is ruimte voor de reden:

\`\`\`markdown
<!-- opgavenwijzer-disable-next-line ${rule.code} -- reden -->
\`\`\`

Op dezelfde regel kan het met \`opgavenwijzer-disable-line\`, voor een stuk tekst met \`opgavenwijzer-disable\` en
\`opgavenwijzer-enable\`, en voor het hele bestand met \`opgavenwijzer-disable-file\`.`;
}
