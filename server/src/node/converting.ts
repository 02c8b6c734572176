import type { Convert } from '../project/file-text.js';

/** Turns a source into Markdown. The libraries for it are read when they are first needed. */
export const convertFile: Convert = async (bytes, format) => {
  const { convert } = await import('../convert/convert.js');
  return convert(bytes, format);
};
