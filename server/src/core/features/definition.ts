import type { Term } from '../study/model.js';
import { escapeMarkdown } from './escape-markdown.js';

/** What a term means, as Markdown on one line; what the study could not know yet stands apart and says so. */
export function definitionMarkdown({ definition, later }: Term): string {
  const said = escapeMarkdown(definition);
  return later === undefined ? said : `${said} *Na de studie (niet uit de studie zelf):* ${escapeMarkdown(later)}`;
}
