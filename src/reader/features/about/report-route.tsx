import { useSuspenseQuery, type QueryClient } from '@tanstack/react-query'
import { Link } from '#reader/router/link.tsx'
import { useTranslation } from '#reader/language/use-translation.ts'
import { reportQuery } from '#reader/data/archive/report-query.ts'
import { manifestQuery } from '#reader/data/archive/site-queries.ts'
import { usePageAddress } from '#reader/ui/head/use-page-address.ts'
import { aboutPath, reportPath } from '#reader/links/paths.ts'
import { useTitle } from '#reader/ui/use-title.ts'
import { ArchiveFigures } from './archive-figures.tsx'
import { ChangesTable } from './changes-table.tsx'
import { LeftOutFiles } from './left-out-files.tsx'
import { LinkCounts } from './link-counts.tsx'
import { ProblemList } from './problem-list.tsx'
import { RecurringText } from './recurring-text.tsx'
import { SharedAddresses } from './shared-addresses.tsx'
import styles from './about.module.css'

/** Prefetches the page's data. */
export function loadReport(client: QueryClient) {
  return async (): Promise<null> => {
    await client.ensureQueryData(reportQuery())
    return null
  }
}

/** For keepers: the account of the build. Every source file is counted, and every problem is listed. */
export function ReportRoute() {
  const { t } = useTranslation()
  const { data: manifest } = useSuspenseQuery(manifestQuery())
  const { data: report } = useSuspenseQuery(reportQuery())
  useTitle(t('about.report'), manifest.title)
  usePageAddress(manifest, reportPath)
  return (
    <div className={styles.page}>
      <p className={styles.up}>
        <Link to={aboutPath}>{t('about.title')}</Link>
      </p>
      <h1>{t('about.report')}</h1>
      <section>
        <h2>{t('about.fileCounts')}</h2>
        <ArchiveFigures
          manifest={manifest}
          names={['files', 'posts', 'versions', 'copies', 'unreadable']}
        />
        <RecurringText counts={report.recurring} />
      </section>
      <section>
        <h2>{t('about.problems')}</h2>
        <ProblemList problems={report.problems} />
        <LinkCounts links={report.links} />
        <SharedAddresses posts={report.sharedAddresses} />
        <LeftOutFiles files={report.leftOut ?? []} />
        <ChangesTable changes={report.changes ?? []} />
      </section>
    </div>
  )
}
