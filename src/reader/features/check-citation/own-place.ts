import { parseUrl } from '#core/address/parse-url.ts'

/** What an address may name in this archive: a post by what stands for its id, or a page of the site that it was. */
export type OwnPlace = { id: string } | { path: string }

/**
 * What an address of this site, or of a copy in one file, names in it; `undefined` for addresses of others.
 * @param starts - how addresses of this site begin, each with `/` at its end; scheme and `www.` do not count.
 */
export function toOwnPlace(address: string, starts: readonly string[]): OwnPlace | undefined {
  const url = parseUrl(address)
  if (url === undefined) return undefined
  const start = starts.find((own) => isBelow(url, parseUrl(own)))
  // A file on a disk has no host that would tell whose copy it is.
  if (start === undefined && url.protocol !== 'file:') return undefined
  const [, inFile] = /^#\/posts\/([\w-]+)/.exec(url.hash) ?? []
  if (inFile !== undefined) return { id: inFile }
  if (start === undefined) return undefined
  const path = `/${url.pathname.slice(parseUrl(start)?.pathname.length)}`
  const [, id] = /^\/posts\/([\w-]+)/.exec(path) ?? []
  return id === undefined ? { path } : { id }
}

function isBelow(url: URL, start: URL | undefined): boolean {
  return (
    start !== undefined &&
    isPage(url) &&
    isPage(start) &&
    toHost(url) === toHost(start) &&
    url.pathname.startsWith(start.pathname)
  )
}

function isPage({ protocol }: URL): boolean {
  return protocol === 'https:' || protocol === 'http:'
}

function toHost({ host }: URL): string {
  return host.replace(/^www\./, '')
}
