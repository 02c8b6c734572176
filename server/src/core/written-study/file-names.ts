/** The file that a study begins with. */
export const STUDY_FILE = 'studie.yaml';

/** Is this the name of a file that a study may consist of? */
export const isStudyPart = (name: string): boolean => /\.ya?ml$/i.test(name);

/** Of the paths in a folder those of the files that make up a study, in the order in which they are read. */
export const filesOfStudy = (paths: readonly string[]): string[] => [
  STUDY_FILE,
  ...paths
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => isStudyPart(path) && path !== STUDY_FILE)
    .sort(),
];
