import * as vscode from 'vscode';

/** The questions that a command asks a person, answered beforehand. */
type Question =
  | 'showQuickPick'
  | 'showInputBox'
  | 'showSaveDialog'
  | 'showOpenDialog'
  | 'showErrorMessage'
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

/**
 * Runs `during`, which opens a quick pick that searches, types, and takes the first item that matches.
 * @param type what a person would have typed; the pick is asked again with it
 */
export async function picking(match: RegExp, during: () => Thenable<unknown>, type = ''): Promise<string[]> {
  const window = vscode.window as unknown as { createQuickPick: typeof vscode.window.createQuickPick };
  const real = window.createQuickPick;
  let seen: string[] = [];
  window.createQuickPick = <T extends vscode.QuickPickItem>() => {
    const pick = real<T>();
    const accepted = new vscode.EventEmitter<void>();
    const typed = new vscode.EventEmitter<string>();
    let chosen: T | undefined;
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
        if (key === 'items') {
          seen = (value as T[]).map(({ label }) => label);
          chosen = (value as T[]).find(({ label }) => match.test(label));
          if (chosen) accepted.fire();
          else if (type !== '') typed.fire(type);
        }
        return true;
      },
    });
  };
  try {
    await during();
  } finally {
    window.createQuickPick = real;
  }
  return seen;
}
