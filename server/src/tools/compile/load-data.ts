import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv';
import { type Document, isNode, LineCounter, parseDocument } from 'yaml';

/** A fault in the data, with the place where a writer can mend it. Line and column are one-based, as editors show them. */
export interface DataFault {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

/** A YAML file that was read, with the means to point into it. */
export interface DataFile<T = unknown> {
  readonly file: string;
  readonly value: T;
  /** One-based line and column of a path in the file. */
  place(path: readonly (string | number)[]): { line: number; column: number };
}

/** Reads YAML files and holds them against their JSON Schema; collects faults instead of stopping at the first. */
export class DataReader {
  readonly faults: DataFault[] = [];
  private readonly ajv = new Ajv({ allErrors: true, strict: false, validateFormats: false });

  constructor(schemaFolder: string) {
    // All of them at once: one may refer to what another defines, by the name of its file.
    for (const name of readdirSync(schemaFolder))
      this.ajv.addSchema(JSON.parse(readFileSync(join(schemaFolder, name), 'utf8')), name);
  }

  /** Every `*.yaml` of a folder, in the order of their names. */
  folder<T>(folder: string, schema: string): DataFile<T>[] {
    const names = readdirSync(folder).filter((name) => name.endsWith('.yaml'));
    return names.sort().flatMap((name) => this.file<T>(join(folder, name), schema) ?? []);
  }

  /** One file, or undefined when it has faults. */
  file<T>(file: string, schema: string): DataFile<T> | undefined {
    const lines = new LineCounter();
    const document = parseDocument(readFileSync(file, 'utf8'), { lineCounter: lines });
    const before = this.faults.length;
    for (const error of document.errors) {
      const { line, col } = lines.linePos(error.pos[0]);
      this.faults.push({ file, line, column: col, message: error.message.split('\n')[0]! });
    }
    if (this.faults.length > before) return undefined;
    const value: unknown = document.toJS();
    const place = (path: readonly (string | number)[]) => placeOf(document, lines, path);
    const validate = this.ajv.getSchema(`${schema}.schema.json`)!;
    if (!validate(value)) {
      for (const error of validate.errors ?? []) {
        const path = error.instancePath
          .split('/')
          .slice(1)
          .map((part) => (/^\d+$/.test(part) ? Number(part) : part));
        const detail = Object.values(error.params as Record<string, unknown>).join(', ');
        this.faults.push({
          file,
          ...place(path),
          message: `${path.join('.') || 'bestand'}: ${error.message} (${detail})`,
        });
      }
      return undefined;
    }
    return { file, value: value as T, place };
  }

  fault(file: DataFile, path: readonly (string | number)[], message: string): void {
    this.faults.push({ file: file.file, ...file.place(path), message });
  }
}

/** Place of the deepest part of the path that exists. */
function placeOf(
  document: Document,
  lines: LineCounter,
  path: readonly (string | number)[],
): { line: number; column: number } {
  for (let length = path.length; length >= 0; length--) {
    const node = document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) {
      const { line, col } = lines.linePos(node.range[0]);
      return { line, column: col };
    }
  }
  return { line: 1, column: 1 };
}
