import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { toNumberText } from '#article/number-text.ts'
import type { TimelineFilter } from '#core/selection/timeline-filter.ts'
import { useTranslation } from '#reader/language/use-translation.ts'
import { FailureNotice } from '#reader/ui/failure-notice.tsx'
import { toFileName } from '#reader/ui/file-name.ts'
import { saveFile } from '#reader/ui/save-file.ts'
import { useAbortable } from '#reader/ui/use-abortable.ts'
import { TakenPictureChoice, type TakenPictures } from '../taken-pictures.tsx'
import styles from '../take-list.module.css'
import { Writing } from '../writing.tsx'
import { programPlace, type ProgramPlace } from './program-place.ts'
import { canChoosePlace, saveAs } from './save-as.ts'
import { SizeHint, toMegabytes } from './size-hint.tsx'

interface TakeAlongProps {
  filter: TimelineFilter
  /** Posts of the list. */
  count: number
}

/** Offers a list with the reader as one file; nothing where the reader was built without the code for it. */
export function TakeAlong(props: TakeAlongProps) {
  if (programPlace === undefined) return null
  return <TakeAlongForm {...props} program={programPlace} />
}

type State =
  | { is: 'ready' }
  | { is: 'making'; posts: number }
  | { is: 'made'; file: Blob }
  | { is: 'saved'; name: string }
  | { is: 'failed'; error: unknown }

function TakeAlongForm({ filter, count, program }: TakeAlongProps & { program: ProgramPlace }) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const [pictures, setPictures] = useState<TakenPictures>('keep')
  const [state, setState] = useState<State>({ is: 'ready' })
  const work = useAbortable()
  const end = () => {
    work.end()
    setState({ is: 'ready' })
  }
  const make = async () => {
    const signal = work.begin()
    const onProgress = (posts: number) => {
      if (!signal.aborted) setState({ is: 'making', posts })
    }
    onProgress(0)
    try {
      const { makeLifeboat } = await import('./make-lifeboat.ts')
      const options = { filter, pictures, program, signal, onProgress }
      const file = await makeLifeboat(client, options)
      signal.throwIfAborted()
      setState({ is: 'made', file })
    } catch (error) {
      if (!signal.aborted) setState({ is: 'failed', error })
    }
  }
  const save = async (file: Blob) => {
    const name = toFileName(document.title, new Date().toISOString().slice(0, 10), 'html')
    if (!canChoosePlace()) saveFile(file, name)
    else {
      try {
        if (!(await saveAs(file, name))) return
      } catch (error) {
        setState({ is: 'failed', error })
        return
      }
    }
    setState({ is: 'saved', name })
  }
  const isIdle = state.is === 'ready' || state.is === 'saved' || state.is === 'failed'
  return (
    <section className={styles.along}>
      <h3>{t('takeAlong.name')}</h3>
      <p>{t('takeAlong.what', { count, number: toNumberText(count) })}</p>
      <TakenPictureChoice
        value={pictures}
        onChange={(next) => {
          setPictures(next)
          end()
        }}
      />
      <p className={styles.hint}>
        <SizeHint filter={filter} pictures={pictures} />
      </p>
      {state.is === 'failed' ? (
        <FailureNotice error={state.error} onRetry={() => void make()} />
      ) : null}
      {isIdle ? (
        <button
          type="button"
          className="button button-wide"
          disabled={count === 0}
          onClick={() => void make()}
        >
          {t('takeAlong.make')}
        </button>
      ) : null}
      {state.is === 'making' ? (
        <Writing progress={{ written: state.posts, total: count }} onCancel={end} />
      ) : null}
      {state.is === 'made' ? (
        <button type="button" className="button button-wide" onClick={() => void save(state.file)}>
          {t('takeAlong.save', { size: toMegabytes(state.file.size) })}
        </button>
      ) : null}
      {/* No status of its own: the dialog has one for the list. */}
      <p className={styles.hint} aria-live="polite">
        {state.is === 'saved' ? t('takeList.saved', { name: state.name }) : null}
        {state.is === 'made' ? t('takeAlong.made') : null}
      </p>
    </section>
  )
}
