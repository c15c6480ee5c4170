import { useEffect } from 'react'
import type { Manifest } from '#contract/manifest.ts'
import { isQuiet, siteBase } from '#reader/links/paths.ts'
import { PageHead, type PageAddresses } from './page-head.ts'

type NamedSite = Pick<Manifest, 'address' | 'canonical'>

const pageHead = new PageHead(document, toFolderPath(location.pathname))

/**
 * Names this page in the head of the document, as its prerendered page does: by its address in the archive, an article
 * by its original where the archive is built that way.
 * @param site - what the manifest says of the site's address.
 * @param path - router path of the page; `undefined` for one that the archive does not have.
 * @param original - address of an article's original.
 */
export function usePageAddress(site: NamedSite, path: string | undefined, original?: string): void {
  const { canonical, own } = toAddresses(site, path, original)
  useEffect(() => {
    const [pathname = ''] = (path ?? '').split('?')
    pageHead.show(toFolderPath(siteBase + pathname.slice(1)), { canonical, own })
  }, [path, canonical, own])
}

/** The addresses of the page at a router path. */
export function toAddresses(
  { address, canonical }: NamedSite,
  path: string | undefined,
  original: string | undefined,
): PageAddresses {
  if (path === undefined) return { canonical: undefined, own: undefined }
  const [pathname = '', search] = path.split('?')
  const query = search === undefined ? '' : `${isQuiet ? '#' : ''}?${search}`
  const own = address === undefined ? undefined : address + toFolderPath(pathname).slice(1) + query
  return { canonical: canonical === 'original' ? (original ?? own) : (own ?? original), own }
}

/** Pages are folders: hosts redirect their paths without a slash at the end. */
function toFolderPath(path: string): string {
  return path.endsWith('/') ? path : `${path}/`
}
