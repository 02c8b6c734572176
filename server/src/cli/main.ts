#!/usr/bin/env node
import { isMainThread } from 'node:worker_threads';
import { builtinStudy, createService, type Service } from '../core/index.js';
import { optimiseLater } from '../node/optimise-later.js';
import { VERSION } from '../version.js';
import { readArguments } from './arguments.js';
import { EXIT } from './command.js';
import { COMMANDS } from './commands/index.js';
import { helpOf, overview } from './help.js';
import { Problem } from './problem.js';
import { createTerminal, printable } from './terminal.js';
import { help } from './threads.js';

const out = (text: string): void => void process.stdout.write(text);
/** One line; what it says may come from a file or configuration of someone else. */
const say = (message: string): void => void process.stderr.write(`${printable(message)}\n`);

/** Longer lines of help read badly. */
const HELP_WIDTH = 100;

optimiseLater();

async function main(argv: readonly string[]): Promise<number> {
  const request = readArguments(argv, COMMANDS);
  const terminal = createTerminal(process.stdout, process.stderr, process.env);
  if (request.kind === 'version') {
    out(`${VERSION}\n`);
    return EXIT.clean;
  }
  if (request.kind === 'help') {
    const width = Math.min(terminal.width ?? HELP_WIDTH, HELP_WIDTH);
    out(request.command ? helpOf(request.command, width) : overview(COMMANDS, VERSION, width));
    return EXIT.clean;
  }
  let service: Service | undefined;
  let failed = false;
  const context = {
    get service() {
      service ??= createService([builtinStudy]);
      return service;
    },
    terminal,
    commands: COMMANDS,
    out,
    problem(message: string) {
      failed = true;
      say(message);
    },
    note: say,
  };
  // The table has forgotten the types of the options; readArguments has filled them in by the same table.
  const code = await request.command.run(context, request.operands, request.options as never);
  return failed ? EXIT.failed : code;
}

if (!isMainThread) void help(createService([builtinStudy]));
else start();

function start(): void {
  // A reader that has seen enough (`| head`) closes the pipe: that is no fault.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    process.exit();
  });

  main(process.argv.slice(2)).then(
    (code) => {
      process.exitCode = code;
    },
    (error: unknown) => {
      if (error instanceof Problem) say(error.message);
      else process.stderr.write(`Onverwachte fout: ${(error as Error).stack}\n`);
      process.exitCode = EXIT.failed;
    },
  );
}
