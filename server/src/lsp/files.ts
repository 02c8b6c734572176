/** How the server reads what is not open in the editor: Node's file system, or the client's in the browser. */
export interface Files {
  /** Text of a file, or undefined where it is not there or cannot be read. */
  read(uri: string): Promise<string | undefined>;
  /** Every Markdown file in a folder, without those of hidden folders and node_modules. */
  markdownIn(folder: string): Promise<string[]>;
}

/** Parent of a URI, without a closing slash; undefined at the top. */
export function parentOf(uri: string): string | undefined {
  const match = /^([a-z][a-z0-9+.-]*:\/\/[^/]*(?:\/.*)?)\/[^/]+\/?$/i.exec(uri);
  return match?.[1] || undefined;
}
