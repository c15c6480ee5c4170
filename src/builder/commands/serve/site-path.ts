import { parsePostId } from '#core/post/post-id.ts'
import { keysPath } from '#contract/signing/keys-file.ts'
import { sumsPath } from '#contract/sums-file.ts'
import { headersPath } from '#builder/site/hosts/headers-file.ts'

/**
 * Target of a request. `page`: an HTML file, with the file that stands in when it is missing. `file`: any other file
 * below the site's folder. `elsewhere`: a path outside the site's base.
 */
export type SiteTarget =
  | { kind: 'page'; path: string; fallback?: string }
  | { kind: 'file'; path: string }
  | { kind: 'missing' }
  | { kind: 'elsewhere' }

/** Folders of files, and files whose names have no extension. */
const fileNames = new Set(['data', 'assets', sumsPath, keysPath])

/** Maps the path of a URL (without query) to a target of the site at `base` (leading and trailing `/`). */
export function toSiteTarget(pathname: string, base: string): SiteTarget {
  if (!pathname.startsWith(base)) return { kind: 'elsewhere' }
  const path = decodePath(pathname.slice(base.length))
  if (path === undefined) return { kind: 'missing' }
  const parts = path.replace(/\/$/, '').split('/')
  // The site's marker and temp files begin with a dot.
  if (parts.some((part) => part.startsWith('.')) || path === headersPath) return { kind: 'missing' }
  const [first = '', second = ''] = parts
  if (parts.length === 1 && ['', 'index.html'].includes(first)) {
    return { kind: 'page', path: 'index.html' }
  }
  if (parts.length === 1 && ['about', 'calendar'].includes(first)) {
    return { kind: 'page', path: `${first}/index.html` }
  }
  if (first === 'browse' && !path.endsWith('.html')) {
    return { kind: 'page', path: `${parts.join('/')}/index.html` }
  }
  if (first === 'posts' && parts.length === 2 && parsePostId(second) !== undefined) {
    return { kind: 'page', path: `posts/${second}/index.html`, fallback: '404.html' }
  }
  if (path.endsWith('.html')) return { kind: 'page', path }
  if (path.endsWith('/')) return { kind: 'page', path: `${path}index.html` }
  // As hosts do: an address may omit the extension.
  return parts.at(-1)?.includes('.') === true || fileNames.has(first)
    ? { kind: 'file', path }
    : { kind: 'page', path: `${path}/index.html`, fallback: `${path}.html` }
}

function decodePath(path: string): string | undefined {
  try {
    const decoded = decodeURIComponent(path)
    return /[\0\\]/.test(decoded) ? undefined : decoded
  } catch {
    return undefined
  }
}
