import { splitLanguageName, toFolderLanguage } from '../text/language-name.ts'
import { isPassingFolder } from './post-name.ts'

/** What the folder of a post says besides that it is one. Absent for folders that say nothing (`_posts`). */
export interface PostPlace {
  /** Folders that keep posts of one name apart, with `/`: `news`, `tech/boats`; may be empty. */
  section: string
  /** BCP 47 language of the posts, where a folder is named by it beside folders of other languages. */
  language?: string
  /** Set when files of the folder are named by languages too: `tide.fr.md`. */
  hasLanguageNames?: true
  /** Set where the whole collection is named by a language, beside collections of other languages. */
  edition?: Edition
}

/** What a collection is of a site that is kept as one folder a language: `site/en/_posts`, `site/fr/_posts`. */
export interface Edition {
  /** Path of the folder around them. */
  site: string
  /** BCP 47. */
  language: string
}

/** Number of sibling folders with names of languages from which on they are taken for languages. */
const leastLanguages = 2

/**
 * Reads what folders say about their posts. Folders that only sort by time or state (`_posts`, `archived/2020-03-09`) say
 * nothing: there a post may move and stays the same.
 * @param files the posts of a collection; folders are paths below it, with `/`.
 * @param edition what the whole collection is, where it is one of a language.
 */
export function findPostPlaces(
  files: Iterable<{ folder: string; name: string }>,
  edition?: Edition,
): Map<string, PostPlace> {
  const folders = new Map<string, boolean>()
  for (const { folder, name } of files) {
    if (folders.get(folder) === true) continue
    folders.set(folder, splitLanguageName(name) !== undefined)
  }
  const paths = Array.from(folders, ([folder, hasNames]) => ({
    folder,
    parts: folder.split('/'),
    names: hasNames ? { hasLanguageNames: true as const } : {},
  }))
  const isLanguage = findLanguageFolders(paths.map(({ parts }) => parts))
  const places = new Map<string, PostPlace>()
  for (const { folder, parts, names } of paths) {
    const at = parts.findIndex((_, end) => isLanguage.has(parts.slice(0, end + 1).join('/')))
    const language = at === -1 ? undefined : toFolderLanguage(parts[at] ?? '')
    const section = parts
      .filter((part, index) => index !== at && part !== '' && !isPassingFolder(part))
      .join('/')
    const place = {
      section,
      ...(language === undefined ? {} : { language }),
      ...names,
      ...(edition === undefined ? {} : { edition }),
    }
    if (section !== '' || Object.keys(place).length > 1) places.set(folder, place)
  }
  return places
}

/** Paths of folders that are named by a language and have such a folder beside them. */
function findLanguageFolders(paths: readonly string[][]): Set<string> {
  const siblings = new Map<string, Set<string>>()
  for (const parts of paths) {
    for (const [at, part] of parts.entries()) {
      if (toFolderLanguage(part) === undefined) continue
      const parent = parts.slice(0, at).join('/')
      const names = siblings.get(parent) ?? new Set()
      siblings.set(parent, names.add(part))
    }
  }
  const found = new Set<string>()
  for (const [parent, names] of siblings) {
    if (names.size < leastLanguages) continue
    for (const name of names) found.add(parent === '' ? name : `${parent}/${name}`)
  }
  return found
}
