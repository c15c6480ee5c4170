import { decodePath } from '#core/address/parse-permalink.ts'
import { parseUrl } from '#core/address/parse-url.ts'
import type { PathSource } from './path-rules.ts'

/** Where a site is, as far as further addresses of its posts can tell it. */
export interface AliasPlace {
  /** Host of the site; absent when not known. */
  host?: string | undefined
  /** Folder of the site on its host: `/news`; empty for none. */
  baseurl?: string | undefined
}

/**
 * Paths of the further addresses of a post (`aliases`, `redirect_from`) on its site: decoded, starting with `/`, without
 * the folder of the site. Whole addresses on other hosts have none.
 * @param own path of the post, to whose folder Hugo's aliases without a slash are relative.
 */
export function toAliasPaths(
  { addressFields }: Pick<PathSource, 'addressFields'>,
  place: AliasPlace,
  own: string | undefined,
): string[] {
  const paths = (addressFields?.aliases ?? []).flatMap((alias) => toPaths(alias, place, own))
  return [...new Set(paths)]
}

function toPaths(alias: string, { host, baseurl = '' }: AliasPlace, own: string | undefined) {
  const isWhole = /^(?:https?:)?\/\//i.test(alias)
  const url = isWhole ? parseUrl(alias.replace(/^\/\//, 'https://')) : undefined
  if (isWhole && (url === undefined || (host !== undefined && url.host !== host))) return []
  const written = decodePath(url?.pathname ?? alias.replace(/[?#].*$/, ''))
  if (written === undefined || written === '') return []
  const below =
    isWhole && baseurl !== '' && written.startsWith(`${baseurl}/`)
      ? written.slice(baseurl.length)
      : written
  if (below.startsWith('/')) return [tidy(below)]
  const folder = (own ?? '/').replace(/\/+$/, '').replace(/[^/]*$/, '')
  return [tidy(`/${below}`), tidy(`/${folder}${below}`)]
}

function tidy(path: string): string {
  const parts: string[] = []
  for (const part of path.split('/').slice(1)) {
    if (part === '..') parts.pop()
    else if (part !== '.' && part !== '') parts.push(part)
  }
  return `/${parts.join('/')}${path.endsWith('/') && parts.length > 0 ? '/' : ''}`
}
