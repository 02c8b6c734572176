import type { Service } from '../core/index.js';
import type { Terminal } from './terminal.js';

/** An option of a command. Its text is Dutch, for the help. */
export type Option =
  | { readonly kind: 'flag'; readonly short?: string; readonly text: string }
  | {
      readonly kind: 'choice';
      readonly choices: readonly string[];
      readonly default?: string;
      /** What happens without it, when there is no default. */
      readonly otherwise?: string;
      readonly short?: string;
      readonly text: string;
    }
  | {
      readonly kind: 'number';
      /** Smallest and largest value. */
      readonly between: readonly [number, number];
      readonly value: string;
      readonly short?: string;
      readonly text: string;
    }
  | {
      readonly kind: 'text' | 'file';
      /** What stands for the value in the help, such as `BESTAND`. */
      readonly value: string;
      readonly short?: string;
      readonly text: string;
    };

export type Options = Readonly<Record<string, Option>>;

type ValueOf<O extends Option> = O extends { kind: 'flag' }
  ? boolean
  : O extends { kind: 'number' }
    ? number | undefined
    : O extends { kind: 'choice'; choices: readonly (infer Choice)[] }
      ? O extends { default: string }
        ? Choice
        : Choice | undefined
      : string | undefined;

/** What was given for each option. */
export type Values<O extends Options> = { readonly [Name in keyof O]: ValueOf<O[Name]> };

/** What a command works with. */
export interface Context {
  /** The built-in study with its matcher; made when it is first asked for. */
  readonly service: Service;
  readonly terminal: Terminal;
  /** The table that this command is in. */
  readonly commands: readonly Command[];
  /** Writes to standard output. */
  out(text: string): void;
  /** Says on standard error what stands in the way; the command then ends with exit code 2, its other work done. */
  problem(message: string): void;
  /** Says something on standard error that does not change the exit code. */
  note(message: string): void;
}

/** Exit codes, the same for every command. */
export const EXIT = { clean: 0, findings: 1, failed: 2 } as const;

/**
 * One command: one file, listed in `commands/index.ts`. Help, shell completion and the reading of arguments all come
 * from this table.
 */
export interface Command<O extends Options = Options> {
  readonly name: string;
  /** One line for the list of commands. */
  readonly summary: string;
  /** Paths or words that it takes. */
  readonly takes: {
    /** As the help shows them: `PAD…`; empty for none. */
    readonly label: string;
    readonly least: number;
    readonly most: number;
    /** Files are completed as such; words are listed. */
    readonly words?: readonly string[];
    /** What to say when there are too few. */
    readonly missing?: string;
  };
  readonly options: O;
  /** Command lines, without the name of the program, each with what it does. */
  readonly examples: readonly (readonly [line: string, what: string])[];
  /** More for the help, a paragraph each. */
  readonly notes?: readonly string[];
  /** Does the work; gives the exit code. */
  run(context: Context, operands: readonly string[], options: Values<O>): number | Promise<number>;
}

/** Keeps the types of the options for `run`, and forgets them for the table. */
export function defineCommand<const O extends Options>(command: Command<O>): Command {
  return command as unknown as Command;
}
