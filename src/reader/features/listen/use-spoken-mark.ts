import { useEffect, useRef, type RefObject } from 'react'
import { readSentences, type Sentence } from './text/article-sentences.ts'
import { isInSight, markSpoken, showSpoken, toSentenceRange } from './spoken-mark.ts'

interface SpokenMarkOptions {
  box: RefObject<HTMLElement | null>
  language: string | undefined
  sentences: readonly Sentence[]
  /** The sentence that is said. */
  at: number
}

/** Nothing is said in place of what is looked for again. */
const silent = { code: () => '', table: () => '', language: '' }

/**
 * Marks the sentence that is said, and keeps it in the window while the one before is there: whoever has scrolled away
 * reads something else. Returns what has the next one shown all the same.
 */
export function useSpokenMark({ box, language, sentences, at }: SpokenMarkOptions): () => void {
  const last = useRef<Range>(undefined)
  const isWanted = useRef(true)
  const known = useRef(sentences)
  useEffect(() => {
    const sentence = sentences[at]
    if (sentence === undefined || sentence.pieces.length === 0) {
      markSpoken(undefined)
      return
    }
    const find = () => {
      const place = known.current[at]?.text === sentence.text ? known.current[at] : undefined
      return place ?? known.current.find(({ text }) => text === sentence.text)
    }
    const toRange = () => toSentenceRange(find() ?? sentence)
    let range = toRange()
    if (range === undefined && box.current !== null) {
      // The article was drawn again, such as with its pictures.
      const roots = box.current.querySelectorAll('h1, .article-text')
      known.current = readSentences([...roots], language ?? '', silent)
      range = toRange()
    }
    markSpoken(range)
    if (range === undefined) return
    if (isWanted.current || last.current === undefined || isInSight(last.current)) showSpoken(range)
    isWanted.current = false
    last.current = range
  }, [box, language, sentences, at])
  useEffect(() => () => markSpoken(undefined), [])
  return () => {
    isWanted.current = true
  }
}
