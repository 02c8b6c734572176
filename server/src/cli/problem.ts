/** Something that stands in the way of the work; the message is one line for the user, with the path first. */
export class Problem extends Error {}
