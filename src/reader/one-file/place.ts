// In place of `links/place.ts`.

/** Whether the reader and its archive are one file. */
export const isOneFile: boolean = true

/** Scheme and host of the addresses that the router reads: they lead nowhere, RFC 2606. */
export function toSiteOrigin(): string {
  return 'https://lifeboat.invalid'
}

/** What every address of the reader begins with in a link. What follows `#` reaches no host. */
export const linkStart: string | undefined = '#/'
