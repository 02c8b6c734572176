import { it } from 'vitest';
import { storm } from './storm.js';

it('20,000 random messages to one server', async () => {
  await storm(2, 20_000);
});
