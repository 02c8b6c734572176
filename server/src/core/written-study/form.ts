/**
 * What may stand in a file, as a value that the reader, the schema for editors and the hover on a key all go by. The form of a
 * study in these words is in `study-form.ts`.
 */
export type Form =
  | { readonly kind: 'text'; readonly most: number }
  | { readonly kind: 'name' }
  | { readonly kind: 'key' }
  | { readonly kind: 'id' }
  | { readonly kind: 'year' }
  | { readonly kind: 'page' }
  | { readonly kind: 'pages' }
  | { readonly kind: 'number'; readonly named: string }
  | { readonly kind: 'choice'; readonly among: readonly string[] }
  /** Says something by being there: `true`. */
  | { readonly kind: 'flag' }
  | { readonly kind: 'signals' }
  | { readonly kind: 'list'; readonly of: Form; readonly most: number; readonly named: string }
  /** Something for each of a number of ids. */
  | { readonly kind: 'map'; readonly of: Form; readonly named: string }
  | ObjectForm;

/** An object with its keys. */
export interface ObjectForm {
  readonly kind: 'object';
  readonly keys: Readonly<Record<string, Key>>;
  /** What it is called in a sentence: `een opgave`. */
  readonly named: string;
  /** The key that is meant where no object stands but a single value. */
  readonly alone?: string;
}

/** A key of an object: what may stand there, and what it is for. */
export type Key = Form & { readonly about: string; readonly required?: true };

/** What is read by a form: an object has what is required of it, or it is left out. */
export type Read<F> = F extends { readonly kind: 'text' | 'name' | 'key' | 'id' | 'signals' }
  ? string
  : F extends { readonly kind: 'year' | 'page' | 'number' }
    ? number
    : F extends { readonly kind: 'pages' }
      ? readonly number[]
      : F extends { readonly kind: 'choice'; readonly among: readonly (infer One)[] }
        ? One
        : F extends { readonly kind: 'flag' }
          ? true
          : F extends { readonly kind: 'list'; readonly of: infer Of }
            ? readonly Read<Of>[]
            : F extends { readonly kind: 'map'; readonly of: infer Of }
              ? Readonly<Record<string, Read<Of>>>
              : F extends { readonly kind: 'object'; readonly keys: infer Keys }
                ? ReadKeys<Keys>
                : never;

type ReadKeys<Keys> = {
  readonly [key in keyof Keys as Keys[key] extends { readonly required: true } ? key : never]: Read<Keys[key]>;
} & {
  readonly [key in keyof Keys as Keys[key] extends { readonly required: true } ? never : key]?: Read<Keys[key]>;
};

/** More opgaven than this are no list that anyone holds a text against. */
export const MOST_OPGAVEN = 2000;

/** A file of a study has at most so many characters: what is longer is no list that someone wrote. */
export const MOST_CHARACTERS = 2 * 1024 * 1024;

/** More faults than this are told as one: what is wrong so often is one thing that is wrong. */
export const MOST_FAULTS = 100;

// What a form is made with: each gives exactly the form that it was given, so that what is read has a type.
export const text = (most: number) => ({ kind: 'text', most }) as const;
export const signals = { kind: 'signals' } as const;
export const page = { kind: 'page' } as const;
export const pages = { kind: 'pages' } as const;
export const id = { kind: 'id' } as const;
export const flag = { kind: 'flag' } as const;
export const oneOf = <const Among extends readonly string[]>(...among: Among) => ({ kind: 'choice', among }) as const;
export const listOf = <Of extends Form>(of: Of, named: string, most: number) =>
  ({ kind: 'list', of, named, most }) as const;
export const mapOf = <Of extends Form>(of: Of, named: string) => ({ kind: 'map', of, named }) as const;
export const object = <Keys extends Readonly<Record<string, Key>>>(named: string, keys: Keys) =>
  ({ kind: 'object', named, keys }) as const;
