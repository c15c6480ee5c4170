/** Where the page of an old address lies in the site, or why it can have none. */
export type RedirectPath = { path: string } | { fault: string }

// Names the site uses itself, now or in a later version. Compared without regard to case, as some file systems do.
const ownNames = new Set([
  'assets',
  'data',
  'posts',
  'browse',
  'feeds',
  'about',
  'calendar',
  'index.html',
  '404.html',
])

// Devices of Windows, whatever follows the first dot.
const device = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i

/** Most bytes of one name on common file systems, and of a path that archives and object stores take. */
const longest = { name: 255, path: 900 }

/**
 * The file that a host looks for when it is asked for an old address: the address itself where it ends in `.html`, with that ending
 * where it has none, `index.html` of a folder. Only names that every common file system can hold.
 */
export function toRedirectPath(address: string): RedirectPath {
  const path = address.endsWith('/')
    ? `${address}index.html`
    : address.replace(/(?:\.html)?$/, '.html')
  const names = path.split('/')
  const [first = ''] = names
  if (ownNames.has(first.toLowerCase())) return { fault: 'the site has another file there' }
  const fault = names.map(findNameFault).find((found) => found !== undefined)
  if (fault !== undefined) return { fault }
  return Buffer.byteLength(path) > longest.path ? { fault: 'it is too long' } : { path }
}

/** Whether a path is one that `toRedirectPath` may have given. */
export function isRedirectPath(path: string): boolean {
  const place = toRedirectPath(path)
  return 'path' in place && place.path === path
}

function findNameFault(name: string): string | undefined {
  if (name === '' || /^\.|[. ]$|[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}<>:"|?*\\]/u.test(name)) {
    return `not every file system takes the name "${name}"`
  }
  if (device.test(name)) return `"${name}" is a device on Windows`
  return Buffer.byteLength(name) > longest.name ? `the name "${name}" is too long` : undefined
}

/** What two paths have in common that are one on some file system. */
export function foldPath(path: string): string {
  return path.normalize('NFC').toLowerCase()
}
