/** The fields of a post's row that can contribute to its title. */
export interface TitleParts {
  id: string
  title?: string | undefined
  excerpt?: string | undefined
  slug?: string | undefined
  author?: string | undefined
  tags?: readonly string[] | undefined
  sourceHost?: string | undefined
  sourceName?: string | undefined
}

const excerptCharacters = 40

// A dash separates a site name only between spaces. A bar, including the wide ones used in Chinese, needs no spaces.
const suffixPattern = /^(.*\S)(?:\s+[-–—_]\s+|\s*[|｜丨]\s*)(\S.*)$/su

/**
 * Returns the title to show: the post's own without the site name at its end, otherwise the beginning of its text,
 * otherwise its file name. Never an invented one.
 */
export function toDisplayTitle(parts: TitleParts): string {
  const { id, title, excerpt, slug } = parts
  if (title !== undefined) return dropSiteName(title, parts)
  if (excerpt === undefined) return slug ?? id
  const characters = Array.from(excerpt)
  return characters.length > excerptCharacters
    ? `${characters.slice(0, excerptCharacters).join('').trimEnd()}…`
    : excerpt
}

/** Many pages append the site name to the title. The row already shows it next to the title. */
function dropSiteName(
  title: string,
  { author, tags = [], sourceHost, sourceName }: TitleParts,
): string {
  const [, short, suffix] = suffixPattern.exec(title) ?? []
  if (short === undefined || suffix === undefined) return title
  const site = sourceHost?.replace(/^www\./, '').split('.')[0]
  const name = toFolded(suffix)
  const isKnown = [author, site, sourceName, ...tags].some(
    (known) => toFolded(known ?? '') === name,
  )
  return isKnown ? short : title
}

function toFolded(name: string): string {
  return name.normalize('NFKC').toLowerCase().trim()
}
