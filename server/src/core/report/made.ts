/** When and with what a report was made, for its foot. */
export const made = (date: Date, version: string): string =>
  `Gemaakt op ${date.toLocaleDateString('nl-NL', { dateStyle: 'long' })} met Opgavenwijzer ${version}.`;
