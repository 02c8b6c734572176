/** Where the keyboard is: a row, and in it a part (the sentence, an action); the row itself is the part ''. */
export interface Place {
  readonly opgave: string;
  readonly part: string;
  /** Number of the row, for when the row itself is gone. */
  readonly index: number;
  /** Whether the board has the keyboard, or only remembers the place. */
  readonly focused: boolean;
}

/**
 * The keyboard in the list: one stop for Tab, arrows to the rows and along the parts of a row, Home and End to its ends.
 * A row and its parts bear `data-part`.
 */
export class Keyboard {
  private stop: HTMLElement | undefined;

  constructor(private readonly list: HTMLElement) {
    list.addEventListener('focusin', ({ target }) => {
      const part = (target as HTMLElement).closest<HTMLElement>('[data-part]');
      if (part) this.setStop(part);
    });
    list.addEventListener('keydown', (event) => {
      if (event.altKey || event.ctrlKey || event.metaKey) return;
      const to = this.from(event.target as HTMLElement, event.key);
      if (!to) return;
      event.preventDefault();
      to.focus();
    });
  }

  place(): Place | undefined {
    const row = this.stop?.closest<HTMLElement>('[role=row]');
    if (!row) return undefined;
    return {
      opgave: row.dataset.opgave ?? '',
      part: this.stop?.dataset.part ?? '',
      index: this.rows.indexOf(row),
      focused: document.activeElement === this.stop,
    };
  }

  /** After all was drawn anew: the same part of the same opgave, else the row, else the row that came in its place. */
  restore(place: Place | undefined): void {
    const { rows } = this;
    for (const one of this.list.querySelectorAll<HTMLElement>('[data-part]')) one.tabIndex = -1;
    const row = place && (this.rowOf(place.opgave) ?? rows[Math.min(place.index, rows.length - 1)]);
    const to = row && (partsOf(row).find(({ dataset }) => dataset.part === place.part) ?? row);
    this.stop = undefined;
    if (to ?? rows[0]) this.setStop(to ?? rows[0]!);
    if (place?.focused) to?.focus({ preventScroll: true });
  }

  /** Brings a row in sight, and lets Tab lead to it. */
  show(opgave: string): void {
    const row = this.rowOf(opgave);
    if (!row) return;
    this.setStop(row);
    row.scrollIntoView({ block: 'nearest' });
    if (this.list.contains(document.activeElement)) row.focus();
  }

  private get rows(): HTMLElement[] {
    return [...this.list.querySelectorAll<HTMLElement>('[role=row]')];
  }

  private rowOf(opgave: string): HTMLElement | undefined {
    return this.rows.find(({ dataset }) => dataset.opgave === opgave);
  }

  private setStop(part: HTMLElement): void {
    if (this.stop) this.stop.tabIndex = -1;
    part.tabIndex = 0;
    this.stop = part;
  }

  private from(target: HTMLElement, key: string): HTMLElement | undefined {
    const row = target.closest<HTMLElement>('[role=row]');
    if (!row) return undefined;
    const { rows } = this;
    const parts = partsOf(row);
    const part = parts.indexOf(target);
    switch (key) {
      case 'ArrowDown':
        return rows[rows.indexOf(row) + 1];
      case 'ArrowUp':
        return rows[rows.indexOf(row) - 1];
      case 'ArrowRight':
        return parts[part + 1];
      case 'ArrowLeft':
        return parts[part - 1];
      case 'Home':
        return rows[0];
      case 'End':
        return rows.at(-1);
      default:
        return undefined;
    }
  }
}

/** A row and what can be pressed in it. */
const partsOf = (row: HTMLElement): HTMLElement[] => [row, ...row.querySelectorAll<HTMLElement>('[data-part]')];
