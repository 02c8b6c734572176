/** Says how many of something were left out; nothing when there are none. */
export function left(count: number, one: string, many: string, where = ''): string[] {
  if (count === 0) return [];
  const place = where && ` ${where}`;
  return [count === 1 ? `1 ${one}${place} is weggelaten.` : `${count} ${many}${place} zijn weggelaten.`];
}

export const CHANGES = 'Bijgehouden wijzigingen zijn gelezen alsof zij zijn aanvaard.';
