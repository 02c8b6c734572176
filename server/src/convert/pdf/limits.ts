import { Refusal } from '../refusal.js';

/** What no programme has, and what would take the host's memory or time. */
export const limits = {
  pages: 2_000,
  objects: 500_000,
  /** Strokes, fields and pieces of text on a page. */
  drawing: 300_000,
  /** Letters on a page, which may be a whole programme that was printed as one. */
  lettersOnPage: 500_000,
  /** Letters in all. */
  letters: 5_000_000,
  /** Bytes of what is drawn on a page. In programmes these are 160,000 at most, and a map may have millions. */
  drawn: 8_000_000,
  /** Graphics states that are saved (q) and not yet restored (Q): pdf.js may go through all of them at each step. */
  saved: 500,
  /** Bytes that one stream may unpack to; pictures aside, which are never unpacked. */
  stream: 32_000_000,
  /** Bytes that all of them may unpack to. */
  total: 400_000_000,
  /** Bytes that may be unpacked for one page of an encrypted file: its drawing, its fonts. */
  encryptedPage: 10_000_000,
  /** Bytes of a stream in an old way of packing, which cannot be measured beforehand. */
  oldPacking: 250_000,
};

/** Refuses a file that swells, before anything of it is unpacked in earnest. */
export async function refuseBombs(bytes: Uint8Array): Promise<void> {
  if (indexOf(bytes.subarray(0, 1024), '%PDF-', 0) < 0) {
    throw new Refusal('Dit is geen pdf, of het begin ervan ontbreekt; haal het bestand opnieuw op en probeer dat.');
  }
  if (countOf(bytes, ' obj', limits.objects) > limits.objects) refuseTooManyObjects();
  // Counted before the file is opened, for that alone takes long with very many; a file that was saved again and again
  // has its old pages in it as well.
  const pages = countOf(bytes, '/Type/Page/', limits.objects) + countOf(bytes, '/Type /Page ', limits.objects);
  if (pages > 5 * limits.pages) refuseTooLong(pages);
  let total = 0;
  const sizes = new Map<string, number>();
  const drawn: string[][] = [];
  const keepDrawn = (text: string): void => {
    for (const streams of drawnIn(text)) if (drawn.push(streams) > limits.objects) refuseTooManyObjects();
  };
  keepDrawn(latin1(bytes));
  // Objects first: pages may be among them, and their contents may call themselves pictures.
  const isObjects = (stream: Stream): boolean => /\/ObjStm\b/.test(stream.dictionary);
  const streams = [...streamsOf(bytes)].sort((a, b) => Number(isObjects(b)) - Number(isObjects(a)));
  let named: ReadonlySet<string> | undefined;
  for (const stream of streams) {
    const { id, dictionary, data } = stream;
    if (!isObjects(stream)) named ??= new Set(drawn.flat());
    if (/\/Subtype\s*\/Image\b/.test(dictionary) && named && !named.has(id)) continue;
    if (/\/(?:LZWDecode|RunLengthDecode|LZW|RL)\b/.test(dictionary) && data.length > limits.oldPacking)
      refuseSwelling();
    const packed = dictionary.match(/\/(?:FlateDecode|Fl)\b/g)?.length ?? 0;
    const objects: string[] = [];
    const keep = isObjects(stream) ? (chunk: Uint8Array) => objects.push(latin1(chunk)) : () => {};
    const size = packed === 0 ? data.length : await unpackedSize(data, packed, keep);
    keepDrawn(objects.join(''));
    if (id === '' || /\/Subtype\s*\/Form\b|\/PatternType\b/.test(dictionary)) drawn.push([id]);
    sizes.set(id, Math.max(size, sizes.get(id) ?? 0));
    total += size;
    if (total > limits.total) refuseSwelling();
  }
  for (const streams of drawn) {
    if (streams.reduce((sum, id) => sum + (sizes.get(id) ?? 0), 0) > limits.drawn) throw tooMuchDrawn();
  }
}

/** Whether what a file holds is encrypted, with a password or without: then nothing in it can be measured beforehand. */
export const isEncrypted = (bytes: Uint8Array): boolean => indexOf(bytes, '/Encrypt', 0) >= 0;

/** The streams that are drawn together, as the contents of a page: by the number of their objects. */
function* drawnIn(text: string): Generator<string[]> {
  // An array may be an object of its own, which the contents refer to.
  const lists = text.matchAll(/(?:\/Contents|\bobj)(?:\s*\[)?((?:\s*\d+\s+\d+\s+R\b)+)/g);
  for (const [, list] of lists) yield Array.from(list!.matchAll(/(\d+)\s+\d+\s+R/g), ([, id]) => id!);
}

const latin1 = (bytes: Uint8Array): string => new TextDecoder('latin1').decode(bytes);

/** Said where a page, before it is drawn or while that goes on, turns out to hold too much. */
export const tooMuchDrawn = (): Refusal =>
  new Refusal(
    'Op een bladzijde van deze pdf staat meer getekend dan er te verwerken is; bewaar de tekst zonder die bladzijde als pdf en probeer die.',
  );

function refuseTooManyObjects(): never {
  throw new Refusal(
    `Deze pdf bestaat uit meer dan ${dutch(limits.objects)} onderdelen; splits hem en zet de delen apart om.`,
  );
}

function refuseSwelling(): never {
  throw new Refusal(
    'Deze pdf zwelt bij het uitpakken op tot meer dan er te verwerken is; bewaar hem opnieuw als pdf en probeer die.',
  );
}

export function refuseTooLong(pages: number): void {
  if (pages <= limits.pages) return;
  throw new Refusal(
    `Deze pdf heeft ${dutch(pages)} bladzijden, meer dan ${dutch(limits.pages)}; splits hem en zet de delen apart om.`,
  );
}

export function refuseTooMuchText(letters: number): void {
  if (letters <= limits.letters) return;
  throw new Refusal(`Deze pdf heeft meer dan ${dutch(limits.letters)} letters; splits hem en zet de delen apart om.`);
}

const dutch = (count: number): string => String(count).replace(/\B(?=(?:\d{3})+$)/g, '.');

/** How large a stream becomes, and what it becomes; twice packed, it is unpacked twice. */
async function unpackedSize(data: Uint8Array, times: number, keep: (chunk: Uint8Array) => void): Promise<number> {
  let total = 0;
  let packed = data;
  for (let round = 1; round <= times; round++) {
    const chunks: Uint8Array[] = [];
    let size = 0;
    const stream = new Blob([packed as Uint8Array<ArrayBuffer>])
      .stream()
      .pipeThrough(new DecompressionStream('deflate'));
    const reader = stream.getReader();
    try {
      for (let read = await reader.read(); !read.done; read = await reader.read()) {
        size += read.value.length;
        if (size > limits.stream) refuseSwelling();
        if (round === times) keep(read.value);
        if (round < times) chunks.push(read.value);
      }
    } catch (cause) {
      if (cause instanceof Refusal) throw cause;
      // Encrypted, cut short, or with something behind it: what has come out counts.
    } finally {
      await reader.cancel().catch(() => {});
    }
    total += size;
    packed = new Uint8Array(await new Blob(chunks as Uint8Array<ArrayBuffer>[]).arrayBuffer());
  }
  return total;
}

interface Stream {
  /** The number of its object. */
  readonly id: string;
  readonly dictionary: string;
  readonly data: Uint8Array;
}

/** The streams of a file. */
function* streamsOf(bytes: Uint8Array): Generator<Stream> {
  let end = 0;
  for (let at = indexOf(bytes, 'stream', 0); at >= 0; at = indexOf(bytes, 'stream', end)) {
    const start = at + 6 + (bytes[at + 6] === 13 ? 1 : 0) + (bytes[at + 6] === 10 || bytes[at + 7] === 10 ? 1 : 0);
    const head = latin1(bytes.subarray(Math.max(end, at - 4000), at));
    const object = head.lastIndexOf(' obj');
    const close = indexOf(bytes, 'endstream', start);
    const stop = close < 0 ? bytes.length : close;
    const [, id = ''] = /(\d+)\s+\d+$/.exec(head.slice(Math.max(object - 40, 0), Math.max(object, 0))) ?? [];
    yield { id, dictionary: head.slice(object + 1), data: bytes.subarray(start, stop) };
    end = Math.min(stop + 9, bytes.length);
  }
}

function countOf(bytes: Uint8Array, word: string, enough: number): number {
  let count = 0;
  for (let at = indexOf(bytes, word, 0); at >= 0 && count <= enough; at = indexOf(bytes, word, at + word.length))
    count++;
  return count;
}

function indexOf(bytes: Uint8Array, word: string, from: number): number {
  const codes = Array.from(word, (letter) => letter.charCodeAt(0));
  for (let at = bytes.indexOf(codes[0]!, from); at >= 0; at = bytes.indexOf(codes[0]!, at + 1)) {
    if (codes.every((code, offset) => bytes[at + offset] === code)) return at;
  }
  return -1;
}
