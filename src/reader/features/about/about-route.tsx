import { useSuspenseQuery, type QueryClient } from '@tanstack/react-query'
import { useTranslation } from '#reader/language/use-translation.ts'
import { reportQuery } from '#reader/data/archive/report-query.ts'
import { manifestQuery, dictionaryQuery } from '#reader/data/archive/site-queries.ts'
import { KeyboardTable } from '#reader/ui/keyboard-table.tsx'
import { usePageAddress } from '#reader/ui/head/use-page-address.ts'
import { aboutPath } from '#reader/links/paths.ts'
import { useTitle } from '#reader/ui/use-title.ts'
import { ArchiveFigures } from './archive-figures.tsx'
import { ChangesTable } from './changes-table.tsx'
import { CountTable } from './count-table.tsx'
import { LeftOutFiles } from './left-out-files.tsx'
import { LinkCounts } from './link-counts.tsx'
import { PictureHosts } from './picture-hosts.tsx'
import { ProblemList } from './problem-list.tsx'
import { RecurringText } from './recurring-text.tsx'
import { SharedAddresses } from './shared-addresses.tsx'
import styles from './about.module.css'

/** Prefetches the page's data. */
export function loadAbout(client: QueryClient) {
  return async (): Promise<null> => {
    await Promise.all([
      client.ensureQueryData(reportQuery()),
      client.ensureQueryData(dictionaryQuery('source')),
    ])
    return null
  }
}

/** Figures about the archive, the problems the build reported, and what the site does with its readers' data. */
export function AboutRoute() {
  const { t } = useTranslation()
  const { data: manifest } = useSuspenseQuery(manifestQuery())
  const { data: report } = useSuspenseQuery(reportQuery())
  const { data: sources } = useSuspenseQuery(dictionaryQuery('source'))
  useTitle(t('about.title'), manifest.title)
  usePageAddress(manifest, aboutPath)
  return (
    <div className={styles.page}>
      <h1>{t('about.title')}</h1>
      {manifest.description === undefined ? null : (
        <p className={styles.lead}>{manifest.description}</p>
      )}
      <section>
        <h2>{t('about.figures')}</h2>
        <ArchiveFigures manifest={manifest} />
        <RecurringText counts={report.recurring} />
      </section>
      <div className={styles.columns}>
        <CountTable
          facet="collection"
          rows={report.collections.map(({ collection, posts }) => ({ value: collection, posts }))}
        />
        <CountTable
          facet="source"
          rows={sources.values.map(({ value, count }) => ({ value, posts: count }))}
        />
      </div>
      <section>
        <h2>{t('about.problems')}</h2>
        <ProblemList problems={report.problems} />
        <LinkCounts links={report.links} />
        <SharedAddresses posts={report.sharedAddresses} />
        <LeftOutFiles files={report.leftOut ?? []} />
        <ChangesTable changes={report.changes ?? []} />
      </section>
      <section>
        <h2>{t('about.privacy')}</h2>
        <p>{t('about.privacyText')}</p>
        <p>{t('about.privacyPictures')}</p>
        <PictureHosts hosts={report.pictureHosts ?? []} />
      </section>
      <section>
        <h2>{t('about.keyboard')}</h2>
        <KeyboardTable />
      </section>
    </div>
  )
}
