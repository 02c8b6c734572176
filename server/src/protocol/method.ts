/** Name of a request, with the types of what goes in and what comes back. */
export type Method<Params, Result> = string & { readonly types?: readonly [Params, Result] };

/** The name of one of our own requests. */
export const method = <Params, Result>(name: string): Method<Params, Result> => `opgavenwijzer/${name}`;
