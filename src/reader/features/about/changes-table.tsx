import { toNumberText } from '#article/number-text.ts'
import type { BuildReport } from '#contract/build-report.ts'
import { useTranslation } from '#reader/language/use-translation.ts'
import styles from './about.module.css'

/** What articles show in another way than their sources, by kind; nothing when there is nothing. */
export function ChangesTable({ changes }: { changes: NonNullable<BuildReport['changes']> }) {
  const { t } = useTranslation()
  if (changes.length === 0) return null
  return (
    <details className={styles.hosts}>
      <summary>{t('about.changes.title')}</summary>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t('about.changes.kind')}</th>
            <th scope="col">{t('about.changes.places')}</th>
            <th scope="col">{t('about.postsColumn')}</th>
          </tr>
        </thead>
        <tbody>
          {changes.map(({ kind, count, posts }) => (
            <tr key={kind}>
              <td>{t(`about.changes.${kind}`)}</td>
              <td>{toNumberText(count)}</td>
              <td>{toNumberText(posts)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  )
}
