import { namesIn } from './archive.js';
import { LOCKED, Refusal } from './refusal.js';
import type { SourceFormat } from './source-format.js';

/**
 * What a file is by its first bytes, whatever its name says.
 * @throws Refusal when it is something else than `format`, or is locked
 */
export function expectKind(bytes: Uint8Array, format: SourceFormat): void {
  if (bytes.length === 0) throw new Refusal('Het bestand is leeg.');
  const kind = kindOf(bytes);
  if (kind === 'locked') throw new Refusal(LOCKED);
  const right = format === 'html' || format === 'txt' ? kind === 'text' : kind === format;
  if (right) return;
  const { name, advice } = KINDS[kind];
  throw new Refusal(`Het bestand heet .${format}, maar is ${name}. ${advice}`);
}

/** Word on the web may number it. */
const MAIN_PART = /^word\/document\d*\.xml$/;

type Kind = 'docx' | 'odt' | 'pdf' | 'doc' | 'rtf' | 'zip' | 'binary' | 'text';

const rename = (extension: string): string => `Geef het de extensie ${extension} en probeer het opnieuw.`;
const saveAs = 'Open het in Word of LibreOffice en bewaar het als .docx.';

const KINDS: Readonly<Record<Kind, { name: string; advice: string }>> = {
  docx: { name: 'een Word-bestand', advice: rename('.docx') },
  odt: { name: 'een OpenDocument-bestand', advice: rename('.odt') },
  pdf: { name: 'een pdf', advice: rename('.pdf') },
  doc: { name: 'een oud Word-bestand', advice: saveAs },
  rtf: { name: 'een rtf-bestand', advice: saveAs },
  zip: { name: 'een zip met andere inhoud', advice: 'Pak het uit en geef het document dat erin zit.' },
  binary: { name: 'geen tekst', advice: 'Kijk of dit het goede bestand is.' },
  text: { name: 'gewone tekst', advice: rename('.txt') },
};

function kindOf(bytes: Uint8Array): Kind | 'locked' {
  const start = latin1(bytes.subarray(0, 1024));
  if (start.startsWith('PK')) return kindOfZip(bytes);
  if (start.startsWith('\xD0\xCF\x11\xE0')) {
    // The old container of Office: of a .doc, or of a newer file that is encrypted.
    return includesUtf16(bytes, 'EncryptedPackage') ? 'locked' : 'doc';
  }
  if (start.includes('%PDF-')) return 'pdf';
  if (start.startsWith('{\\rtf')) return 'rtf';
  // UTF-16 has a zero beside each letter, and begins with a mark.
  return start.includes('\0') && !/^(?:\xFF\xFE|\xFE\xFF)/.test(start) ? 'binary' : 'text';
}

function kindOfZip(bytes: Uint8Array): Kind {
  const names = namesIn(bytes);
  if (names.some((name) => MAIN_PART.test(name))) return 'docx';
  return names.includes('content.xml') && names.includes('META-INF/manifest.xml') ? 'odt' : 'zip';
}

const latin1 = (bytes: Uint8Array): string => String.fromCharCode(...bytes);

function includesUtf16(bytes: Uint8Array, text: string): boolean {
  return new TextDecoder('utf-16le').decode(bytes.subarray(0, bytes.length & ~1)).includes(text);
}
