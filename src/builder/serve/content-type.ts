import { feedForms, feedListPath, parseFeedFormat } from '#core/feed-path.ts'
import { webManifestPath } from '../write/web-manifest.ts'

/**
 * Media type of a file of a site where the end of its name does not tell a server or tells too little; `undefined` for all others.
 */
export function toContentType(path: string): string | undefined {
  if (path === webManifestPath) return 'application/manifest+json'
  if (path === feedListPath) return 'text/x-opml; charset=utf-8'
  const format = parseFeedFormat(path)
  return format === undefined ? undefined : `${feedForms[format].type}; charset=utf-8`
}
