/** Keys of studies, for the client: it imports nothing of the core. */
export { keyOf } from '../core/written-study/ids.js';
