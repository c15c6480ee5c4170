import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import type { TimelineFilter } from '#core/selection/timeline-filter.ts'
import { markAbove } from '#reader/data/filter/mark-above.ts'
import { useTranslation } from '#reader/language/use-translation.ts'
import { FailureNotice } from '#reader/ui/failure-notice.tsx'
import { useSettings } from '#reader/ui/use-settings.ts'

interface MarkAboveButtonProps {
  filter: TimelineFilter
  /** Ordinal of the topmost post of the list on the screen. */
  readTop: () => number | undefined
}

/** Marks all posts above the screen as read, where posts count as read by reading and traces may stay. */
export function MarkAboveButton({ filter, readTop }: MarkAboveButtonProps) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const { markRead, traces } = useSettings()
  const [state, setState] = useState<{ isBusy: boolean; error?: unknown }>({ isBusy: false })
  const button = useRef<HTMLButtonElement>(null)
  const mark = async () => {
    const top = readTop()
    if (top === undefined) return
    setState({ isBusy: true })
    try {
      await markAbove(client, filter, top)
      setState({ isBusy: false })
      // The notice would stand behind the sheet that a phone has the filter in.
      const sheet = button.current?.closest('dialog')
      sheet?.dispatchEvent(new Event('cancel', { cancelable: true }))
    } catch (error) {
      setState({ isBusy: false, error })
    }
  }
  return (
    <>
      <button
        ref={button}
        type="button"
        className="button"
        disabled={state.isBusy || markRead === 'never' || traces === 'none'}
        onClick={() => void mark()}
      >
        {t('desk.markAbove')}
      </button>
      {state.error === undefined ? null : (
        <FailureNotice error={state.error} onRetry={() => void mark()} />
      )}
    </>
  )
}
