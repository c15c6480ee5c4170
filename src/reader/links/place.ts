// Where this reader runs: on a host. In a lifeboat, one file that is opened from disk, `one-file/place.ts` stands here.

/** Whether the reader and its archive are one file. Then there is no host, no newer build, and no page beside this one. */
export const isOneFile: boolean = false

/** Scheme and host of the addresses that the router reads. */
export function toSiteOrigin(): string {
  return globalThis.location.origin
}

/** What every address of the reader begins with in a link; absent = the site's folder. */
export const linkStart: string | undefined = undefined
