import type { ComponentType, RefObject } from 'react'
import type { Words } from '#article/words.ts'

/** What another feature is told of the article to which it adds something. */
export interface ShownArticle {
  /** The element that contains it. */
  box: RefObject<HTMLElement | null>
  /** BCP 47 language of the article; absent where it is not known. */
  language: string | undefined
  /** Its title, who wrote it, and the archive. */
  named: { title: string; artist: string; album: string }
  words: Words
}

/** An article with tools of other features beside its actions. */
export interface WithArticleTools {
  Tools: ComponentType<ShownArticle>
}
