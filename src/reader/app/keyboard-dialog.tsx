import { useTranslation } from '#reader/language/use-translation.ts'
import { Dialog } from '#reader/ui/dialog.tsx'
import { KeyboardTable } from '#reader/ui/keyboard-table.tsx'

/** The list of all keyboard shortcuts, opened with `?`. */
export function KeyboardDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation()
  return (
    <Dialog title={t('keyboard.name')} onClose={onClose}>
      <KeyboardTable />
    </Dialog>
  )
}
