/** A probability for each label that a block may raise or take up, by the number of the label. */
export interface Estimate extends Iterable<readonly [label: number, p: number]> {
  readonly size: number;
  get(label: number): number | undefined;
  keys(): Iterable<number>;
}

/** An estimate of some labels: a document holds one for every block, and a map for each would weigh a lot. */
export class Estimates implements Estimate {
  readonly labels: number[] = [];
  readonly values: number[] = [];

  get size(): number {
    return this.labels.length;
  }

  /** Adds a label that is not there yet. */
  add(label: number, p: number): void {
    this.labels.push(label);
    this.values.push(p);
  }

  get(label: number): number | undefined {
    const at = this.labels.indexOf(label);
    return at < 0 ? undefined : this.values[at];
  }

  keys(): Iterable<number> {
    return this.labels;
  }

  *[Symbol.iterator](): Iterator<readonly [number, number]> {
    for (let i = 0; i < this.labels.length; i++) yield [this.labels[i]!, this.values[i]!];
  }
}
