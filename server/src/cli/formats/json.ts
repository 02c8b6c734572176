import { placeField } from './place.js';
import type { Format } from './result.js';
import { SEVERITIES } from './result.js';

/** The findings as one list: zero-based, UTF-16, as in LSP. */
export const json: Format = ({ files }) =>
  `${JSON.stringify(
    files.flatMap(({ findings, ...read }) =>
      findings.map(({ code, level, from, to, message, opgaven, trend }) => ({
        file: read.file.name,
        code,
        severity: SEVERITIES[level],
        range: { start: read.document.positionAt(from), end: read.document.positionAt(to) },
        ...placeField(read, from),
        message,
        ...(opgaven === undefined ? {} : { opgave: opgaven[0], opgaven }),
        ...(trend === undefined ? {} : { trend }),
      })),
    ),
    null,
    1,
  )}\n`;
