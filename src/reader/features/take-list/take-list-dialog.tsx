import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { toNumberText } from '#article/number-text.ts'
import {
  listFormats,
  takenFormatNames,
  type TakenFormatName,
} from '#article/reference/list-formats.ts'
import { mostChapters } from '#shape/book/book-limits.ts'
import { countSelection } from '#core/selection/selection.ts'
import type { TimelineFilter } from '#core/selection/timeline-filter.ts'
import { selectionQuery } from '#reader/data/filter/filter-query.ts'
import { useTranslation } from '#reader/language/use-translation.ts'
import { Dialog } from '#reader/ui/dialog.tsx'
import { FailureNotice } from '#reader/ui/failure-notice.tsx'
import { Segmented } from '#reader/ui/segmented.tsx'
import { toFileName } from '#reader/ui/file-name.ts'
import { saveFile } from '#reader/ui/save-file.ts'
import { useAbortable } from '#reader/ui/use-abortable.ts'
import { TakenPictureChoice, type TakenPictures } from './taken-pictures.tsx'
import { writeList, type ListProgress } from './write-list.ts'
import type { TakeBook } from './take-book.ts'
import { TakeAlong } from './along/take-along.tsx'
import styles from './take-list.module.css'
import { Writing } from './writing.tsx'

interface TakeListDialogProps {
  filter: TimelineFilter
  takeBook: TakeBook
  onClose: () => void
}

/** The same in every language. */
const formatNames: Readonly<Record<TakenFormatName, string>> = {
  csv: 'CSV',
  jsonl: 'JSON Lines',
  markdown: 'Markdown',
  bibtex: 'BibTeX',
  ris: 'RIS',
  'csl-json': 'CSL-JSON',
  epub: 'EPUB',
}

type State =
  | { is: 'ready' }
  | { is: 'writing'; progress: ListProgress }
  | { is: 'saved'; name: string; missing: number }
  | { is: 'failed'; error: unknown }

/** Asks for a format, and saves the posts of a list in it. Closing the dialog ends the writing. */
export function TakeListDialog({ filter, takeBook, onClose }: TakeListDialogProps) {
  const { t, language } = useTranslation()
  const client = useQueryClient()
  const { data: selection } = useSuspenseQuery(selectionQuery(filter))
  const [format, setFormat] = useState<TakenFormatName>('csv')
  const [pictures, setPictures] = useState<TakenPictures>('keep')
  const [state, setState] = useState<State>({ is: 'ready' })
  const work = useAbortable()
  const count = countSelection(selection)
  const isTooLong = format === 'epub' && count > mostChapters
  const end = () => {
    work.end()
    setState({ is: 'ready' })
  }
  const save = async () => {
    const signal = work.begin()
    setState({ is: 'writing', progress: { written: 0, total: count } })
    const onProgress = (progress: ListProgress) => {
      if (!signal.aborted) setState({ is: 'writing', progress })
    }
    const title = document.title
    const take = async () => {
      if (format === 'epub') {
        return takeBook(client, { filter, title, language, pictures, signal, onProgress })
      }
      const options = { filter, format: listFormats[format], signal, onProgress }
      return { file: await writeList(client, options), counts: { missing: 0 } }
    }
    try {
      const { file, counts } = await take()
      signal.throwIfAborted()
      const day = new Date().toISOString().slice(0, 10)
      const name = toFileName(title, day, toExtension(format))
      saveFile(file, name)
      setState({ is: 'saved', name, missing: counts.missing })
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
          options={takenFormatNames.map((value) => ({
            value,
            label: formatNames[value],
          }))}
          onChange={(next) => {
            setFormat(next)
            end()
          }}
        />
        <p className={styles.hint}>{t(`takeList.hints.${format}`)}</p>
        {format === 'epub' ? (
          <TakenPictureChoice
            value={pictures}
            onChange={(next) => {
              setPictures(next)
              end()
            }}
          />
        ) : null}
        {isTooLong ? <p>{t('takeList.tooLong', { most: toNumberText(mostChapters) })}</p> : null}
        {state.is === 'failed' ? (
          <FailureNotice error={state.error} onRetry={() => void save()} />
        ) : null}
        {state.is === 'writing' ? (
          <Writing progress={state.progress} onCancel={end} />
        ) : (
          <button
            type="button"
            className="button button-wide"
            disabled={count === 0 || isTooLong}
            onClick={() => void save()}
          >
            {t('takeList.save')}
          </button>
        )}
        <output className={styles.hint}>
          {state.is === 'saved' ? <Saved {...state} /> : null}
        </output>
        <TakeAlong filter={filter} count={count} />
      </div>
    </Dialog>
  )
}

function Saved({ name, missing }: { name: string; missing: number }) {
  const { t } = useTranslation()
  return (
    <>
      {t('takeList.saved', { name })}
      {missing > 0
        ? ` ${t('takeList.missing', { count: missing, number: toNumberText(missing) })}`
        : null}
    </>
  )
}

function toExtension(format: TakenFormatName): string {
  return format === 'epub' ? format : listFormats[format].extension
}
