import { useSuspenseQuery } from '@tanstack/react-query'
import { manifestQuery } from '#reader/data/archive/site-queries.ts'
import { useTranslation } from '#reader/language/use-translation.ts'
import styles from './desk-file.module.css'
import { LiveFileSettings } from './live-file-settings.tsx'
import { ReadDeskFile } from './read-desk-file.tsx'
import { SaveDeskFile } from './save-desk-file.tsx'

/** Saves what this device keeps of the archive as one file, and merges such a file. */
export function DeskFileSettings() {
  const { t } = useTranslation()
  const { data: manifest } = useSuspenseQuery(manifestQuery())
  return (
    <>
      <p className={styles.hint}>{t('deskFile.hint')}</p>
      <SaveDeskFile archive={manifest} />
      <ReadDeskFile archive={manifest} />
      <LiveFileSettings archive={manifest} />
    </>
  )
}
