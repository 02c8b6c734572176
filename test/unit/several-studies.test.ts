import { describe, expect, it } from 'vitest';
import { applyEdits } from '../../server/src/core/features/edit.js';
import {
  builtinStudy,
  type Configuration,
  type ConfigurationLayer,
  compare,
  coverageHtml,
  coverageMarkdown,
  createService,
  layered,
  lineInFile,
} from '../../server/src/core/index.js';
import { proefstudie } from './small-study.js';
import { woonvisie } from './woonvisie.js';

const both = createService([proefstudie, woonvisie]);
const one = createService([proefstudie]);
const NOWHERE = { lineOf: () => 1, links: () => [] };

/** A text as a programme of its own, and where the mark `|` stands in it. */
function programme(marked: string, layer: ConfigurationLayer = {}, service = both) {
  const text = marked.replace('|', '');
  const documents = [{ key: 'a.md', analysis: service.analyse(text) }];
  return { text, offset: marked.indexOf('|'), programme: { documents, configuration: layered(layer) } };
}

const RAISED = 'In Waterdam is het woningtekort groot. Ook is er veel leegstand in de stad.\n';
const missing = (text: string, layer?: ConfigurationLayer, service = both) =>
  service
    .check(programme(text, layer, service).programme)
    .findings.map(({ code, opgaven }) => [code, ...(opgaven ?? [])].join(' '));

describe('two studies at work', () => {
  it('each finds its own, and ids say which', () => {
    expect(missing(RAISED)).toEqual([
      'opgave-ontbreekt proefstudie:nieuwbouw proefstudie:ruimte-delen',
      'opgave-ontbreekt woonvisie:splitsen',
    ]);
    const { findings } = both.check(programme(RAISED).programme);
    expect(findings.map(({ study }) => study)).toEqual(['proefstudie', 'woonvisie']);
    expect(findings[1]!.trend).toBe('woonvisie:leegstand');
    expect(findings[1]!.message).toBe(
      'Leegstand: wel genoemd, nog niet opgepakt: ‘Panden splitsen’ (woonvisie, p. 5–6).',
    );
  });

  it('what is not reported any more is of every study that has it, or of the one that is named', () => {
    expect(missing(RAISED, { nietMelden: ['opgave-ontbreekt:woonvisie:splitsen'] })).toEqual([
      'opgave-ontbreekt proefstudie:nieuwbouw proefstudie:ruimte-delen',
    ]);
    expect(missing(RAISED, { nietMelden: ['opgave-ontbreekt:nieuwbouw'] })).toEqual([
      'opgave-ontbreekt proefstudie:ruimte-delen',
      'opgave-ontbreekt woonvisie:splitsen',
    ]);
    expect(missing(RAISED, { nietMelden: ['opgave-ontbreekt:proefstudie:splitsen'] })).toEqual(missing(RAISED));
  });

  it('a level is of every study, or of the one that is named behind the rule', () => {
    const levels = (regels: Configuration['regels']) =>
      both
        .check(programme(RAISED, { regels: { 'thema-onvolledig': 'uit', ...regels } }).programme)
        .findings.map(({ study, level }) => `${study} ${level}`);
    expect(levels({ 'opgave-ontbreekt:woonvisie': 'hint' })).toEqual(['proefstudie waarschuwing', 'woonvisie hint']);
    expect(levels({ 'opgave-ontbreekt': 'uit', 'opgave-ontbreekt:woonvisie': 'fout' })).toEqual(['woonvisie fout']);
    expect(levels({ 'opgave-ontbreekt': 'fout', 'opgave-ontbreekt:woonvisie': 'uit' })).toEqual(['proefstudie fout']);
    expect(levels({ 'opgave-ontbreekt:elders': 'uit' })).toEqual([
      'proefstudie waarschuwing',
      'woonvisie waarschuwing',
    ]);
  });

  it('a comment for a rule that is off beside one of them is not told to be idle', () => {
    const text = 'Er is veel leegstand. <!-- opgavenwijzer-disable-line opgave-ontbreekt -->\n';
    const idle = (regels: Configuration['regels']) => missing(text, { regels });
    expect(idle({ 'opgave-ontbreekt:woonvisie': 'uit' })).not.toContain('onderdrukking-ongebruikt');
    const nothing = 'Het was een mooie dag. <!-- opgavenwijzer-disable-line opgave-ontbreekt -->\n';
    expect(missing(nothing)).toContain('onderdrukking-ongebruikt');
  });

  it('one of them answers as it does alone', () => {
    const alone = one.check(programme(RAISED, {}, one).programme);
    expect(both.check(programme(RAISED, { studies: ['proefstudie'] }).programme)).toEqual(alone);
    expect(missing(RAISED, {}, one)).toEqual(['opgave-ontbreekt nieuwbouw ruimte-delen']);
    expect(missing(RAISED, { studies: ['woonvisie'] })).toEqual(['opgave-ontbreekt splitsen']);
  });

  it('a citation is of the study that its key names; an unknown key is nobody’s', () => {
    const text = 'Wij [@woonvisie:splitsen, p. 5], [@proefstudie:splitsen] en [@onbekend:splitsen].\n';
    const { findings } = both.check(programme(text).programme);
    expect(findings.map(({ message }) => message)).toEqual([
      expect.stringContaining('De proefstudie heeft geen ‘splitsen’.'),
    ]);
    expect(both.citations(programme(text).programme).map(({ study, item }) => `${study.info.key} ${item?.id}`)).toEqual(
      ['woonvisie splitsen', 'proefstudie undefined'],
    );
  });

  it('a page that is wrong is mended from its own study', () => {
    const { text, programme: own } = programme('Zie [@woonvisie:splitsen, p. 9] en [@proefstudie:nieuwbouw, p. 14].\n');
    expect(applyEdits(text, both.fixAll(own))).toBe(
      'Zie [@woonvisie:splitsen, pp. 5-6] en [@proefstudie:nieuwbouw, p. 14].\n',
    );
  });

  it.each([
    ['woonvisie:splitsen', []],
    ['splitsen', []],
    ['proefstudie:splitsen', ['Geen van de studies heeft een opgave ‘proefstudie:splitsen’.']],
    ['splitse', ['Geen van de studies heeft een opgave ‘splitse’. Bedoelt u ‘splitsen’?']],
    [
      'woonvisie:splitse',
      ['Geen van de studies heeft een opgave ‘woonvisie:splitse’. Bedoelt u ‘woonvisie:splitsen’?'],
    ],
  ])('the front matter leaves out %s', (id, messages) => {
    const front = `---\nopgavenwijzer:\n  bewust-niet:\n    ${id}: Te duur.\n---\n\n`;
    const { findings } = both.check(programme(`${front}${RAISED}`).programme);
    const told = findings.filter(({ code }) => code === 'bewust-niet-onbekend').map(({ message }) => message);
    expect(told).toEqual(messages);
    const still = findings.some(({ opgaven }) => opgaven?.includes('woonvisie:splitsen'));
    expect(still).toBe(messages.length > 0);
  });

  it('a key without a study is for every study that has it; with one, for that study', () => {
    const states = (id: string) =>
      both
        .coverage(programme('Tekst.', { bewustNiet: { [id]: 'Te duur.' } }).programme)
        .themes.flatMap(({ study, opgaven }) =>
          opgaven
            .filter(({ coverage }) => coverage.state === 'bewust-niet')
            .map(({ opgave }) => `${study.info.key}:${opgave.id}`),
        );
    expect(states('woonvisie:nieuwbouw')).toEqual(['woonvisie:nieuwbouw']);
    expect(states('nieuwbouw')).toEqual(['proefstudie:nieuwbouw', 'woonvisie:nieuwbouw']);
  });

  it('what a writer leaves out is written down with its study', () => {
    const { text, programme: own } = programme(RAISED);
    const edits = both.decide(own, 'woonvisie:splitsen', { kind: 'leave-out', reason: 'Te duur.' });
    const after = applyEdits(text, edits);
    expect(after).toContain('    woonvisie:splitsen: Te duur.');
    expect(missing(after)).not.toContain('opgave-ontbreekt woonvisie:splitsen');
    const [fix] = both
      .fixes(own, { from: text.indexOf('leegstand'), to: text.length }, () => 1)
      .flatMap(({ fixes }) => fixes.filter(({ leavesOut }) => leavesOut));
    expect(fix!.leavesOut).toBe('woonvisie:splitsen');
  });

  const verdictOn = (text: string, opgave: string) => {
    const { themes } = both.coverage(programme(text).programme);
    const all = themes.flatMap(({ study, opgaven }) => opgaven.map((one) => ({ ...one, key: study.info.key })));
    return all.find(({ key, opgave: { id } }) => `${key}:${id}` === opgave)!.coverage.state;
  };

  it.each([
    ['woonvisie:nieuwbouw', 'niet-genoemd', 'anders'],
    ['nieuwbouw', 'anders', 'anders'],
    ['proefstudie:nieuwbouw', 'anders', 'niet-genoemd'],
  ])('a verdict on %s, at the top or beside a passage, is for the study it names', (id, first, second) => {
    for (const text of [
      `---\nopgavenwijzer:\n  kiest-anders: [${id}]\n---\n\nTekst.\n`,
      `Tekst. <!-- opgavenwijzer: kiest anders ${id} -->\n`,
    ]) {
      expect(both.check(programme(text).programme).findings).toEqual([]);
      expect(verdictOn(text, 'proefstudie:nieuwbouw')).toBe(first);
      expect(verdictOn(text, 'woonvisie:nieuwbouw')).toBe(second);
    }
  });

  it('a verdict on what neither has is told once', () => {
    const told = (id: string) =>
      both
        .check(programme(`Tekst. <!-- opgavenwijzer: telt niet ${id} -->\n`).programme)
        .findings.map(({ message }) => message);
    expect(told('woonvisie:splitse')).toEqual([
      'Geen van de studies heeft een opgave of trend ‘woonvisie:splitse’. Bedoelt u ‘woonvisie:splitsen’?',
    ]);
    expect(told('proefstudie:splitsen')).toEqual([
      expect.stringContaining('Geen van de studies heeft een opgave of trend ‘proefstudie:splitsen’.'),
    ]);
  });

  it('a verdict is written down with its study, of words also on a trend', () => {
    const { text, offset, programme: own } = programme('Er is veel leeg|stand in de stad.\n');
    const decided = (id: string, at?: number) =>
      applyEdits(text, both.decide(own, id, { kind: 'telt-niet', ...(at === undefined ? {} : { at }) }));
    expect(decided('woonvisie:splitsen')).toContain('niet-opgepakt:\n    - woonvisie:splitsen');
    const beside = decided('woonvisie:leegstand', offset);
    expect(beside).toBe('Er is veel leegstand in de stad. <!-- opgavenwijzer: telt niet woonvisie:leegstand -->\n');
    expect(missing(beside)).toEqual([]);
    const fixes = both.fixes(own, { from: offset, to: offset }, () => 1).flatMap((one) => one.fixes);
    expect(fixes.map(({ title }) => title)).toEqual([
      'Opgave oppakken: ‘Panden splitsen’ (Woonvisie Waterdam)',
      'Bewust niet opnemen… (Woonvisie Waterdam)',
      'Telt hier niet mee (Woonvisie Waterdam)',
      'Niet meer melden op deze regel',
      'Niet meer melden in dit blok',
      'Niet meer melden in dit bestand',
      'Nooit meer in dit programma',
      'Nooit meer, in geen enkel programma',
    ]);
    expect(applyEdits(text, fixes[2]!.edits)).toBe(beside);
  });

  it('what recognised words do is chosen for the study that recognised them', () => {
    const { text, offset, programme: own } = programme('Wij gaan woningen bou|wen aan de haven.\n');
    const choices = both.choices(own, offset).filter(({ title }) => title.includes('wordt hier alleen genoemd'));
    expect(choices.map(({ title, edits }) => `${title} ${applyEdits(text, edits)}`)).toEqual([
      expect.stringMatching(/^‘Nieuwbouw’: .* \(Proefstudie\) .* proefstudie:nieuwbouw -->\n$/),
      expect.stringMatching(/^‘Bouwen aan de haven’: .* \(Woonvisie Waterdam\) .* woonvisie:nieuwbouw -->\n$/),
    ]);
  });

  it('decisions name what they are about in every study that they are for, and can be taken back', () => {
    const { text, programme: own } = programme(
      '---\nopgavenwijzer:\n  bewust-niet:\n    nieuwbouw: Te duur.\n  kiest-anders:\n    - woonvisie:splitsen\n---\n\nTekst.\n',
    );
    const decisions = both.decisions(own);
    expect(decisions.map(({ label }) => label)).toEqual([
      'Bewust niet: ‘Nieuwbouw’ en ‘Bouwen aan de haven’',
      'Kiest anders: ‘Panden splitsen’',
    ]);
    expect(applyEdits(text, decisions[1]!.edits)).not.toContain('splitsen');
    const narrow = { ...own, configuration: layered({ studies: ['proefstudie'] }) };
    expect(both.decisions(narrow).map(({ label }) => label)).toEqual([
      'Bewust niet: ‘Nieuwbouw’',
      'Kiest anders: ‘woonvisie:splitsen’',
    ]);
  });

  it('a theme that is left half says of which study it is', () => {
    const { findings } = both.check(programme('# Tekst\n\n## De panden\n\nWij gaan panden verdelen.\n').programme);
    expect(findings.map(({ code, message, opgaven }) => [code, message, opgaven])).toEqual([
      [
        'thema-onvolledig',
        'Bouwen (Woonvisie Waterdam): 1 van 2 opgaven opgepakt. Nog niet: ‘Bouwen aan de haven’.',
        ['woonvisie:nieuwbouw'],
      ],
    ]);
  });

  it('one comment silences what both find, and is unused only where neither finds anything', () => {
    const comment = '<!-- opgavenwijzer-disable-file opgave-ontbreekt -->\n\n';
    expect(missing(`${comment}Er is veel leegstand in de stad.\n`)).toEqual([]);
    expect(missing(`${comment}Er is niets.\n`)).toEqual(['onderdrukking-ongebruikt']);
    expect(missing('<!-- opgavenwijzer-disable-file ontbrekt -->\n\nTekst.\n')).toHaveLength(1);
  });

  it('a hover says which study speaks, a citation that of its own alone', () => {
    const hover = (marked: string, layer: ConfigurationLayer = {}) => {
      const { offset, programme: own } = programme(marked, layer);
      return both.hover(own, offset, NOWHERE)?.markdown;
    };
    expect(hover('Er is veel leeg|stand in de stad.')).toMatch(/^\*\*Panden staan leeg.* · Woonvisie\n/);
    expect(hover('Wij [@woonvisie:nieuw|bouw, p. 7].')).toContain('Bouwen aan de haven');
    expect(hover('Wij [@woonvisie:nieuw|bouw, p. 7].')).not.toContain('Proefstudie');
    expect(hover('Er is veel leeg|stand in de stad.', { studies: ['woonvisie'] })).not.toContain('Woonvisie');
    expect(hover('Er is veel leeg|stand in de stad.', { studies: ['proefstudie'] })).toBeUndefined();
  });

  it('completion searches all, or the study whose key was typed', () => {
    const offered = (marked: string) => {
      const { offset, programme: own } = programme(marked);
      return both.complete(own, offset)?.map(({ text, detail }) => `${text} ${detail.split(' · ').at(-1)}`);
    };
    expect(offered('Wij bouwen [@nieuwbouw|]')).toEqual([
      '@proefstudie:nieuwbouw, p. 13 Proefstudie',
      '@woonvisie:nieuwbouw, p. 7 Woonvisie Waterdam',
    ]);
    expect(offered('Wij bouwen [@woonvisie:nieuwbouw|]')).toEqual(['@woonvisie:nieuwbouw, p. 7 Woonvisie Waterdam']);
    expect(offered('Wij bouwen|')).toBeUndefined();
  });

  it('search, lookups and references know both', () => {
    expect(both.search('splitsen').map(({ study, item }) => `${study.info.key}:${item.id}`)).toContain(
      'woonvisie:splitsen',
    );
    expect(both.search('splitsen', layered({ studies: ['proefstudie'] }))).not.toContainEqual(
      expect.objectContaining({ item: expect.objectContaining({ id: 'splitsen' }) }),
    );
    expect(both.find('woonvisie:nieuwbouw')?.item.title).toBe('Bouwen aan de haven');
    expect(both.find('nieuwbouw')?.item.title).toBe('Nieuwbouw');
    expect(both.find('woonvisie:bestaat-niet')).toBeUndefined();
    expect(both.describe('woonvisie:splitsen')).toContain('Panden splitsen');
    const { text, offset, programme: own } = programme('Veel leeg|stand. Wij kiezen [@woonvisie:splitsen].\n');
    const found = both.references(own, offset)!;
    expect(found.study.info.key).toBe('woonvisie');
    expect(found.places.map(({ from, to }) => text.slice(from, to))).toContain('leegstand');
  });

  it('a report counts both and names them; the one beside the other compares', () => {
    const reportOf = (text: string, layer?: ConfigurationLayer) => {
      const { programme: own } = programme(text, layer);
      const documents = own.documents.map((document) => ({
        ...document,
        name: 'a.md',
        href: 'a.md',
        placeOf: () => lineInFile(1),
      }));
      return both.report({ ...own, documents }, 'Programma');
    };
    const report = reportOf('Wij gaan leegstaande panden verdelen [@woonvisie:splitsen].\n');
    expect(Object.values(report.counts).reduce((sum, count) => sum + count)).toBe(5);
    expect(report.themes.map(({ id, name }) => `${id} ${name}`)).toEqual([
      'proefstudie:wonen Wonen (Proefstudie)',
      'proefstudie:vervoer Vervoer (Proefstudie)',
      'woonvisie:bouwen Bouwen (Woonvisie Waterdam)',
    ]);
    expect(coverageMarkdown(report, '')).toContain(
      'Naast de proefstudie *Proefstudie* (Bureau Proef, 2024) en de woonvisie *Woonvisie Waterdam* (Gemeente Waterdam, 2025)',
    );
    expect(coverageHtml(report, '')).toContain('en de woonvisie <cite>Woonvisie Waterdam</cite>');
    const narrow = reportOf('Niets.', { studies: ['proefstudie'] });
    expect(narrow.others).toBeUndefined();
    expect(narrow.themes[0]!.id).toBe('wonen');
    const rows = compare([
      { name: 'a', report },
      { name: 'b', report: reportOf('Niets.') },
    ]).rows;
    expect(rows).toHaveLength(5);
    expect(rows[0]!.id).toBe('woonvisie:splitsen');
  });

  it('lenses on one line say once where they are about', () => {
    const { programme: own } = programme(
      '## Wonen en panden\n\nEr is een woningtekort. Er is veel leegstand in panden.\n',
    );
    expect(both.lenses(own).map(({ title }) => title)).toEqual([
      'Proefstudie · Wonen: in dit hoofdstuk nog niets opgepakt',
      'Woonvisie · Bouwen: nog niets opgepakt',
    ]);
  });

  it('lenses, explanations, bibliography, pages and a new programme say which study they are of', () => {
    const { programme: own } = programme(
      '# Leegstand in de panden\n\nEr is veel leegstand van panden [@woonvisie:splitsen].\n',
    );
    expect(both.lenses(own).map(({ title, theme }) => `${theme} ${title}`)).toEqual([
      expect.stringMatching(/^woonvisie:bouwen Woonvisie · Bouwen: /),
    ]);
    expect(both.explain(own, 1).map(({ verdict }) => verdict)).toContain(
      'Woonvisie Waterdam: Opgepakt: Panden splitsen (opgave)',
    );
    expect(both.bibliography(own).map(({ id }) => id)).toEqual(['woonvisie:splitsen']);
    expect(both.bibliography().map(({ id }) => id)).toContain('proefstudie:samenvatting');
    const [, study] = both.studies;
    expect(both.page(study!, 'bouwen', own)!.markdown).toContain('`@woonvisie:splitsen` · in uw programma');
    expect(both.page(study!, 'wonen')).toBeUndefined();
    const skeleton = both.newProgramme(['proefstudie:wonen', 'woonvisie:bouwen']);
    expect(skeleton).toContain('## Bouwen\n\n<!--\nDe woonvisie noemt hier deze opgaven:\n- Panden splitsen (p. 5–6)');
    expect(both.sourceTables().map(({ key, themes }) => `${key} ${themes[0]!.join(' ')}`)).toEqual([
      'proefstudie proefstudie:wonen Wonen (Proefstudie)',
      'woonvisie woonvisie:bouwen Bouwen (Woonvisie Waterdam)',
    ]);
  });

  it('a change to the text keeps both up to date', () => {
    const live = both.open('Er is niets.\n\nEn verder niets.\n').edited(6, 11, 'leegstand in de stad en woningtekort');
    const documents = [{ key: 'a.md', analysis: live.analysis() }];
    const { findings } = both.check({ documents, configuration: layered() });
    expect(new Set(findings.map(({ study }) => study))).toEqual(new Set(['proefstudie', 'woonvisie']));
  });

  it('two studies with one key are refused', () => {
    expect(() => createService([woonvisie, woonvisie])).toThrow('woonvisie');
  });

  it('beside the built-in study', () => {
    const service = createService([builtinStudy, woonvisie]);
    const [builtin] = service.studies;
    const { key } = builtin!.info;
    expect(missing('Er is veel leegstand in de stad.\n', {}, service)).toContain('opgave-ontbreekt woonvisie:splitsen');
    const alone = createService([builtinStudy]);
    const text = 'In onze stad is het woningtekort groter dan ooit. Jongeren vinden geen huis.\n';
    expect(service.check(programme(text, { studies: [key] }, service).programme)).toEqual(
      alone.check(programme(text, {}, alone).programme),
    );
  });
});
