import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Points that were coded by themselves, as a text with its codes. */
export interface CodedPoints {
  readonly name: string;
  /** A list, a point a line. */
  readonly text: string;
  /** Per point the fields of a coded unit. */
  readonly rows: readonly string[][];
}

/** So many points are read as one text: what stands in three of these is no turn of one subject. */
const POINTS = 50;

/** Reads the points of `folder`; see test/corpus/README.md. */
export function* readPoints(folder: string): Iterable<CodedPoints> {
  for (const file of readdirSync(folder).sort()) {
    const points = readFileSync(join(folder, file), 'utf8').split(/\r?\n/).slice(1).filter(Boolean);
    for (let from = 0; from < points.length; from += POINTS) {
      const fields = points.slice(from, from + POINTS).map((point) => point.split('\t'));
      yield {
        name: `${file.slice(0, -'.tsv'.length)}-${from / POINTS + 1}`,
        text: fields.map(([said]) => `- ${said}\n`).join(''),
        rows: fields.map(([, themes, opgaven], i) => {
          const line = `${i + 1}`;
          return [line, line, line, themes!, opgaven!];
        }),
      };
    }
  }
}
