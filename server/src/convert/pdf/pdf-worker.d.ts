/** pdf.js brings no types for its worker; it looks for it under `globalThis.pdfjsWorker`. */
declare module 'pdfjs-dist/legacy/build/pdf.worker.mjs';
