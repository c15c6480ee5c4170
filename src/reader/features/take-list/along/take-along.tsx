import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { toNumberText } from '#article/number-text.ts'
import type { TimelineFilter } from '#core/selection/timeline-filter.ts'
import { useTranslation } from '#reader/language/use-translation.ts'
import { FailureNotice } from '#reader/ui/failure-notice.tsx'
import { Segmented } from '#reader/ui/segmented.tsx'
import { toFileName } from '#reader/ui/file-name.ts'
import { saveFile } from '#reader/ui/save-file.ts'
import styles from '../take-list.module.css'
import { Writing } from '../writing.tsx'
import { sizeQuery } from './estimate-size.ts'
import { programPlace, type ProgramPlace } from './program-place.ts'
import { canChoosePlace, saveAs } from './save-as.ts'

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

const pictureChoices = ['keep', 'none'] as const

function TakeAlongForm({ filter, count, program }: TakeAlongProps & { program: ProgramPlace }) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const { data: size } = useQuery(sizeQuery(filter))
  const [pictures, setPictures] = useState<(typeof pictureChoices)[number]>('keep')
  const [state, setState] = useState<State>({ is: 'ready' })
  const running = useRef<AbortController>(null)
  useEffect(() => () => running.current?.abort(), [])
  const end = () => {
    running.current?.abort()
    setState({ is: 'ready' })
  }
  const make = async () => {
    const controller = new AbortController()
    running.current = controller
    const { signal } = controller
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
      <Segmented
        label={t('takeAlong.pictures.name')}
        value={pictures}
        options={pictureChoices.map((value) => ({
          value,
          label: t(`takeAlong.pictures.${value}`),
        }))}
        onChange={(next) => {
          setPictures(next)
          end()
        }}
      />
      <p className={styles.hint}>
        {size === undefined
          ? t('takeAlong.sizing')
          : t(pictures === 'keep' ? 'takeAlong.size' : 'takeAlong.sizeWithout', {
              size: toMegabytes(size),
            })}
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

/** A size as readers know it: `4.3`. */
function toMegabytes(bytes: number): string {
  return (bytes / 1_000_000).toFixed(1)
}
