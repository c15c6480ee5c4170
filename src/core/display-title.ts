/** What a title can be made of; the fields of a post's row. */
export interface TitleParts {
  id: string
  title?: string | undefined
  excerpt?: string | undefined
  slug?: string | undefined
}

const excerptCharacters = 40

/** The title a list or page shows: the post's own, else the beginning of its text, else its file name. Never a made-up one. */
export function toDisplayTitle({ id, title, excerpt, slug }: TitleParts): string {
  if (title !== undefined) return title
  if (excerpt === undefined) return slug ?? id
  const characters = Array.from(excerpt)
  return characters.length > excerptCharacters
    ? `${characters.slice(0, excerptCharacters).join('').trimEnd()}…`
    : excerpt
}
