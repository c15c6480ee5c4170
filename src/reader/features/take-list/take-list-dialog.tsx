import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { toNumberText } from '#article/number-text.ts'
import {
  listFormatNames,
  listFormats,
  type ListFormatName,
} from '#article/reference/list-formats.ts'
import { countSelection } from '#core/selection/selection.ts'
import type { TimelineFilter } from '#core/selection/timeline-filter.ts'
import { selectionQuery } from '#reader/data/filter/filter-query.ts'
import { useTranslation } from '#reader/language/use-translation.ts'
import { Dialog } from '#reader/ui/dialog.tsx'
import { FailureNotice } from '#reader/ui/failure-notice.tsx'
import { Segmented } from '#reader/ui/segmented.tsx'
import { toFileName } from './file-name.ts'
import { saveFile } from './save-file.ts'
import { writeList, type ListProgress } from './write-list.ts'
import { TakeAlong } from './along/take-along.tsx'
import styles from './take-list.module.css'
import { Writing } from './writing.tsx'

interface TakeListDialogProps {
  filter: TimelineFilter
  onClose: () => void
}

/** The same in every language. */
const formatNames: Readonly<Record<ListFormatName, string>> = {
  csv: 'CSV',
  jsonl: 'JSON Lines',
  markdown: 'Markdown',
  bibtex: 'BibTeX',
  ris: 'RIS',
  'csl-json': 'CSL-JSON',
}

type State =
  | { is: 'ready' }
  | { is: 'writing'; progress: ListProgress }
  | { is: 'saved'; name: string }
  | { is: 'failed'; error: unknown }

/** Asks for a format, and saves the posts of a list in it. Closing the dialog ends the writing. */
export function TakeListDialog({ filter, onClose }: TakeListDialogProps) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const { data: selection } = useSuspenseQuery(selectionQuery(filter))
  const [format, setFormat] = useState(listFormatNames[0] ?? 'csv')
  const [state, setState] = useState<State>({ is: 'ready' })
  const running = useRef<AbortController>(null)
  useEffect(() => () => running.current?.abort(), [])
  const count = countSelection(selection)
  const end = () => {
    running.current?.abort()
    setState({ is: 'ready' })
  }
  const save = async () => {
    const controller = new AbortController()
    running.current = controller
    const { signal } = controller
    setState({ is: 'writing', progress: { written: 0, total: count } })
    try {
      const file = await writeList(client, {
        filter,
        format: listFormats[format],
        signal,
        onProgress: (progress) => {
          if (!signal.aborted) setState({ is: 'writing', progress })
        },
      })
      signal.throwIfAborted()
      const day = new Date().toISOString().slice(0, 10)
      const name = toFileName(document.title, day, listFormats[format].extension)
      saveFile(file, name)
      setState({ is: 'saved', name })
    } catch (error) {
      if (!signal.aborted) setState({ is: 'failed', error })
    }
  }
  return (
    <Dialog title={t('takeList.name')} onClose={onClose}>
      <div className={styles.take}>
        <p>{t('takeList.what', { count, number: toNumberText(count) })}</p>
        <Segmented
          label={t('takeList.format')}
          value={format}
          options={listFormatNames.map((value) => ({
            value,
            label: formatNames[value],
          }))}
          onChange={(next) => {
            setFormat(next)
            end()
          }}
        />
        <p className={styles.hint}>{t(`takeList.hints.${format}`)}</p>
        {state.is === 'failed' ? (
          <FailureNotice error={state.error} onRetry={() => void save()} />
        ) : null}
        {state.is === 'writing' ? (
          <Writing progress={state.progress} onCancel={end} />
        ) : (
          <button
            type="button"
            className="button button-wide"
            disabled={count === 0}
            onClick={() => void save()}
          >
            {t('takeList.save')}
          </button>
        )}
        <output className={styles.hint}>
          {state.is === 'saved' ? t('takeList.saved', { name: state.name }) : null}
        </output>
        <TakeAlong filter={filter} count={count} />
      </div>
    </Dialog>
  )
}
