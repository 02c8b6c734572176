import { Refusal } from '../refusal.js';
import { isEncrypted, limits, tooMuchDrawn } from './limits.js';
import { countUnpacking } from './unpacking.js';

/** pdf.js in its build for older hosts: Node 20 and the workers of browsers, without a canvas. */
export type PdfLibrary = typeof import('pdfjs-dist/legacy/build/pdf.mjs');
export type PdfDocument = import('pdfjs-dist').PDFDocumentProxy;
type PdfWorker = import('pdfjs-dist').PDFWorker;
type PdfTask = import('pdfjs-dist').PDFDocumentLoadingTask;

interface Library {
  readonly api: PdfLibrary;
  readonly worker: { initializeFromPort(port: MessagePort): void };
}

/** Loads pdf.js when it is first needed, with its worker beside it: we run in a worker already. */
async function loadLibrary(): Promise<Library> {
  const host = globalThis as { DOMMatrix?: unknown; window?: unknown };
  // Asked for while pdf.js loads, used by it to draw only. We never draw.
  host.DOMMatrix ??= class {};
  return await withoutWarnings(async () => {
    // In the worker of a browser, pdf.js would take the messages to that worker for its own, unless this is a window.
    const isWorker = !('window' in host);
    if (isWorker) host.window = host;
    const { WorkerMessageHandler } = await import('pdfjs-dist/legacy/build/pdf.worker.mjs');
    if (isWorker) delete host.window;
    return { api: await import('pdfjs-dist/legacy/build/pdf.mjs'), worker: WorkerMessageHandler };
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

/** A document that is open. */
export interface OpenPdf {
  readonly library: PdfLibrary;
  readonly document: PdfDocument;
  /** Waits for a page, unless more is drawn on it than there is room for. */
  page<T>(reading: Promise<T>): Promise<T>;
  close(): Promise<void>;
}

/** Opens a document; nothing in it is run, fetched or followed. */
export async function openPdf(data: Uint8Array): Promise<OpenPdf> {
  const { api, worker: handler } = await loadLibrary();
  const { port1, port2 } = new MessageChannel();
  const drawing = countDrawing(port2, api.OPS);
  const unpacking = isEncrypted(data) ? countUnpacking(drawing.stop) : undefined;
  let worker: PdfWorker | undefined;
  let task: PdfTask | undefined;
  const close = async (): Promise<void> => {
    unpacking?.end();
    // What is stopped halfway would have to say that it was destroyed, to no one.
    if (!drawing.stopped()) await task?.destroy();
    worker?.destroy();
    port1.close();
    port2.close();
  };
  try {
    worker = new api.PDFWorker({ port: port1, verbosity: api.VerbosityLevel.ERRORS } as object);
    handler.initializeFromPort(port2);
    port1.start();
    port2.start();
    task = api.getDocument({
      worker,
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
      verbosity: api.VerbosityLevel.ERRORS,
    });
    const document = await task.promise;
    const page: OpenPdf['page'] = (reading) => {
      unpacking?.nextPage();
      return drawing.page(reading);
    };
    return { library: api, document, page, close };
  } catch (cause) {
    await close();
    if (unpacking?.refused) throw unpacking.refused;
    if (cause instanceof Error && cause.name === 'PasswordException') {
      throw new Refusal('Deze pdf is met een wachtwoord versleuteld; bewaar er een zonder wachtwoord en probeer die.', {
        cause,
      });
    }
    throw new Refusal(damaged, { cause });
  }
}

/** Counts what is drawn on a page while it is sent, in parts, and stops it where it is too much. */
function countDrawing(port: MessagePort, ops: PdfLibrary['OPS']): Pick<OpenPdf, 'page'> & Stopping {
  let drawn = 0;
  let letters = 0;
  let saved = 0;
  let reject: (cause: unknown) => void = () => {};
  let stopped = false;
  const stop = (refusal: Refusal): void => {
    stopped = true;
    reject(refusal);
  };
  const send = port.postMessage.bind(port);
  const counted = (message: { chunk?: Drawn }, transfer: Transferable[] = []): void => {
    const { fnArray = [], argsArray = [] } = message.chunk ?? {};
    drawn += fnArray.length;
    for (const [at, what] of fnArray.entries()) {
      if (what === ops.showText) letters += lengthOf(argsArray[at]?.[0]);
      if (what === ops.save) saved++;
      if (what === ops.restore) saved = Math.max(saved - 1, 0);
    }
    const isTooMuch = drawn > limits.drawing || letters > limits.lettersOnPage || saved > limits.saved;
    if (fnArray.length > 0 && isTooMuch) {
      const refusal = tooMuchDrawn();
      stop(refusal);
      // An error here ends the drawing.
      throw refusal;
    }
    send(message, transfer);
  };
  port.postMessage = counted as typeof port.postMessage;
  return {
    stop,
    stopped: () => stopped,
    page: (reading) => {
      drawn = 0;
      letters = 0;
      saved = 0;
      // pdf.js makes do with what has come in, gives up, or says nothing any more.
      return Promise.race([reading, new Promise<never>((_, fail) => (reject = fail))]);
    },
  };
}

/** Ends the reading of a page, because of what is on it. */
interface Stopping {
  stop(refusal: Refusal): void;
  stopped(): boolean;
}

/** A part of a page as it is sent: what is drawn, and with what. */
interface Drawn {
  readonly fnArray?: readonly number[];
  readonly argsArray?: readonly (readonly unknown[] | null)[];
}

const lengthOf = (shown: unknown): number => (Array.isArray(shown) ? shown.length : 0);
