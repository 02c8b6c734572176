/** Where the project lives; shown as a link, never visited by the program itself. */
export const HOMEPAGE = 'https://github.com/opgavenwijzer/opgavenwijzer';

/** The page of the documentation about a rule. */
export const pageOfRule = (code: string): string => `${HOMEPAGE}/blob/main/docs/meldingen/${code}.md`;
