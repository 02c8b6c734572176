import { describe, expect, it } from 'vitest';
import {
  addressOf,
  childOf,
  commonFolder,
  isIn,
  isSame,
  nameOf,
  parentOf,
  ResourceMap,
  shownUri,
  uriOf,
} from '../../../server/src/project/uris.js';

describe('a URI', () => {
  it.each([
    ['file:///c%3A/Prog/a.md', 'file:///C:/Prog/a.md', 'file:///c:/Prog/a.md', 'file:///C%3A/Prog/a.md'],
    ['file:///map/b%20%281%29.md', 'file:///map/b%20(1).md', 'file:///map/b (1).md'],
    ['file:///programma%27s/a%2Bb%2C%20c%26d.md', "file:///programma's/a+b,%20c&d.md"],
    ['file:///50%25%20groen/%231.md', 'file:///50%25 groen/%231.md'],
    ['vscode-remote://wsl%2Bubuntu/map/a.md', 'vscode-remote://wsl+ubuntu/map/a.md'],
    ['file:///map', 'file:///map/', 'file:///map//'],
  ])('%s is the same however it is spelled', (...spellings) => {
    const map = new ResourceMap<string>();
    map.set(spellings[0]!, 'dit');
    for (const spelling of spellings) {
      expect(map.get(spelling), spelling).toBe('dit');
      expect(isSame(uriOf(spelling), uriOf(spellings[0]!))).toBe(true);
    }
    map.delete(spellings.at(-1)!);
    expect([...map.values()]).toEqual([]);
  });

  it.each([
    ['file:///map/a.md', 'file:///map/A.md'],
    ['file:///map/a%20b.md', 'file:///map/a%2520b.md'],
    ['file:///map/a.md', 'vscode-vfs:///map/a.md'],
    ['file:///map/a.md', 'file://server/map/a.md'],
    ['%%%', ''],
  ])('%s and %s are two', (one, other) => {
    expect(isSame(uriOf(one), uriOf(other))).toBe(false);
  });

  it.each(['', '%%%', 'file:////a//b', 'file:///\uD83D.md', '\uD83D', 'a b:c', '://', 'untitled:Untitled-1'])(
    'that is none, %j, names something that is nowhere',
    (written) => {
      const uri = uriOf(written);
      expect(isSame(uri, uriOf(written))).toBe(true);
      expect(() => [nameOf(uri), shownUri(uri), parentOf(uri), addressOf(uri, uri)]).not.toThrow();
      expect(isIn(uriOf('file:///map'), uri)).toBe(false);
    },
  );

  it('has a folder, and names below it', () => {
    const file = uriOf('file:///c%3A/Prog/deel%20%281%29/a.md');
    expect(nameOf(file)).toBe('a.md');
    expect(nameOf(parentOf(file)!)).toBe('deel (1)');
    expect(isSame(childOf(parentOf(file)!, 'b & c.md'), uriOf('file:///C:/Prog/deel (1)/b%20&%20c.md'))).toBe(true);
    expect(parentOf(uriOf('file:///'))).toBeUndefined();
    expect(parentOf(uriOf('untitled:Untitled-1'))).toBeUndefined();
  });

  it('lies in a folder however either is spelled, and in no other', () => {
    const folder = uriOf('file:///C:/Prog (1)/');
    expect(isIn(folder, uriOf('file:///c%3A/Prog%20%281%29/deel/a.md'))).toBe(true);
    expect(isIn(folder, folder)).toBe(true);
    expect(isIn(folder, uriOf('file:///c%3A/Prog%20%281%292/a.md'))).toBe(false);
    expect(isIn(folder, uriOf('file:///d%3A/Prog%20%281%29/a.md'))).toBe(false);
    expect(isIn(folder, uriOf('vscode-vfs:///c%3A/Prog%20%281%29/a.md'))).toBe(false);
  });

  it('is shown as a path, from a folder when it lies in it', () => {
    const folder = uriOf('file:///map/mijn%20programma%27s');
    expect(shownUri(uriOf("file:///map/mijn programma's/deel/50%25.md"), folder)).toBe('deel/50%.md');
    expect(shownUri(uriOf('vscode-vfs://github/stad/a%20b.md'))).toBe('vscode-vfs://github/stad/a b.md');
  });

  it('is linked to from the folder of a report; a name cannot end the link', () => {
    const folder = uriOf('file:///map/uit');
    expect(addressOf(uriOf('file:///map/uit/a (1).md'), folder)).toBe('a%20%281%29.md');
    expect(addressOf(uriOf('file:///map/in/x%3E)%22.md'), folder)).toBe('../in/x%3E%29%22.md');
    expect(addressOf(uriOf('file:///d%3A/a.md'), uriOf('file:///c%3A/uit'))).toBe('file:///d%3A/a.md');
    expect(addressOf(uriOf('command:workbench.action.quit'), folder)).toBe('');
    expect(addressOf(uriOf('untitled:Untitled-1'), folder)).toBe('');
  });

  it('shares a folder with others', () => {
    const uris = ['file:///C:/p/a/x.md', 'file:///c%3A/p/a (1)/y.md'].map(uriOf);
    expect(commonFolder(uris)?.toString()).toBe('file:///c%3A/p');
    expect(commonFolder([...uris, uriOf('vscode-vfs://github/x.md')])).toBeUndefined();
    expect(commonFolder([])).toBeUndefined();
  });
});
