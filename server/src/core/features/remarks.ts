import type { Publication } from '../study/model.js';
import { escapeMarkdown } from './escape-markdown.js';

/** What opens a remark on what has been overtaken since: it stands apart from what the study says. */
export const LATER = 'Na de studie (niet uit de studie zelf)';

/** What opens a remark on a slip of the study's own. */
export const ERRATUM = 'Vergissing in de studie';

/** `Herman Tjeenk Willink (2018), *Groter denken, kleiner doen*`, as Markdown. */
export const publicationMarkdown = ({ author, year, title }: Publication): string =>
  `${escapeMarkdown(author)} (${year}), *${escapeMarkdown(title)}*`;
