/** What a run ends as that does not end by itself. */
export const HANG = Symbol('hang');

/**
 * Bites after a time, unless it is stopped.
 * @param {number} timeout in milliseconds
 * @returns {{ bite: Promise<typeof HANG>, stop: () => void }}
 */
export function watchdog(timeout) {
  /** @type {NodeJS.Timeout | undefined} */
  let timer;
  /** @type {Promise<typeof HANG>} */
  const bite = new Promise((settle) => {
    timer = setTimeout(() => settle(HANG), timeout);
  });
  return { bite, stop: () => clearTimeout(timer) };
}
