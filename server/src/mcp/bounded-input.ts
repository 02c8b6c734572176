import { type Readable, Transform } from 'node:stream';

/** A message is a line. One that is longer, in bytes, is refused: no text that is taken along is. */
const MOST = 8 * 1024 * 1024;
/** So much of both ends of a line tells which question it was. */
const ENDS = 4096;

/**
 * Lines as they come in, but for those that are too long: the library would end the conversation over one.
 * @param refused hears the id of the question, when the line shows one
 */
export function boundedLines(input: Readable, refused: (id: string | number | undefined) => void): Readable {
  let line: Buffer[] = [];
  let length = 0;
  let [head, tail] = [Buffer.alloc(0), Buffer.alloc(0)];
  const take = (part: Buffer): void => {
    length += part.length;
    if (length <= MOST) line.push(part);
    else {
      if (line.length > 0) head = Buffer.from(Buffer.concat(line).subarray(0, ENDS));
      line = [];
      tail = Buffer.concat([tail, part]).subarray(-ENDS);
    }
  };
  return input.pipe(
    new Transform({
      transform(chunk: Buffer, _, done) {
        let from = 0;
        for (let end = chunk.indexOf(10); end >= 0; end = chunk.indexOf(10, from)) {
          take(chunk.subarray(from, end + 1));
          if (length <= MOST) this.push(Buffer.concat(line));
          else refused(idIn(`${head}\n${tail}`));
          [line, length, head, tail] = [[], 0, Buffer.alloc(0), Buffer.alloc(0)];
          from = end + 1;
        }
        take(Buffer.from(chunk.subarray(from)));
        done();
      },
    }),
  );
}

/** The id of a question that is not read as a whole: it stands before what is asked, or behind it. */
function idIn(ends: string): string | number | undefined {
  const [head, tail] = ends.split('\n', 2) as [string, string];
  const found =
    /^\s*\{[^{]*?"id"\s*:\s*("[^"\\]*"|\d+)/.exec(head) ?? /"id"\s*:\s*("[^"\\]*"|\d+)[^{}]*\}\s*$/.exec(tail);
  return found ? (JSON.parse(found[1]!) as string | number) : undefined;
}
