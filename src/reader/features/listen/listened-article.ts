import type { RefObject } from 'react'
import type { Words } from '#article/words.ts'
import type { MediaTitle } from './speech/lock-screen.ts'

/** The article that is to be read aloud. */
export interface ListenToolProps {
  /** The element that contains the article. */
  box: RefObject<HTMLElement | null>
  /** BCP 47 language of the article; absent where it is not known. */
  language: string | undefined
  /** What a lock screen names. */
  named: MediaTitle
  words: Words
}
