const htmlName = /\.html?$/i
const bundleName = /^index(?=\.)/i

/** Markup that is not read, by the ending of its files: reported by its name, because somebody wrote it as a post. */
const unreadMarkup: Readonly<Record<string, string>> = {
  adoc: 'AsciiDoc',
  asciidoc: 'AsciiDoc',
  org: 'Org',
  rst: 'reStructuredText',
  textile: 'Textile',
  wiki: 'wiki text',
}

export function isHtmlName(name: string): boolean {
  return htmlName.test(name)
}

/** Name of the markup of a file that is meant as a text but not read; `undefined` for any other file. */
export function nameUnreadMarkup(name: string): string | undefined {
  const ending = name.slice(name.lastIndexOf('.') + 1).toLowerCase()
  return Object.hasOwn(unreadMarkup, ending) ? unreadMarkup[ending] : undefined
}

/** Folders that hold posts: where they are written, and where they are put away. */
export const postFolders: ReadonlySet<string> = new Set(['_posts', 'archived'])

/** Whether a folder only sorts posts by time or by state (`_posts`, `archived`, `2020-03-09`), so that they may move. */
export function isPassingFolder(name: string): boolean {
  return postFolders.has(name) || name === '_drafts' || /^\d[\d_-]*$/.test(name)
}

/**
 * The name by which a post is known: its file's, or for a page bundle (`fog-horn/index.md`) that of the bundle
 * (`fog-horn.md`).
 * @param folder path of the file's folder below the collection, with `/`; empty for the collection itself.
 * @param name base name of the file.
 */
export function toPostName(folder: string, name: string): string {
  if (!bundleName.test(name)) return name
  const bundle = folder.slice(folder.lastIndexOf('/') + 1)
  return bundle === '' || postFolders.has(bundle) ? name : name.replace(bundleName, () => bundle)
}

/** The same for a path as in `PostFile.file`, which begins with the collection. */
export function toPostNameOfFile(file: string): string {
  const base = file.lastIndexOf('/')
  const below = file.indexOf('/')
  return toPostName(base > below ? file.slice(below + 1, base) : '', file.slice(base + 1))
}
