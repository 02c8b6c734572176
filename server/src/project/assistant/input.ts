import { nearest } from '../../core/index.js';
import type { Parameter, Tool } from './tools.js';

/** Why a question is not answered, in words for whoever asked. */
export class Refusal extends Error {}

/** What was given for each parameter; of the right type. */
export type Input = Readonly<Record<string, string | readonly string[] | undefined>>;

/** Reads what a model made of a schema. Throws a {@link Refusal}. */
export function readInput({ name, input: { properties, required } }: Tool, given: unknown): Input {
  const known = Object.keys(properties);
  if (typeof given !== 'object' || given === null || Array.isArray(given))
    throw new Refusal(`‘${name}’ vraagt een object met ${quotedList(known)}.`);
  const read: Record<string, string | readonly string[]> = {};
  for (const [key, value] of Object.entries(given)) {
    const parameter = Object.hasOwn(properties, key) ? properties[key] : undefined;
    if (!parameter) throw new Refusal(`‘${name}’ kent ‘${shortened(key)}’ niet. ${meant(key, known)}`);
    // Some models send what they leave open as null, or empty.
    if (value === null || value === undefined || value === '') continue;
    read[key] = readValue(key, parameter, value);
  }
  for (const key of required)
    if (read[key] === undefined) throw new Refusal(`Bij ‘${name}’ ontbreekt ‘${key}’: ${properties[key]!.description}`);
  return read;
}

function readValue(key: string, parameter: Parameter, value: unknown): string | readonly string[] {
  if (parameter.type === 'array') {
    if (!Array.isArray(value) || !value.every((one) => typeof one === 'string'))
      throw new Refusal(`‘${key}’ is een lijst van teksten, niet ${typeName(value)}.`);
    if (value.length > parameter.maxItems)
      throw new Refusal(`‘${key}’ heeft ${number(value.length)} delen; de grens is ${number(parameter.maxItems)}.`);
    for (const one of value) checkLength(key, one, parameter.items.maxLength);
    return value;
  }
  if (typeof value !== 'string') throw new Refusal(`‘${key}’ is een tekst, niet ${typeName(value)}.`);
  checkLength(key, value, parameter.maxLength);
  if (parameter.enum && !parameter.enum.includes(value))
    throw new Refusal(`‘${key}’ is ${parameter.enum.join(' of ')}, niet ‘${shortened(value)}’.`);
  return value;
}

function checkLength(key: string, { length }: string, most: number): void {
  if (length > most)
    throw new Refusal(
      `‘${key}’ is ${number(length)} tekens lang; de grens is ${number(most)}. Stuur een kleiner deel.`,
    );
}

function meant(key: string, known: readonly string[]): string {
  const [near] = nearest(key, known, 1);
  return near === undefined ? `Bekend zijn: ${quotedList(known)}.` : `Bedoelt u ‘${near}’?`;
}

function typeName(value: unknown): string {
  if (Array.isArray(value)) return 'een lijst';
  const names: Readonly<Record<string, string>> = { string: 'een tekst', number: 'een getal', boolean: 'ja of nee' };
  return names[typeof value] ?? 'een object';
}

const quotedList = (words: readonly string[]): string => words.map((word) => `‘${word}’`).join(', ');
const number = (value: number): string => value.toLocaleString('nl-NL');
const shortened = (text: string): string => (text.length > 60 ? `${text.slice(0, 60)}…` : text);
