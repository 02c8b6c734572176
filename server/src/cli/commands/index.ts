import type { Command } from '../command.js';
import { analyse } from './analyse.js';
import { bibliografie } from './bibliografie.js';
import { check } from './check.js';
import { completion } from './completion.js';
import { dekking } from './dekking.js';
import { mcp } from './mcp.js';
import { omzetten } from './omzetten.js';
import { studie } from './studie.js';
import { study } from './study.js';
import { vergelijk } from './vergelijk.js';

/** Every command, in the order of the help. */
export const COMMANDS: readonly Command[] = [
  check,
  dekking,
  vergelijk,
  omzetten,
  bibliografie,
  studie,
  analyse,
  study,
  mcp,
  completion,
];
