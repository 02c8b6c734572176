/** The states of an opgave and how they are shown, for the client: it imports nothing of the core. */
export * from '../core/coverage/states.js';
