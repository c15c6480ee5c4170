import { dropMarkupEnding } from '#core/post/markup-name.ts'
import { splitLanguageName } from '../text/language-name.ts'
import type { PathSource } from './path-rules.ts'

/** Where a file lies below the folder of its site's contents, and its name. */
export interface SplitFile {
  folders: string[]
  /** Name without ending and language. */
  stem: string
  /** BCP 47 language in the name; absent when there is none. */
  language?: string
}

/** Splits the path of a post below a folder of contents (`content`, `_posts`), if it lies in one. */
export function splitFile({ file = '', fileName }: PathSource, contents: string): SplitFile {
  const parts = file.split('/').slice(1, -1)
  const at = parts.indexOf(contents)
  const below = at === -1 ? parts : parts.slice(at + 1)
  const named = splitLanguageName(fileName)
  const stem = dropMarkupEnding(named?.name ?? fileName)
  // A page bundle is named by its folder.
  const folders =
    /\/index\.[^/]*$/i.test(file) && below.at(-1) === stem ? below.slice(0, -1) : below
  return { folders, stem, ...(named === undefined ? {} : { language: named.language }) }
}
