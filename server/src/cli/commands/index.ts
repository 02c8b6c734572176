import type { Command } from '../command.js';
import { analyse } from './analyse.js';
import { check } from './check.js';
import { completion } from './completion.js';
import { study } from './study.js';

/** Every command, in the order of the help. */
export const COMMANDS: readonly Command[] = [check, analyse, study, completion];
