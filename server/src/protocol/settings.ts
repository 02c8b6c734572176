import type { Scope } from '../core/configuration.js';
import type { Reach, Silence } from '../core/features/fixes/fix.js';
import { method } from './method.js';

/** What is silent for good, and the settings of a programme. */

export interface SilenceParams {
  readonly uri: string;
  /** The programme, in its file; or everything that this person writes, in the settings of the editor. */
  readonly where: Reach;
  readonly setting: Silence['setting'] | 'bewustNiet';
  readonly names: readonly string[];
  /** False: it speaks again. */
  readonly silent: boolean;
}

/** A file to be written, or a setting of the editor. */
export type Settled =
  | { readonly file: string; readonly content: string }
  | { readonly setting: string; readonly value: unknown };

/** What is to be written so that something is silent, or speaks again. Fails when the file cannot be changed. */
export const silenceRequest = method<SilenceParams, Settled | null>('stil');

export interface SettingsParams {
  /** A document of the programme, or anything in its folder. */
  readonly uri: string;
  /** Where the file is to come, when there is none yet; by default beside the document. */
  readonly folder?: string;
}

/** The settings of a programme, with what they can be. */
export interface ProgrammeSettings {
  /** The file that has them, or will. */
  readonly file: string;
  readonly exists: boolean;
  /** Name of its folder. */
  readonly folder: string;
  /** The documents below it that have no nearer file, by their names from that folder. */
  readonly documents: readonly string[];
  readonly gemeente?: string;
  readonly reikwijdte: Scope;
  /** Keys of those at work. */
  readonly studies: readonly string[];
  /** How much is silent, in this programme or everywhere. */
  readonly silent: number;
  readonly municipalities: readonly { readonly name: string; readonly others: readonly string[] }[];
  readonly allStudies: readonly { readonly key: string; readonly title: string }[];
}

/** The settings of the programme that something lies in; null for what was never saved. */
export const settingsRequest = method<SettingsParams, ProgrammeSettings | null>('instellingen');

/** What is to be written so that a programme has these settings; null takes one away. */
export interface ChangeSettingsParams extends SettingsParams {
  readonly gemeente?: string | null;
  readonly reikwijdte?: Scope;
  readonly studies?: readonly string[] | null;
}
export const changeSettingsRequest = method<ChangeSettingsParams, Settled | null>('wijzigInstellingen');
