import type { BuildReport } from '#contract/build-report.ts'
import { useTranslation } from '#reader/language/use-translation.ts'
import styles from './about.module.css'

/** The files whose posts their writers kept from readers, each with the reason; nothing when there are none. */
export function LeftOutFiles({ files }: { files: NonNullable<BuildReport['leftOut']> }) {
  const { t } = useTranslation()
  if (files.length === 0) return null
  return (
    <details className={styles.hosts}>
      <summary>{t('about.leftOutFiles.title', { count: files.length })}</summary>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t('about.leftOutFiles.file')}</th>
            <th scope="col">{t('about.leftOutFiles.kind')}</th>
          </tr>
        </thead>
        <tbody>
          {files.map(({ file, kind }) => (
            <tr key={file}>
              <td>
                <bdi>{file}</bdi>
              </td>
              <td>{t(`about.leftOutFiles.${kind}`)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  )
}
