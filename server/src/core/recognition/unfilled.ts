/** What a paragraph that begins to take an opgave up leaves for the writer to fill in. */
export const QUESTION = 'Wat gaat u doen, voor wie, en wanneer?';
export const REASON = ', omdat …';

/** Whether something in a block is still to be filled in: as long as it is, the block takes nothing up. */
export const isUnfilled = (block: string): boolean => block.includes(QUESTION) || block.includes(REASON);
