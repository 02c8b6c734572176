import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { opgavenwijzer } from './run.js';

const EXAMPLES = join(import.meta.dirname, '../../voorbeelden');

interface Report {
  readonly themes: readonly { readonly opgaven: readonly { readonly title: string; readonly state: string }[] }[];
}

/** Titles of the opgaven of an example in each state, as far as they are of the titles that it has. */
async function titlesBy(example: string): Promise<Record<string, string[]>> {
  const { out } = await opgavenwijzer(['dekking', '.', '--format', 'json'], { cwd: join(EXAMPLES, example) });
  const found: Record<string, string[]> = {};
  for (const { title, state } of (JSON.parse(out) as Report).themes.flatMap(({ opgaven }) => opgaven)) {
    found[state] ??= [];
    found[state].push(title);
  }
  return found;
}

describe('the studies of Waterdam', () => {
  it.each(['akkoord', 'woonvisie'])('have nothing to mend: %s', async (example) => {
    const { code, out } = await opgavenwijzer(['studie', 'controleer', '.'], { cwd: join(EXAMPLES, example) });
    expect(code).toBe(0);
    expect(out).toMatch(/4 thema’s, 16 (?:doelen|beloften)/);
  });

  it('an implementation programme takes up most of the agreement, and says of one promise that it is not kept', async () => {
    const found = await titlesBy('akkoord');
    expect(found.opgepakt).toHaveLength(10);
    expect(found.anders).toEqual(['De voorschool gaat naar zestien uur']);
    expect(found.ontbreekt).toEqual(['De Kade wordt autoluw']);
    expect(found['niet-genoemd']).toEqual([
      'Hofjes voor ouderen in Oosterveen en Hoogkerke',
      'Kinderen uit gezinnen met een laag inkomen sporten gratis',
      'De buurthuizen blijven open',
      'Meer beschutte werkplekken',
    ]);
    const { code, out } = await opgavenwijzer(['check', '.'], { cwd: join(EXAMPLES, 'akkoord') });
    expect(code).toBe(1);
    expect(out).toContain('‘De Kade wordt autoluw’: wel genoemd, nog niet opgepakt.');
  });

  it('agreements with a housing association are held against the vision and the trend study at once', async () => {
    const found = await titlesBy('woonvisie');
    expect(found.anders).toContain('Minder parkeerplaatsen bij nieuwe woningen');
    expect(found.opgepakt).toEqual(
      expect.arrayContaining([
        'Middenhuur blijft twintig jaar betaalbaar',
        'In elk dorp komt een hofje voor ouderen',
        'Een wooncoach helpt ouderen verhuizen',
        'Nieuwe woningen zijn zonder drempels',
        'Alle huurwoningen hebben in 2030 ten minste label C',
        'De flats in Noord worden gerenoveerd',
        'Wijken worden gemengder',
      ]),
    );
    expect(found['niet-genoemd']).toEqual(
      expect.arrayContaining([
        'Nieuwe koopwoningen krijgen een zelfbewoningsplicht',
        'Mantelzorgwoningen zijn vergunningvrij',
        'Leegstaande winkels worden woningen',
        'De polder ten zuiden van de stad blijft onbebouwd',
      ]),
    );
  });
});
