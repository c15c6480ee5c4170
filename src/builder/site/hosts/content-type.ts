import { extname } from 'node:path'
import { keysPath } from '#contract/signing/keys-file.ts'
import { sumsPath } from '#contract/sums-file.ts'
import { feedForms, feedListPath, parseFeedFormat } from '#core/address/feed-path.ts'

const textTypes: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.minisig': 'text/plain; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.xml': 'application/xml; charset=utf-8',
}

const pictureTypes: Readonly<Record<string, string>> = {
  '.avif': 'image/avif',
  '.gif': 'image/gif',
  '.ico': 'image/x-icon',
  '.jpg': 'image/jpeg',
  '.png': 'image/png',
  '.webp': 'image/webp',
}

/** Media type of a site's file by its path below the site's folder, the same for all ways of serving and uploading. */
export function toContentType(path: string): string {
  if (path === feedListPath) return 'text/x-opml; charset=utf-8'
  const format = parseFeedFormat(path)
  if (format !== undefined) return `${feedForms[format].type}; charset=utf-8`
  const end = path === sumsPath || path === keysPath ? '.txt' : extname(path)
  return textTypes[end] ?? pictureTypes[end] ?? 'application/octet-stream'
}

/** Whether a file is a picture that compression cannot make smaller; SVG is text. */
export function isPicture(path: string): boolean {
  return extname(path) in pictureTypes
}
