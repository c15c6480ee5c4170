import { useTranslation } from '#reader/language/use-translation.ts'
import { Dialog } from '#reader/ui/dialog.tsx'
import { FailureNotice } from '#reader/ui/failure-notice.tsx'
import type { MissingPart } from '#reader/ui/lazy-part.tsx'

/** Makes the dialog that opens instead of one whose code could not be loaded; `title` is the key of its name. */
export function makeMissingDialog(title: string) {
  return function MissingDialog({
    onClose,
    error,
    onRetry,
  }: MissingPart & { onClose: () => void }) {
    const { t } = useTranslation()
    return (
      <Dialog title={t(title)} onClose={onClose}>
        <FailureNotice error={error} onRetry={onRetry} />
      </Dialog>
    )
  }
}
