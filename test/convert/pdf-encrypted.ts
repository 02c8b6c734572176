import { createCipheriv, createHash, randomBytes } from 'node:crypto';
import { deflateSync } from 'node:zlib';

const hash = (...parts: Buffer[]): Buffer => createHash('sha256').update(Buffer.concat(parts)).digest();

function cipher(key: Buffer, data: Buffer, vector: Buffer | null = Buffer.alloc(16), padding = false): Buffer {
  const made = createCipheriv(vector ? 'aes-256-cbc' : 'aes-256-ecb', key, vector).setAutoPadding(padding);
  return Buffer.concat([made.update(data), made.final()]);
}

/** A small PDF by hand, encrypted with AES-256: its pages by what is drawn on them. Without a password everyone may read it. */
export function encrypted(pages: readonly string[], password = ''): Uint8Array {
  const key = randomBytes(32);
  /** What tells whether a password is right, and the key of the file behind it. */
  const lock = (word: string, more: Buffer = Buffer.alloc(0)): [Buffer, Buffer] => {
    const [check, salt] = [randomBytes(8), randomBytes(8)];
    const own = Buffer.from(word);
    return [Buffer.concat([hash(own, check, more), check, salt]), cipher(hash(own, salt, more), key)];
  };
  const [user, userKey] = lock(password);
  const [owner, ownerKey] = lock('van de eigenaar', user);
  const allowed = Buffer.alloc(16, 0xff);
  allowed.writeInt32LE(-4, 0);
  allowed.write('Tadb', 8, 'latin1');
  const hex = (data: Buffer): string => `<${data.toString('hex')}>`;
  const stream = (content: string): Buffer => {
    const vector = randomBytes(16);
    const data = Buffer.concat([vector, cipher(key, deflateSync(Buffer.from(content)), vector, true)]);
    const head = Buffer.from(`<< /Length ${data.length} /Filter /FlateDecode >>\nstream\n`);
    return Buffer.concat([head, data, Buffer.from('\nendstream')]);
  };
  const locks = `/U ${hex(user)} /UE ${hex(userKey)} /O ${hex(owner)} /OE ${hex(ownerKey)} /Perms ${hex(cipher(key, allowed, null))}`;
  const kids = pages.map((_, at) => `${5 + 2 * at} 0 R`).join(' ');
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    `<< /Filter /Standard /V 5 /R 5 /Length 256 /P -4 ${locks} /CF << /StdCF << /CFM /AESV3 /Length 32 >> >> /StmF /StdCF /StrF /StdCF >>`,
    ...pages.flatMap((content, at) => [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 400 400] /Contents ${6 + 2 * at} 0 R /Resources << /Font << /F1 3 0 R >> >> >>`,
      stream(content),
    ]),
  ];
  return new Uint8Array(
    Buffer.concat([
      Buffer.from('%PDF-1.7\n'),
      ...objects.flatMap((object, at) => [
        Buffer.from(`${at + 1} 0 obj\n`),
        Buffer.from(object),
        Buffer.from('\nendobj\n'),
      ]),
      Buffer.from('trailer\n<< /Root 1 0 R /Encrypt 4 0 R /ID [<00> <00>] >>\n%%EOF\n'),
    ]),
  );
}
