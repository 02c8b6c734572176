import { Refusal } from '../refusal.js';

/** pdf.js in its build for older hosts: Node 20 and the workers of browsers, without a canvas. */
export type PdfLibrary = typeof import('pdfjs-dist/legacy/build/pdf.mjs');
export type PdfDocument = import('pdfjs-dist').PDFDocumentProxy;

/**
 * Loads pdf.js when it is first needed. Its worker is put beside it, so that nothing is looked for at an address; we run
 * in a worker already.
 */
export async function loadLibrary(): Promise<PdfLibrary> {
  const host = globalThis as { DOMMatrix?: unknown; pdfjsWorker?: unknown };
  // Asked for while pdf.js loads, used by it to draw only. We never draw.
  host.DOMMatrix ??= class {};
  return await withoutWarnings(async () => {
    host.pdfjsWorker ??= await import('pdfjs-dist/legacy/build/pdf.worker.mjs');
    return await import('pdfjs-dist/legacy/build/pdf.mjs');
  });
}

/** In Node, pdf.js says on loading that it finds no canvas, before it can be told to be silent. */
async function withoutWarnings<T>(load: () => Promise<T>): Promise<T> {
  const warn = console.warn;
  console.warn = () => {};
  try {
    return await load();
  } finally {
    console.warn = warn;
  }
}

/** What is said of a file that cannot be read. */
export const damaged =
  'Deze pdf is beschadigd en niet te lezen; open hem in een pdf-lezer, bewaar hem opnieuw en probeer die.';

/** Opens a document; nothing in it is run, fetched or followed. */
export async function openDocument(library: PdfLibrary, data: Uint8Array): Promise<PdfDocument> {
  const task = library.getDocument({
    // pdf.js keeps what it is given: a copy, so that the caller's bytes stay his.
    data: data.slice(),
    isEvalSupported: false,
    enableXfa: false,
    useWorkerFetch: false,
    useSystemFonts: false,
    disableFontFace: false,
    // No picture is ever decoded: we read text.
    maxImageSize: 1,
    stopAtErrors: false,
    verbosity: library.VerbosityLevel.ERRORS,
  });
  try {
    return await task.promise;
  } catch (cause) {
    await task.destroy();
    if (cause instanceof Error && cause.name === 'PasswordException') {
      throw new Refusal('Deze pdf is met een wachtwoord versleuteld; bewaar er een zonder wachtwoord en probeer die.', {
        cause,
      });
    }
    throw new Refusal(damaged, { cause });
  }
}
