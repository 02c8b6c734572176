/** A file that cannot be converted; the message is a Dutch sentence: what is wrong, what to do. */
export class Refusal extends Error {}
