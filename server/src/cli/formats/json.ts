import type { Format } from './result.js';
import { SEVERITIES } from './result.js';

/** The findings as one list: zero-based, UTF-16, as in LSP. */
export const json: Format = ({ files }) =>
  `${JSON.stringify(
    files.flatMap(({ file, document, findings }) =>
      findings.map(({ code, level, from, to, message, opgaven, trend }) => ({
        file: file.name,
        code,
        severity: SEVERITIES[level],
        range: { start: document.positionAt(from), end: document.positionAt(to) },
        message,
        ...(opgaven === undefined ? {} : { opgave: opgaven[0], opgaven }),
        ...(trend === undefined ? {} : { trend }),
      })),
    ),
    null,
    1,
  )}\n`;
