/** Something that stands in the way of the work; the message is one line for the user, with the path first. */
export class Problem extends Error {}

/** Says a problem on stderr. */
export function report(problem: string): void {
  process.stderr.write(`${problem}\n`);
}
