/**
 * Makes the heads of a table buttons that sort it: numbers from high to low first, words from a to z.
 * @returns sorts the rows again as they were sorted last, after they changed
 */
export function sortable(table: HTMLTableElement): () => void {
  const body = table.tBodies[0]!;
  const heads = [...table.tHead!.rows[0]!.cells];
  let by: { readonly column: number; readonly down: boolean } | undefined;
  const sort = (): void => {
    if (!by) return;
    const { column, down } = by;
    const isNumber = heads[column]!.classList.contains('number');
    const keyed = [...body.rows].map((row) => [keyOf(row.cells[column]!), row] as const);
    keyed.sort(([a], [b]) => (isNumber ? numberIn(a) - numberIn(b) : a.localeCompare(b, 'nl', { numeric: true })));
    if (down) keyed.reverse();
    body.append(...keyed.map(([, row]) => row));
  };
  for (const [column, head] of heads.entries()) {
    if (head.tagName !== 'TH') continue;
    const button = document.createElement('button');
    button.type = 'button';
    button.append(...head.childNodes);
    head.append(button);
    button.addEventListener('click', () => {
      const first = head.classList.contains('number');
      by = { column, down: by?.column === column ? !by.down : first };
      for (const other of heads) other.removeAttribute('aria-sort');
      head.setAttribute('aria-sort', by.down ? 'descending' : 'ascending');
      sort();
    });
  }
  return sort;
}

const keyOf = (cell: HTMLElement): string => cell.dataset.order ?? cell.textContent ?? '';

const numberIn = (text: string): number => Number.parseFloat(text.replace(',', '.'));
