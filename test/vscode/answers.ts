import * as vscode from 'vscode';

/** The questions that a command asks a person, answered beforehand. */
type Question =
  | 'showQuickPick'
  | 'showInputBox'
  | 'showSaveDialog'
  | 'showOpenDialog'
  | 'showErrorMessage'
  | 'showInformationMessage'
  | 'showWarningMessage';

/**
 * Puts an answer in the place of a question of VS Code for as long as `during` takes, and gives what was asked.
 * A dialog cannot be clicked from inside the extension host; everything around it is real.
 */
export async function answering(
  question: Question,
  answer: (...asked: never[]) => unknown,
  during: () => Thenable<unknown>,
): Promise<unknown[][]> {
  const window = vscode.window as unknown as Record<Question, unknown>;
  const real = window[question];
  const asked: unknown[][] = [];
  window[question] = async (...parameters: unknown[]) => {
    asked.push(parameters);
    return (answer as (...asked: unknown[]) => unknown)(...parameters);
  };
  try {
    await during();
  } finally {
    window[question] = real;
  }
  return asked;
}

/** What a person can do at a quick pick. */
interface Person {
  type(text: string): void;
  take(item: vscode.QuickPickItem): void;
  leave(): void;
}

/** Runs `during`, which opens a quick pick that searches, with a person who acts whenever there are other items. */
async function atQuickPick(
  act: (items: readonly vscode.QuickPickItem[], person: Person) => void,
  during: () => Thenable<unknown>,
): Promise<void> {
  const window = vscode.window as unknown as { createQuickPick: typeof vscode.window.createQuickPick };
  const real = window.createQuickPick;
  window.createQuickPick = <T extends vscode.QuickPickItem>() => {
    const pick = real<T>();
    const accepted = new vscode.EventEmitter<void>();
    const typed = new vscode.EventEmitter<string>();
    let chosen: vscode.QuickPickItem | undefined;
    const person: Person = {
      type: (text) => typed.fire(text),
      take: (item) => {
        chosen = item;
        accepted.fire();
      },
      leave: () => pick.hide(),
    };
    return new Proxy(pick, {
      get: (target, key) => {
        if (key === 'selectedItems' && chosen) return [chosen];
        if (key === 'onDidAccept') return accepted.event;
        if (key === 'onDidChangeValue') return typed.event;
        const value = Reflect.get(target, key);
        return typeof value === 'function' ? value.bind(target) : value;
      },
      set: (target, key, value) => {
        Reflect.set(target, key, value);
        if (key === 'items') act(value as readonly vscode.QuickPickItem[], person);
        return true;
      },
    });
  };
  try {
    await during();
  } finally {
    window.createQuickPick = real;
  }
}

/**
 * Takes the first item whose label matches; as long as there is none, types.
 * @returns the labels that were seen last
 */
export async function picking(match: RegExp, during: () => Thenable<unknown>, type = ''): Promise<string[]> {
  let seen: string[] = [];
  await atQuickPick((items, person) => {
    seen = items.map(({ label }) => label);
    const item = items.find(({ label }) => match.test(label));
    if (item) person.take(item);
    else if (type !== '') person.type(type);
  }, during);
  return seen;
}

/** The descriptions that are offered for what is typed; nothing is taken. */
export async function offered(type: string, during: () => Thenable<unknown>): Promise<string[]> {
  let seen: string[] | undefined;
  await atQuickPick((items, person) => {
    if (seen) {
      seen = items.map(({ description }) => description ?? '');
      person.leave();
    } else {
      seen = [];
      person.type(type);
    }
  }, during);
  return seen ?? [];
}
