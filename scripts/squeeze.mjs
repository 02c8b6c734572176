/** Makes a zip file smaller without changing what is in it: the same entries, compressed with all the time that takes. */
import { readFileSync, writeFileSync } from 'node:fs';
import { promisify } from 'node:util';
import zopfli from '@gfx/zopfli';
import { unzipSync, Zip, ZipPassThrough } from 'fflate';

const deflate = promisify(zopfli.deflate);
/** Rounds of looking for a shorter way to say it; after the first they bring next to nothing. */
const ROUNDS = 1;
/** PKZIP's number for deflate. */
const DEFLATED = 8;

/** An entry that was compressed elsewhere: what is pushed is counted, what goes into the file is `packed`. */
class Squeezed extends ZipPassThrough {
  compression = DEFLATED;

  constructor(filename, packed) {
    super(filename);
    this.packed = packed;
  }

  process(_chunk, final) {
    this.ondata(null, this.packed, final);
  }
}

/** @param {string} file path of a zip file, written over */
export async function squeeze(file) {
  const chunks = [];
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    chunks.push(chunk);
  });
  for (const [filename, content] of Object.entries(unzipSync(readFileSync(file)))) {
    const entry = new Squeezed(filename, await deflate(content, { numiterations: ROUNDS }));
    zip.add(entry);
    entry.push(content, true);
  }
  zip.end();
  writeFileSync(file, Buffer.concat(chunks));
}
