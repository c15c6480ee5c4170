/** Path of the page that redirects an old address, or why it can have none. */
export type RedirectPath = { path: string } | { fault: string }

// Names that the site uses itself, now or in a later version. Compared case-insensitively, as some file systems do.
const ownNames = new Set([
  'assets',
  'data',
  'posts',
  'browse',
  'feeds',
  'about',
  'calendar',
  'statistics',
  'index.html',
  '404.html',
])

// Device names on Windows, with any extension.
const device = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i

/** Most bytes of a file name on common file systems, and of a path in archives and object stores. */
const longest = { name: 255, path: 900 }

/**
 * The file that a host serves for an old address: the address itself when it ends in `.html`, `index.html` in a
 * folder, else the address with `.html` added. A fault when some common file system cannot store it.
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

/** Whether `toRedirectPath` could have returned a path. */
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

/** Folds a path: paths that any file system treats as equal fold to the same text. */
export function foldPath(path: string): string {
  return path.normalize('NFC').toLowerCase()
}
