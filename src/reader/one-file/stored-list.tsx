// In place of `features/stored/stored-list.tsx`.
import { useTranslation } from '#reader/language/use-translation.ts'

export function StoredList() {
  const { t } = useTranslation()
  return <p>{t('stored.none')}</p>
}
