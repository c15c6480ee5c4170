import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { toNumberText } from '#article/number-text.ts'
import type { TimelineFilter } from '#core/selection/timeline-filter.ts'
import { toSizeText } from '#core/text/size-text.ts'
import { toFilterKey } from '#reader/data/filter/filter-query.ts'
import { keepList, removeList } from '#reader/data/kept/change-kept.ts'
import type { KeepProgress } from '#reader/data/kept/keep-build.ts'
import { planQuery } from '#reader/data/kept/kept-query.ts'
import { canKeep } from '#reader/data/kept/kept-worker.ts'
import { useTranslation } from '#reader/language/use-translation.ts'
import { Dialog } from '#reader/ui/dialog.tsx'
import { useAbortable } from '#reader/ui/use-abortable.ts'
import { useSetting } from '#reader/ui/use-settings.ts'
import { KeepFailure } from './keep-failure.tsx'
import { KeptCount } from './kept-count.tsx'
import { useKept } from './use-kept.ts'
import styles from './keep-offline.module.css'

interface KeepListDialogProps {
  filter: TimelineFilter
  onClose: () => void
}

type State =
  | { is: 'ready' }
  | { is: 'keeping'; progress: KeepProgress | undefined }
  | { is: 'failed'; error: unknown }

/** Asks before a list is kept on this device, and keeps it. Closing the dialog ends that. */
export function KeepListDialog({ filter, onClose }: KeepListDialogProps) {
  const { t } = useTranslation()
  const hasTraces = useSetting('traces') === 'keep'
  const reason = hasTraces ? 'kept.unavailable' : 'kept.noTraces'
  return (
    <Dialog title={t('share.keep')} onClose={onClose}>
      <div className={styles.parts}>
        {canKeep() && hasTraces ? <KeepList query={toFilterKey(filter)} /> : <p>{t(reason)}</p>}
      </div>
    </Dialog>
  )
}

function KeepList({ query }: { query: string }) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const { kept, change } = useKept()
  const [state, setState] = useState<State>({ is: 'ready' })
  const work = useAbortable()
  const own = kept?.lists.find((list) => list.query === query)
  const keep = async () => {
    const signal = work.begin()
    setState({ is: 'keeping', progress: undefined })
    const onProgress = (progress: KeepProgress) => {
      if (!signal.aborted) setState({ is: 'keeping', progress })
    }
    try {
      await change(() => keepList(client, query, { signal, onProgress }))
      if (!signal.aborted) setState({ is: 'ready' })
    } catch (error) {
      if (!signal.aborted) setState({ is: 'failed', error })
    }
  }
  const cancel = () => {
    work.end()
    setState({ is: 'ready' })
  }
  if (state.is === 'keeping') return <Keeping progress={state.progress} onCancel={cancel} />
  return (
    <>
      {state.is === 'failed' ? (
        <KeepFailure error={state.error} onRetry={() => void keep()} />
      ) : null}
      <output>{own === undefined ? null : <KeptCount list={own} />}</output>
      {own !== undefined && own.kept === own.posts ? null : (
        <Offer query={query} onKeep={() => void keep()} />
      )}
      {own === undefined ? null : (
        <button
          type="button"
          className="button button-wide"
          onClick={() => void change(() => removeList(query))}
        >
          {t('kept.remove')}
        </button>
      )}
      <p className={styles.hint}>{t('kept.mayGo')}</p>
    </>
  )
}

/** How much it will be. */
function Offer({ query, onKeep }: { query: string; onKeep: () => void }) {
  const { t } = useTranslation()
  const { data: plan, error, refetch } = useQuery(planQuery(query))
  if (error !== null) return <KeepFailure error={error} onRetry={() => void refetch()} />
  if (plan === undefined) return <p>{t('loading')}</p>
  const { posts: count, bytes } = plan
  const size = toSizeText(bytes)
  return (
    <>
      <p>{t('kept.offer', { count, number: toNumberText(count), size })}</p>
      <button type="button" className="button button-wide" disabled={count === 0} onClick={onKeep}>
        {t('kept.start')}
      </button>
    </>
  )
}

interface KeepingProps {
  /** Absent until the reader itself is kept. */
  progress: KeepProgress | undefined
  onCancel: () => void
}

function Keeping({ progress, onCancel }: KeepingProps) {
  const { t } = useTranslation()
  const { kept = 0, total } = progress ?? {}
  const label =
    total === undefined
      ? t('loading')
      : t('kept.progress', { kept: toNumberText(kept), total: toNumberText(total) })
  return (
    <div className={styles.keeping}>
      <progress value={kept} max={Math.max(1, total ?? 1)} aria-label={label} />
      <span>{label}</span>
      <button type="button" className="button" onClick={onCancel}>
        {t('kept.cancel')}
      </button>
    </div>
  )
}
