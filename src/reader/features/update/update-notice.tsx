import { useQuery } from '@tanstack/react-query'
import { useTranslation } from '#reader/language/use-translation.ts'
import { publishedBuildQuery } from '#reader/data/archive/published-build-query.ts'
import styles from './update-notice.module.css'

/** Says that the host has a newer build than this page. A host that cannot be asked is no reason to say anything. */
export function UpdateNotice({ buildId }: { buildId: string }) {
  const { t } = useTranslation()
  // The manifest of this page was read a moment ago: the first question is due in five minutes, or on focus.
  const { data: published } = useQuery({ ...publishedBuildQuery(), initialData: buildId })
  const isNewer = typeof published === 'string' && published !== buildId
  return (
    <output className={isNewer ? styles.notice : undefined}>
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
