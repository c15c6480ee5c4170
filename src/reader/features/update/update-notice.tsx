import { useQuery } from '@tanstack/react-query'
import { useTranslation } from '#reader/language/use-translation.ts'
import { publishedBuildQuery } from '#reader/data/archive/published-build-query.ts'
import styles from '#reader/ui/page-note.module.css'

/** Tells the reader that the host has a newer build than this page. Shows nothing when the host cannot be reached. */
export function UpdateNotice({ buildId }: { buildId: string }) {
  const { t } = useTranslation()
  // This page's manifest was read a moment ago: the first check is due in five minutes, or on focus.
  const { data: published } = useQuery({ ...publishedBuildQuery(), initialData: buildId })
  const isNewer = typeof published === 'string' && published !== buildId
  return (
    <output className={isNewer ? styles.note : undefined}>
      {isNewer ? (
        <>
          <span>{t('update.published')}</span>
          <button
            type="button"
            className="button"
            onClick={() => {
              globalThis.location.reload()
            }}
          >
            {t('update.reload')}
          </button>
        </>
      ) : null}
    </output>
  )
}
