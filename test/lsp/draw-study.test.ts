import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Rendered } from '../../server/src/protocol/requests.js';
import { Client } from './client.js';

describe('a study out of an open document', () => {
  let client: Client;
  beforeAll(async () => {
    client = await Client.start();
    await client.open(
      'file:///visie.md',
      '# Visie\n\n## Wonen\n\nDe prijzen stegen. Er komt een zelfbewoningsplicht.\n',
    );
    await client.open('file:///feiten.md', '# Feiten\n\nOudewaal telt 90.400 inwoners.\n');
  });
  afterAll(() => client.stop());

  const draw = (uri: string): Promise<Rendered | null> => client.ask('opgavenwijzer/studieUit', { uri, key: 'visie' });

  it('is a file with what it chooses', async () => {
    const { fileName, content } = (await draw('file:///visie.md'))!;
    expect(fileName).toBe('studie.yaml');
    expect(content).toContain('gemaakt van visie.md: 1 ');
    expect(content).toMatch(/^key: visie$/m);
    expect(content).toContain('- title: Er komt een zelfbewoningsplicht');
    expect(content).not.toContain('prijzen');
  });

  it('fails with a reason where it chooses nothing, and is none of a document that is not open', async () => {
    await expect(draw('file:///feiten.md')).rejects.toThrow(/er is geen studie van te maken/);
    expect(await draw('file:///elders.md')).toBeNull();
  });
});
