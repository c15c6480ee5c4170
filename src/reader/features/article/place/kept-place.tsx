import { useEffect, useState, type RefObject } from 'react'
import type { Words } from '#article/words.ts'
import type { PostId } from '#core/post/post-id.ts'
import type { ReadNodeText } from '../hits/text-map.ts'
import styles from './kept-place.module.css'
import type { PlaceHold } from './place-hold.ts'
import { ReadingProgress } from './reading-progress.tsx'
import { returnToPlace } from './return-to-place.ts'
import { PlaceWriter } from './place-writer.ts'

/** What keeping a place in an article needs. */
export interface KeptPlaceProps {
  id: PostId
  title: string
  /** The element that contains the article. */
  box: RefObject<HTMLElement | null>
  read: ReadNodeText
  hold: PlaceHold
  /** Whether the kept place may be gone to: the address names no other one, nor does the history. */
  mayReturn: boolean
  words: Words
}

/** Leads back to where somebody stopped in an article, says so, and keeps where they stop next. */
export function KeptPlaceNote(props: KeptPlaceProps) {
  const { id, title, box, read, hold, mayReturn, words } = props
  const [isContinued, setContinued] = useState(false)
  useEffect(() => {
    const writer = new PlaceWriter(id, title)
    const stop = hold.listen((place, text) => {
      if (hold.isMoved) writer.note(place, text)
    })
    const write = () => writer.write()
    window.addEventListener('pagehide', write)
    return () => {
      window.removeEventListener('pagehide', write)
      stop()
      write()
    }
  }, [id, title, hold])
  useEffect(() => {
    if (!mayReturn || box.current === null) return undefined
    const leaving = new AbortController()
    returnToPlace(id, { box: box.current, read, hold, signal: leaving.signal }).then(
      (isThere) => {
        if (!leaving.signal.aborted) setContinued(isThere)
      },
      // The article opens at its top then.
      () => undefined,
    )
    return () => leaving.abort()
  }, [id, box, read, hold, mayReturn])
  const goUp = () => {
    setContinued(false)
    hold.release()
    window.scrollTo({ top: 0, behavior: 'instant' })
  }
  return (
    <>
      <ReadingProgress box={box} />
      <output className={isContinued ? styles.note : styles.none}>
        {isContinued ? (
          <>
            <span>{words('article.kept.continued')}</span>
            <button type="button" className={styles.action} onClick={goUp}>
              {words('article.kept.top')}
            </button>
            <button
              type="button"
              className={styles.close}
              aria-label={words('close')}
              title={words('close')}
              onClick={() => setContinued(false)}
            >
              ×
            </button>
          </>
        ) : null}
      </output>
    </>
  )
}
