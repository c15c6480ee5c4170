import { useSuspenseQuery, type QueryClient } from '@tanstack/react-query'
import { Link } from '#reader/router/link.tsx'
import { toNumberText } from '#article/number-text.ts'
import { useTranslation } from '#reader/language/use-translation.ts'
import { reportQuery } from '#reader/data/archive/report-query.ts'
import { manifestQuery, dictionaryQuery } from '#reader/data/archive/site-queries.ts'
import { takeBuildToOpen } from '#reader/data/mirrors/build-to-open.ts'
import { openMirrorBuild } from '#reader/data/mirrors/open-mirror-build.ts'
import { KeyboardTable } from '#reader/ui/keyboard-table.tsx'
import { usePageAddress } from '#reader/ui/head/use-page-address.ts'
import { redirect } from '#reader/router/router.ts'
import { aboutPath, checkPath, homePath, reportPath, statisticsPath } from '#reader/links/paths.ts'
import { useTitle } from '#reader/ui/use-title.ts'
import { ArchiveFigures } from './archive-figures.tsx'
import { CopyFacts } from './copy-facts.tsx'
import { CountTable } from './count-table.tsx'
import { MirrorsSection } from './mirrors-section.tsx'
import { PictureHosts } from './picture-hosts.tsx'
import { SignatureSection } from './signature-section.tsx'
import styles from './about.module.css'

/** Prefetches the page's data, or leads to the posts of a mirror's build where the page was loaded to show that. */
export function loadAbout(client: QueryClient) {
  return async (): Promise<unknown> => {
    const toOpen = takeBuildToOpen()
    if (toOpen !== undefined) {
      await openMirrorBuild(client, toOpen, new AbortController().signal)
      return redirect(homePath)
    }
    await Promise.all([
      client.ensureQueryData(reportQuery()),
      client.ensureQueryData(dictionaryQuery('source')),
    ])
    return null
  }
}

/** For readers: what the archive is, how it is kept, its sources, and what the site does with its readers' data. */
export function AboutRoute() {
  const { t } = useTranslation()
  const { data: manifest } = useSuspenseQuery(manifestQuery())
  const { data: report } = useSuspenseQuery(reportQuery())
  const { data: sources } = useSuspenseQuery(dictionaryQuery('source'))
  const { description, about, counts, buildId, copy } = manifest
  useTitle(t('about.title'), manifest.title)
  usePageAddress(manifest, aboutPath)
  return (
    <div className={styles.page}>
      <h1>{t('about.title')}</h1>
      {description === undefined ? null : (
        <p className={styles.lead} dir="auto">
          {description}
        </p>
      )}
      {about === undefined ? null : (
        <section dir="auto">
          {[...new Set(about.split('\n'))].map((paragraph) => (
            <p key={paragraph}>{paragraph}</p>
          ))}
        </section>
      )}
      {copy === undefined ? null : <CopyFacts manifest={manifest} copy={copy} />}
      <section>
        <h2>{t('about.figures')}</h2>
        <ArchiveFigures manifest={manifest} names={['posts']} />
        <p>
          <Link to={statisticsPath}>{t('about.statistics')}</Link>
        </p>
      </section>
      <div className={styles.columns}>
        <CountTable
          facet="source"
          rows={sources.values.map(({ value, count }) => ({ value, posts: count }))}
        />
        <CountTable
          facet="collection"
          rows={report.collections.map(({ collection, posts }) => ({ value: collection, posts }))}
        />
      </div>
      <section>
        <h2>{t('about.kept')}</h2>
        <p>{t('about.keptText')}</p>
        <p>
          {t('about.keptVersions', {
            number: toNumberText(counts.versions),
            count: counts.versions,
          })}
        </p>
        <p>{t('about.rights')}</p>
        <p>
          <Link to={reportPath}>{t('about.report')}</Link>
          {` · ${t('about.reportProblems', { count: counts.problems, number: toNumberText(counts.problems) })}`}
        </p>
        <p>
          <Link to={checkPath}>{t('about.check')}</Link>
        </p>
      </section>
      <SignatureSection manifest={manifest} />
      <MirrorsSection manifest={manifest} />
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
      <section>
        <h2>{t('about.program')}</h2>
        <p>{t('about.programText', { build: buildId })}</p>
      </section>
    </div>
  )
}
