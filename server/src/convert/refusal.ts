/** A file that is not converted; the message says in Dutch what is wrong with it and what to do. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
}
