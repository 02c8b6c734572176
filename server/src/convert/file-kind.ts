import { BROKEN, LOCKED, Refusal } from './refusal.js';
import type { SourceFormat } from './source-format.js';

/**
 * What a file is by its first bytes, whatever its name says.
 * @throws Refusal when it is something else than `format`, or is locked
 */
export function expectKind(bytes: Uint8Array, format: SourceFormat): void {
  if (bytes.length === 0) throw new Refusal('Het bestand is leeg.');
  // Readers of PDF take one with something before it.
  const kind = format === 'pdf' && latin1(bytes.subarray(0, 1024)).includes('%PDF-') ? 'pdf' : kindOf(bytes);
  const right = format === 'html' || format === 'txt' ? kind === 'text' : kind === format;
  if (!right) throw new Refusal(KINDS[kind]);
}

/** What a file is that should be text and is a document of another kind, and what to do; undefined when it may be text. */
export function otherThanText(bytes: Uint8Array): string | undefined {
  const kind = kindOf(bytes);
  return kind === 'text' || kind === 'binary' ? undefined : KINDS[kind];
}

type Kind = 'docx' | 'odt' | 'pdf' | 'doc' | 'rtf' | 'zip' | 'broken' | 'locked' | 'binary' | 'text';

const rename = (extension: string): string => `Geef het de extensie ${extension} en probeer het opnieuw.`;
const SAVE_AS = 'Open het in Word of LibreOffice en bewaar het als .docx.';

const KINDS: Readonly<Record<Kind, string>> = {
  docx: `Het bestand is een Word-bestand. ${rename('.docx')}`,
  odt: `Het bestand is een OpenDocument-bestand. ${rename('.odt')}`,
  pdf: `Het bestand is een pdf. ${rename('.pdf')}`,
  doc: `Het bestand is een oud Word-bestand. ${SAVE_AS}`,
  rtf: `Het bestand is een rtf-bestand. ${SAVE_AS}`,
  zip: 'Het bestand is een zip met andere inhoud. Pak het uit en geef het document dat erin zit.',
  broken: BROKEN,
  locked: LOCKED,
  binary: 'Het bestand is geen tekst. Kijk of dit het goede bestand is.',
  text: `Het bestand is gewone tekst. ${rename('.txt')}`,
};

function kindOf(bytes: Uint8Array): Kind {
  const start = latin1(bytes.subarray(0, 1024));
  if (start.startsWith('PK\x03\x04')) return kindOfZip(bytes);
  if (start.startsWith('\xD0\xCF\x11\xE0')) {
    // The old container of Office: of a .doc, or of a newer file that is encrypted.
    return includesUtf16(bytes, 'EncryptedPackage') ? 'locked' : 'doc';
  }
  if (start.startsWith('%PDF-')) return 'pdf';
  if (start.startsWith('{\\rtf')) return 'rtf';
  // UTF-16 has a zero beside each letter, and begins with a mark.
  return start.includes('\0') && !/^(?:\xFF\xFE|\xFE\xFF)/.test(start) ? 'binary' : 'text';
}

/** A zip is told by the names in it, which stand in the list at its end: nothing is unpacked. */
function kindOfZip(bytes: Uint8Array): Kind {
  const tail = bytes.subarray(-LONGEST_TAIL);
  const at = latin1(tail).lastIndexOf('PK\x05\x06');
  if (at < 0 || at + 20 > tail.length) return 'broken';
  const list = new DataView(tail.buffer, tail.byteOffset + at).getUint32(16, true);
  const names = latin1(bytes.subarray(list));
  // Word on the web may number it.
  if (/word\/document\d*\.xml/.test(names)) return 'docx';
  return names.includes('content.xml') && names.includes('META-INF/manifest.xml') ? 'odt' : 'zip';
}

/** What a zip ends with, and the longest remark behind it. */
const LONGEST_TAIL = 66_000;

const latin1 = (bytes: Uint8Array): string => new TextDecoder('latin1').decode(bytes);

function includesUtf16(bytes: Uint8Array, text: string): boolean {
  return new TextDecoder('utf-16le').decode(bytes.subarray(0, bytes.length & ~1)).includes(text);
}
