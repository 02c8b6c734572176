/** What can be cited, as the preview needs it. */
export type { SourceTable } from '../core/features/source-table.js';
