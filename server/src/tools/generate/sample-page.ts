import { DEFAULT_CONFIGURATION, type Service, STATE_SIGNS } from '../../core/index.js';

/** Where the sample programme stands. */
export const SAMPLE = 'voorbeelden/waterdam/programma.md';

/** What is found in the sample programme, as a page to be read: a change in the study, signals or weights shows in it as a diff. */
export function samplePage(service: Service, text: string): [path: string, content: string] {
  const analysis = service.analyse(text);
  const documents = [{ key: 'programma.md', analysis }];
  const { findings } = service.check({ documents, configuration: DEFAULT_CONFIGURATION });
  const lineOf = (offset: number): number => text.slice(0, offset).split('\n').length;
  const words = (from: number, to: number): string => text.slice(from, to).replace(/\s+/g, ' ');

  const page = ['# Wat in het voorbeeldprogramma gevonden wordt', '', '## Meldingen', ''];
  for (const { code, from, to, opgaven } of findings)
    page.push(`- ${lineOf(from)}: ${code} ‘${words(from, to)}’ → ${opgaven?.join(', ') ?? ''}`);
  page.push('', '## Dekking', '');
  for (const { opgave, state, evidence } of analysis.coverage) {
    const places = evidence.map(({ from, to, certain }) => `${lineOf(from)} ‘${words(from, to)}’${certain ? '' : '?'}`);
    page.push(`- ${STATE_SIGNS[state]} ${opgave}${places.length > 0 ? `: ${places.join(' · ')}` : ''}`);
  }
  page.push('', "## Thema's en trends per regel", '');
  const perLine = new Map<number, string[]>();
  for (const { kind, id, from, to, spans } of analysis.mentions) {
    if (kind === 'opgave') continue;
    const named = perLine.get(lineOf(from)) ?? [];
    named.push(spans.length > 0 ? `${id} ‘${words(from, to)}’` : id);
    perLine.set(lineOf(from), named);
  }
  for (const [line, named] of [...perLine].sort(([a], [b]) => a - b)) page.push(`- ${line}: ${named.join(' · ')}`);
  return ['test/fixtures/waterdam-gevonden.md', `${page.join('\n')}\n`];
}
