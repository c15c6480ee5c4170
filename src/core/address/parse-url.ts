/** Parses an absolute URL; `undefined` when it is none. `URL.canParse` and `URL.parse` are younger than the oldest engines. */
export function parseUrl(text: string): URL | undefined {
  try {
    return new URL(text)
  } catch {
    return undefined
  }
}
