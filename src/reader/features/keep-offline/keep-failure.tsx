import { FullStoreError } from '#reader/storage/kept/kept-files.ts'
import { NoWorkerError } from '#reader/data/kept/kept-worker.ts'
import { OtherBuildError } from '#reader/data/kept/shared-files.ts'
import { useTranslation } from '#reader/language/use-translation.ts'
import { FailureNotice } from '#reader/ui/failure-notice.tsx'

/** Says why nothing could be kept. */
export function KeepFailure({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const { t } = useTranslation()
  const key = toKey(error)
  if (key === undefined) return <FailureNotice error={error} onRetry={onRetry} />
  return <p role="alert">{t(key)}</p>
}

function toKey(error: unknown): string | undefined {
  if (error instanceof FullStoreError) return 'kept.noRoom'
  if (error instanceof NoWorkerError) return 'kept.unavailable'
  return error instanceof OtherBuildError ? 'kept.otherBuild' : undefined
}
