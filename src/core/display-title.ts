/** What a title can be made of; the fields of a post's row. */
export interface TitleParts {
  id: string
  title?: string | undefined
  excerpt?: string | undefined
  slug?: string | undefined
  author?: string | undefined
  tags?: readonly string[] | undefined
  sourceHost?: string | undefined
}

const excerptCharacters = 40

// A dash parts a site's name only between spaces; a bar, as wide as Chinese writes it, does without.
const suffixPattern = /^(.*\S)(?:\s+[-–—_]\s+|\s*[|｜丨]\s*)(\S.*)$/su

/**
 * The title a list or page shows: the post's own without the name of its site at the end, else the beginning of its text,
 * else its file name. Never a made-up one.
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

/** Pages print their site's name behind the title; the row says it beside the title already. */
function dropSiteName(title: string, { author, tags = [], sourceHost }: TitleParts): string {
  const [, short, suffix] = suffixPattern.exec(title) ?? []
  if (short === undefined || suffix === undefined) return title
  const site = sourceHost?.replace(/^www\./, '').split('.')[0]
  const name = toFolded(suffix)
  const isKnown = [author, site, ...tags].some((known) => toFolded(known ?? '') === name)
  return isKnown ? short : title
}

function toFolded(name: string): string {
  return name.normalize('NFKC').toLowerCase().trim()
}
