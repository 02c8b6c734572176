import { Refusal } from '../refusal.js';
import { limits } from './limits.js';

/** Less than this is not worth counting. */
const LEAST = 65_536;
/** While a stream is unpacked room is made again and again, twice as much each time. */
const MADE = 2;

/** What is unpacked of an encrypted file. */
export interface Unpacking {
  /** Why no more is unpacked. */
  readonly refused: Refusal | undefined;
  /** Another page begins. */
  nextPage(): void;
  /** Nothing is counted any more. */
  end(): void;
}

let isCounting = false;

/**
 * Counts what pdf.js unpacks. Of an encrypted file that cannot be measured beforehand, so it is done where pdf.js asks for
 * room, and it is made to unpack by itself: of what the host unpacks for it nothing is seen. That is seen by all that runs
 * here, so files are read one at a time: of two, the one that ends first would stop the counting of the other, and the last
 * one put back what the first had put there.
 */
export function countUnpacking(stop: (refusal: Refusal) => void): Unpacking {
  if (isCounting) throw new Error('Two encrypted files are read at once');
  const host = globalThis as { Uint8Array: unknown; DecompressionStream: unknown };
  const { Uint8Array: bytes, DecompressionStream: unpacker } = globalThis;
  let refused: Refusal | undefined;
  let ofPage = 0;
  let total = 0;
  const count = (room: number): void => {
    ofPage += room;
    total += room;
    if (ofPage <= MADE * limits.encryptedPage && total <= MADE * limits.total) return;
    refused ??= new Refusal(
      'Deze versleutelde pdf zwelt bij het uitpakken op tot meer dan er te verwerken is; bewaar er een zonder versleuteling en probeer die.',
    );
    stop(refused);
    throw refused;
  };
  const counted: typeof bytes = new Proxy(bytes, {
    construct: (target, args: readonly unknown[], made) => {
      const [room] = args;
      if (typeof room === 'number' && room >= LEAST) count(room);
      return Reflect.construct(target, args, made === counted ? target : made);
    },
  });
  isCounting = true;
  host.Uint8Array = counted;
  host.DecompressionStream = undefined;
  return {
    get refused() {
      return refused;
    },
    nextPage: () => {
      ofPage = 0;
    },
    end: () => {
      isCounting = false;
      host.Uint8Array = bytes;
      host.DecompressionStream = unpacker;
    },
  };
}
