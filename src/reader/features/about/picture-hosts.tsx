import { toNumberText } from '#article/number-text.ts'
import type { BuildReport } from '#contract/build-report.ts'
import { useTranslation } from '#reader/language/use-translation.ts'
import styles from './about.module.css'

/** The hosts that learn a reader's IP address when pictures load, every one by name. */
export function PictureHosts({ hosts }: { hosts: NonNullable<BuildReport['pictureHosts']> }) {
  const { t } = useTranslation()
  if (hosts.length === 0) return null
  return (
    <details className={styles.hosts}>
      <summary>{t('about.pictureHosts', { count: toNumberText(hosts.length) })}</summary>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t('about.pictureHost')}</th>
            <th scope="col">{t('about.picturesColumn')}</th>
            <th scope="col">{t('about.postsColumn')}</th>
          </tr>
        </thead>
        <tbody>
          {hosts.map(({ host, pictures, posts }) => (
            <tr key={host}>
              <td>{host}</td>
              <td>{toNumberText(pictures)}</td>
              <td>{toNumberText(posts)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  )
}
