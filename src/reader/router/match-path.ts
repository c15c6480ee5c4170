/** What an address says in the places of a pattern that begin with a colon. */
export type PathParams = Readonly<Record<string, string>>

/**
 * Compares a path with a pattern like `/posts/:id`. A pattern ends with `*` to match everything below it. Case and slashes at
 * the end make no difference.
 * @returns `undefined` when the path does not match.
 */
export function matchPath(pattern: string, pathname: string): PathParams | undefined {
  const isOpen = pattern.endsWith('*')
  const names = toParts(isOpen ? pattern.slice(0, -1) : pattern)
  const parts = toParts(pathname)
  if (isOpen ? parts.length < names.length : parts.length !== names.length) return undefined
  const params: Record<string, string> = {}
  for (const [at, name] of names.entries()) {
    const part = decode(parts[at] ?? '')
    if (name.startsWith(':') && part !== '') params[name.slice(1)] = part
    else if (name.toLowerCase() !== part.toLowerCase()) return undefined
  }
  return params
}

function toParts(path: string): string[] {
  const inner = path.replaceAll(/^\/+|\/+$/g, '')
  return inner === '' ? [] : inner.split('/')
}

/** Somebody may have typed an address that says nothing in UTF-8. */
function decode(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch (error) {
    if (error instanceof URIError) return part
    throw error
  }
}
