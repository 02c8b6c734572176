import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { folderWith, opgavenwijzer } from './run.js';

const VISION = `# Woonvisie Waterdam 2040

## Betaalbaar wonen

De huizenprijzen zijn in tien jaar verdubbeld.

- Een derde van wat wij bouwen, wordt sociale huur.
- Er komt een zelfbewoningsplicht voor nieuwe koopwoningen.

## Ouder worden

Wij bouwen in elk dorp een hofje.
`;

describe('studie uit', () => {
  it('makes a folder with a study of a document, and says how much is in it', async () => {
    const cwd = folderWith({ 'visie.md': VISION });
    const { code, out, err } = await opgavenwijzer(['studie', 'uit', 'visie.md', '-o', 'woonvisie/'], { cwd });
    expect({ code, out, err }).toEqual({
      code: 0,
      out: '',
      err: "woonvisie/studie.yaml geschreven.\n3 beloften in 2 thema's. Lees ze na en haal weg wat geen keuze is.\n",
    });
    const study = parse(readFileSync(join(cwd, 'woonvisie/studie.yaml'), 'utf8'));
    expect(study).not.toHaveProperty('year');
    expect(study).toMatchObject({
      key: 'woonvisie',
      title: 'Woonvisie Waterdam 2040',
      themes: [{ title: 'Betaalbaar wonen' }, { title: 'Ouder worden' }],
    });
    // The same again would take away what was pruned.
    expect(await opgavenwijzer(['studie', 'uit', 'visie.md', '-o', 'woonvisie/'], { cwd })).toEqual({
      code: 2,
      out: '',
      err: 'woonvisie/studie.yaml: bestaat al. Kies een andere naam, of voeg --overschrijven toe.\n',
    });
    expect(
      await opgavenwijzer(['studie', 'uit', 'visie.md', '-o', 'woonvisie', '--overschrijven'], { cwd }),
    ).toMatchObject({ code: 0 });
  });

  it('shows it without a folder, of standard input too', async () => {
    const { code, out } = await opgavenwijzer(['studie', 'uit', '-'], { stdin: VISION });
    expect({ code, key: parse(out).key }).toEqual({ code: 0, key: 'standaardinvoer' });
  });

  it.each([
    [['studie', 'uit', 'niets.md'], /^niets\.md: /],
    [['studie', 'uit', 'feiten.md', '-o', 'feiten'], /^feiten\.md: geen zin of punt dat iets kiest/],
    [['studie', 'van', 'feiten.md'], /^Kies nieuw, controleer of uit, niet ‘van’/],
    [['studie'], /opgavenwijzer studie .*uit BESTAND/],
  ])('says what stands in the way: %s', async (args, message) => {
    const cwd = folderWith({ 'feiten.md': 'Oudewaal telt 90.400 inwoners.\n' });
    const { code, out, err } = await opgavenwijzer(args, { cwd });
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(message);
  });
});
