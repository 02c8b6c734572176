import { createHash } from 'node:crypto';
import { isAbsolute, resolve } from 'node:path';
import type { ArtifactLocation, Location, Log, Notification, ReportingDescriptor, Result } from 'sarif';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import {
  exampleOf,
  type Finding,
  HOMEPAGE,
  pageOfRule,
  RULES,
  type Rule,
  type StudyIndex,
  type Suppressed,
} from '../../core/index.js';
import { fileUri } from '../../project/uris.js';
import { VERSION } from '../../version.js';
import { labelAt } from './place.js';
import type { CheckedFile, CheckResult, Format } from './result.js';

/** Relative paths are relative to the folder in which the command was started. */
const BASE = 'SRCROOT';

const LEVELS: Readonly<Record<Rule['level'], 'error' | 'warning' | 'note' | 'none'>> = {
  fout: 'error',
  waarschuwing: 'warning',
  informatie: 'note',
  hint: 'note',
  uit: 'none',
};

/** SARIF 2.1.0, as code scanning and its viewers read it. Findings that a comment silences stay, as suppressed. */
export const sarif: Format = (result) => {
  const log: Log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'Opgavenwijzer',
            informationUri: HOMEPAGE,
            version: VERSION,
            semanticVersion: VERSION,
            language: 'nl',
            rules: RULES.map((rule) => descriptor(rule, result.study)),
          },
        },
        language: 'nl-NL',
        columnKind: 'utf16CodeUnits',
        originalUriBaseIds: { [BASE]: { description: { text: 'De map waarin opgavenwijzer is gestart.' } } },
        invocations: [
          {
            executionSuccessful: result.problems.length === 0,
            toolExecutionNotifications: result.problems.map(notification),
          },
        ],
        artifacts: result.files.map(({ file, places }) => ({
          location: artifactOf(file.name),
          ...(places ? {} : { sourceLanguage: 'markdown' }),
        })),
        results: resultsOf(result),
      },
    ],
  };
  return `${JSON.stringify(log, null, 1)}\n`;
};

function descriptor(rule: Rule, study: StudyIndex): ReportingDescriptor {
  const help = `${rule.description}\n\n${rule.remedy}`;
  return {
    id: rule.code,
    shortDescription: { text: rule.title },
    fullDescription: { text: rule.description },
    help: { text: help, markdown: `${help}\n\n\`\`\`markdown\n${exampleOf(rule, study)}\n\`\`\`` },
    helpUri: pageOfRule(rule.code),
    defaultConfiguration: { level: LEVELS[rule.level], enabled: rule.level !== 'uit' },
  };
}

const notification = (problem: string): Notification => ({ level: 'error', message: { text: problem } });

function resultsOf({ files }: CheckResult): Result[] {
  return files.flatMap((file) => {
    const seen = new Map<string, number>();
    return [...file.findings, ...file.suppressed]
      .sort((a, b) => a.from - b.from)
      .map((finding) => resultOf(file, finding, seen));
  });
}

function resultOf(file: CheckedFile, finding: Finding | Suppressed, seen: Map<string, number>): Result {
  const { code, level, from, to, message, opgaven, trend } = finding;
  const { document } = file;
  const label = labelAt(file, from);
  return {
    ruleId: code,
    ruleIndex: RULES.findIndex((rule) => rule.code === code),
    level: LEVELS[level],
    message: { text: label === undefined ? message : `${label}: ${message}` },
    locations: [locationOf(file, from, to)],
    ...(opgaven === undefined
      ? {}
      : { properties: { opgave: opgaven[0], opgaven, ...(trend === undefined ? {} : { trend }) } }),
    partialFingerprints: { 'opgavenwijzer/v1': fingerprint(document, finding, seen) },
    ...('suppressedBy' in finding
      ? { suppressions: [suppression(file, finding)] }
      : // Says to viewers that suppression was looked for: an empty list means "not suppressed".
        { suppressions: [] }),
  };
}

function suppression(file: CheckedFile, { suppressedBy: { from, to } }: Suppressed) {
  const reason = /--\s+([^>]+?)\s*-->$/.exec(file.document.getText().slice(from, to).slice(4))?.[1];
  return {
    kind: 'inSource' as const,
    status: 'accepted' as const,
    location: locationOf(file, from, to),
    ...(reason ? { justification: reason } : {}),
  };
}

/** What is no Markdown has no lines that someone could look up. */
function locationOf({ file, document, places }: CheckedFile, from: number, to: number): Location {
  const artifactLocation = artifactOf(file.name);
  if (places) return { physicalLocation: { artifactLocation } };
  const start = document.positionAt(from);
  const end = document.positionAt(to);
  return {
    physicalLocation: {
      artifactLocation,
      region: {
        startLine: start.line + 1,
        startColumn: start.character + 1,
        endLine: end.line + 1,
        endColumn: end.character + 1,
        snippet: { text: document.getText().slice(from, to) },
      },
    },
  };
}

function artifactOf(name: string): ArtifactLocation {
  if (isAbsolute(name) || name.startsWith('..')) return { uri: fileUri(resolve(name)).toString() };
  return { uri: name.split('/').map(encodeURIComponent).join('/'), uriBaseId: BASE };
}

/**
 * The same finding keeps its fingerprint when text moves around it: the rule and the opgaven (or else the words) count,
 * lines do not. The same twice in a file is told apart by its order.
 */
function fingerprint(document: TextDocument, { code, opgaven, from, to }: Finding, seen: Map<string, number>): string {
  const words = document.getText().slice(from, to).replace(/\s+/g, ' ').toLowerCase();
  const hash = createHash('sha256')
    .update([code, ...(opgaven ?? [words])].join('\0'))
    .digest('hex')
    .slice(0, 32);
  const order = (seen.get(hash) ?? 0) + 1;
  seen.set(hash, order);
  return `${hash}:${order}`;
}
