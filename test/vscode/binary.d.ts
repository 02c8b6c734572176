// Fixtures that are bundled as their bytes.
declare module '*.docx' {
  const bytes: Uint8Array<ArrayBuffer>;
  export default bytes;
}
declare module '*.pdf' {
  const bytes: Uint8Array<ArrayBuffer>;
  export default bytes;
}
