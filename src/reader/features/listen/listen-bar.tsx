import { useEffect, useRef, useState } from 'react'
import { useTranslation } from '#reader/language/use-translation.ts'
import type { ListenToolProps } from './listened-article.ts'
import { ListenControls } from './listen-controls.tsx'
import { ListenNote } from './listen-note.tsx'
import { prepareReading, type Listening } from './start-reading.ts'
import styles from './listen.module.css'
import { useBottomRoom } from './use-bottom-room.ts'

interface ListenBarProps extends Pick<ListenToolProps, 'box' | 'language' | 'named'> {
  onClose: () => void
}

/** The speed that was chosen last; it holds for the visit. */
const chosen = { rate: 1 }

/** Reads the article aloud as long as it is shown. A remote voice is used only after a yes, for this article. */
export function ListenBar({ box, language, named, onClose }: ListenBarProps) {
  const { t, language: spoken } = useTranslation()
  const [mayBeRemote, setMayBeRemote] = useState(false)
  const [listening, setListening] = useState<Listening>()
  const bar = useRef<HTMLElement>(null)
  useBottomRoom(bar)
  useEffect(() => {
    const element = box.current
    if (element === null) return undefined
    let isGone = false
    let stop = () => {
      isGone = true
    }
    const words = {
      code: (lines: number) => t('listen.code', { count: lines, lines }),
      table: (rows: number, columns: number) => t('listen.table', { rows, columns }),
      language: spoken,
    }
    const wishes = { box: element, language: language ?? '', words, rate: chosen.rate, mayBeRemote }
    void prepareReading(wishes).then((found) => {
      if (isGone) return
      setListening(found)
      if (found.kind !== 'reading') return
      const { reading } = found
      // Speech outlives the page in some browsers.
      const pause = () => {
        reading.pause()
      }
      addEventListener('pagehide', pause)
      stop = () => {
        chosen.rate = reading.read().rate
        removeEventListener('pagehide', pause)
        pause()
      }
      reading.play()
    })
    return () => {
      stop()
    }
    // A change of the interface's language does not begin anew.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [box, language, mayBeRemote])
  return (
    <section ref={bar} className={styles.bar} aria-label={t('listen.name')}>
      {listening?.kind === 'reading' ? (
        <ListenControls {...{ box, language, named, onClose }} listening={listening} />
      ) : (
        <ListenNote
          listening={listening}
          onAgree={() => {
            setMayBeRemote(true)
          }}
          onClose={onClose}
        />
      )}
    </section>
  )
}
