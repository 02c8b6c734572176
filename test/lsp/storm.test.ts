import { it } from 'vitest';
import { storm } from '../soak/storm.js';

// In full, with more seeds and messages, as `npm run test:soak`.
it('a server in a storm of 1,500 messages answers each, and says afterwards what a fresh one says', async () => {
  await storm(1, 1500);
});
