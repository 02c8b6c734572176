/** The file that a study of a writer begins with. */
export const STUDY_FILE = 'studie.yaml';
