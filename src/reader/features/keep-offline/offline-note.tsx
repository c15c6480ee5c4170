import { useQuery } from '@tanstack/react-query'
import { hostQuery } from '#reader/data/kept/host-query.ts'
import { useTranslation } from '#reader/language/use-translation.ts'
import { useOnline } from '#reader/ui/use-online.ts'
import { useKept } from './use-kept.ts'
import styles from '#reader/ui/page-note.module.css'

/** Says that the site's host cannot be reached, what can be read all the same, and what counts count. */
export function OfflineNote() {
  const { t } = useTranslation()
  const { kept } = useKept()
  const isOnline = useOnline()
  const { data: isReached = true } = useQuery(hostQuery(isOnline))
  const isAlone = kept !== undefined && !isReached
  return (
    <output className={isAlone ? styles.note : undefined}>{isAlone ? t('kept.note') : null}</output>
  )
}
