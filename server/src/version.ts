import { version } from '../../package.json';

/** The version of package.json, the one place where it is kept; the bundler takes nothing else from that file. */
export const VERSION: string = version;
