/** Keys of studies, for the client: it imports nothing of the core. */
export { keyOf } from '../core/own-study/ids.js';
