import { applyEdits, createScanner, findNodeAtLocation, type JSONPath, modify, parseTree } from 'jsonc-parser';
import type { Configuration, ConfigurationLayer, Silence } from '../core/index.js';

/** What is silenced or spoken of again in a configuration; an opgave that is left out can only be taken back. */
export type SilenceChange = {
  readonly setting: Silence['setting'] | 'bewustNiet';
  readonly names: readonly string[];
  readonly silent: boolean;
};

/** Settings of a programme by their key; null takes one away. */
export type SettingChanges = { readonly [Key in keyof Configuration]?: Configuration[Key] | null };

/** The text of a configuration file with settings changed; comments and everything else stay as they are. */
export function withSettings(text: string, changes: SettingChanges): string {
  return Object.entries(changes).reduce((sum, [key, value]) => edited(sum, [key], value ?? undefined), text);
}

/** The text of a configuration file with something silenced, or spoken of again. */
export function withSilence(text: string, { setting, names, silent }: SilenceChange): string {
  return names.reduce((sum, name) => {
    const known = findNodeAtLocation(parseTree(sum)!, [setting]);
    if (setting === 'regels' || setting === 'bewustNiet') {
      const isLast = known?.children?.length === 1 && known.children[0]!.children?.[0]?.value === name;
      return silent
        ? edited(sum, [setting, name], 'uit')
        : edited(sum, isLast ? [setting] : [setting, name], undefined);
    }
    const at = known?.children?.findIndex(({ value }) => value === name) ?? -1;
    if (silent) return at < 0 ? edited(sum, [setting, -1], name) : sum;
    if (at < 0) return sum;
    return edited(sum, known!.children!.length === 1 ? [setting] : [setting, at], undefined);
  }, text);
}

/** The same for what an editor keeps by itself: the value of the setting afterwards. */
export function silencedIn(layer: ConfigurationLayer, { setting, names, silent }: SilenceChange): unknown {
  if (setting === 'regels' || setting === 'bewustNiet') {
    const others = Object.entries(layer[setting] ?? {}).filter(([name]) => !names.includes(name));
    return Object.fromEntries([...others, ...(silent ? names.map((name) => [name, 'uit']) : [])]);
  }
  const others = (layer[setting] ?? []).filter((name) => !names.includes(name));
  return [...others, ...(silent ? names : [])];
}

/** The text with a value put at a path. */
function edited(text: string, path: JSONPath, value: unknown): string {
  if (value === undefined) return without(text, path);
  const indent = /^[ \t]+(?=")/m.exec(text)?.[0] ?? '  ';
  const formattingOptions = {
    insertSpaces: !indent.startsWith('\t'),
    tabSize: indent.length,
    eol: text.includes('\r\n') ? '\r\n' : '\n',
  };
  const isArrayInsertion = path.at(-1) === -1;
  return applyEdits(text, modify(text, path, value, { formattingOptions, isArrayInsertion }));
}

/**
 * The text without a property or an item, its comma and the line that is left empty. The library would take what stands
 * between it and the one before along, comments included.
 */
function without(text: string, path: JSONPath): string {
  const value = findNodeAtLocation(parseTree(text)!, path);
  if (!value) return text;
  const { offset, length, parent } = value.parent?.type === 'property' ? value.parent : value;
  const siblings = parent?.children ?? [];
  const at = siblings.findIndex((one) => one.offset === offset);
  const before = siblings[at - 1];
  const own = commaIn(text, offset + length, siblings[at + 1]?.offset ?? parent!.offset + parent!.length);
  const other = own < 0 && before ? commaIn(text, before.offset + before.length, offset) : -1;
  const end = own < 0 ? offset + length : own + 1;
  const line = /^[ \t]*\r?\n/.exec(text.slice(end));
  const indent = /\n[ \t]*$/.exec(text.slice(0, offset));
  const from = line && indent ? indent.index + 1 : offset;
  const to = line && indent ? end + line[0].length : end + /^ */.exec(text.slice(end))![0].length;
  const left = text.slice(0, from) + text.slice(to);
  return other < 0 ? left : left.slice(0, other) + left.slice(other + 1);
}

/** The comma between two offsets, outside comments; -1 where there is none. */
function commaIn(text: string, from: number, to: number): number {
  const scanner = createScanner(text, true);
  scanner.setPosition(from);
  for (scanner.scan(); scanner.getTokenOffset() < to; scanner.scan())
    if (text[scanner.getTokenOffset()] === ',') return scanner.getTokenOffset();
  return -1;
}
