import { afterEach, describe, expect, it, vi } from 'vitest';

const editor = vi.hoisted(() => ({
  textDocuments: [] as { uri: string; version: number }[],
  applyEdit: vi.fn(async () => true),
}));
vi.mock('vscode', () => ({ workspace: editor, Uri: { parse: (uri: string) => uri } }));

const { applyVersioned } = await import('../../../client/src/commands/versioned-edit.js');

const URI = 'file:///een.md';
const editFor = (version: number) => ({ documentChanges: [{ textDocument: { uri: URI, version }, edits: [] }] });
const environment = {
  server: { client: { protocol2CodeConverter: { asWorkspaceEdit: async (edit: object) => edit } } },
};
const apply = (ask: () => Promise<ReturnType<typeof editFor> | null>) =>
  applyVersioned(environment as never, ask as never, 'hier is niets te doen.');

afterEach(() => editor.applyEdit.mockReset().mockResolvedValue(true));

describe('an edit of the server', () => {
  it('is applied to the text that it was made for', async () => {
    editor.textDocuments = [{ uri: URI, version: 7 }];
    await apply(async () => editFor(7));
    expect(editor.applyEdit).toHaveBeenCalledTimes(1);
  });

  it('made for an older text is asked for again, and the old one is never applied', async () => {
    editor.textDocuments = [{ uri: URI, version: 8 }];
    const answers = [editFor(7), editFor(8)];
    await apply(async () => answers.shift()!);
    expect(editor.applyEdit.mock.calls).toEqual([[editFor(8)]]);
  });

  it('is given up, with a sentence that says why, when the text goes on all the time', async () => {
    editor.textDocuments = [{ uri: URI, version: 9 }];
    await expect(apply(async () => editFor(7))).rejects.toThrow(
      'de tekst veranderde ondertussen. Probeer het opnieuw.',
    );
    expect(editor.applyEdit).not.toHaveBeenCalled();
  });

  it('that there is not is said in the words of whoever asked', async () => {
    await expect(apply(async () => null)).rejects.toThrow('hier is niets te doen.');
  });
});
