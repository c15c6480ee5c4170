import { useSyncExternalStore } from 'react'
import { toNumberText } from '#article/number-text.ts'
import { useTranslation } from '#reader/language/use-translation.ts'
import type { ListFiller } from './list-filler.ts'
import styles from './whole-notes.module.css'

interface NotesProps {
  filler: ListFiller
  /** Rows of the list. */
  rows: number
}

/** For whoever reads by ear: a button that puts all rows into the page. Nobody else sees or meets it. */
export function WholeButton({ filler, rows, onFull }: NotesProps & { onFull: () => void }) {
  const { t } = useTranslation()
  const { total } = useSyncExternalStore(filler.subscribe, filler.read)
  if (filler.isWhole) return null
  const words = { number: toNumberText(total), total: toNumberText(rows) }
  return (
    <button
      type="button"
      className="visually-hidden"
      tabIndex={-1}
      onClick={() => {
        void filler.fillWhole().then(onFull)
      }}
    >
      {t(total < rows ? 'timeline.drawFirst' : 'timeline.drawAll', words)}
    </button>
  )
}

/** Says how far the rows have come that somebody waits for. Waits of less than 400 ms pass unsaid. */
export function WholeProgress({ filler }: { filler: ListFiller }) {
  const { t } = useTranslation()
  const { rows, total, hits, isAwaited } = useSyncExternalStore(filler.subscribe, filler.read)
  if (!isAwaited) return null
  const isDrawn = rows === total
  const words = { number: toNumberText(isDrawn ? hits : rows), total: toNumberText(total) }
  return (
    <p className={styles.progress}>{t(isDrawn ? 'search.marking' : 'timeline.drawing', words)}</p>
  )
}

/**
 * Says below the rows which of the list are not among them: on paper, in a copy and to a screen reader. The style sheet shows
 * what follows on paper: where rows have not loaded, and where hits were not looked for.
 */
export function WholeRest({ filler, rows, isAllShown }: NotesProps & { isAllShown: boolean }) {
  const { t } = useTranslation()
  const { rows: drawn, total, hits } = useSyncExternalStore(filler.subscribe, filler.read)
  if (drawn < total) return null
  const words = { number: toNumberText(total), total: toNumberText(rows) }
  return (
    <>
      {total === rows ? null : <p className={styles.rest}>{t('timeline.firstOf', words)}</p>}
      <p className={styles.missing}>{t('timeline.notLoaded')}</p>
      {hits < total && !isAllShown ? (
        <p className={styles.unmarked}>{t('search.unmarked')}</p>
      ) : null}
    </>
  )
}
