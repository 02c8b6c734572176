/** A figure with its unit, as it is printed. */
export const shownValue = ({ value, unit }) =>
  `${value.toLocaleString('nl-NL', { maximumFractionDigits: value < 10 ? 1 : 0 })} ${unit}`;

/** The rows of the benchmark as a Markdown table; what is over its limit has an exclamation mark. */
export function markdownTable(rows) {
  const lines = rows.map(({ what, limit, note, ...figure }) => {
    const over = limit !== undefined && figure.value > limit ? ' !' : '';
    const most = limit === undefined ? '' : shownValue({ value: limit, unit: figure.unit });
    return `| ${what.trim()} | ${shownValue(figure)}${over} | ${most} | ${note ?? ''} |`;
  });
  return ['| wat | gemeten | ten hoogste | daarbij |', '|---|--:|--:|---|', ...lines].join('\n');
}
