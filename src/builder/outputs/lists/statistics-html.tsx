import { renderToStaticMarkup } from 'react-dom/server'
import type { InterfaceLanguage } from '#article/languages/interface-languages.ts'
import { loadListMessages } from '#article/load-messages.ts'
import { loadStatisticsMessages } from '#article/statistics/load-statistics-messages.ts'
import { StatisticsView } from '#article/statistics/statistics-view.tsx'
import { makeWords } from '#article/words.ts'
import { browsePath, toListPath } from '#contract/browse-paths.ts'
import type { StatisticsFile } from '#contract/statistics-file.ts'
import type { ListSetting } from './row-html.tsx'

/** The statistics as they read without JavaScript, and their name. A figure leads to its list where there is one. */
export async function toStatisticsHtml(
  statistics: StatisticsFile,
  {
    base,
    locale,
    language,
    hasLists,
  }: Pick<ListSetting, 'base' | 'locale'> & {
    language: InterfaceLanguage
    hasLists: boolean
  },
): Promise<{ title: string; html: string }> {
  const [rows, own] = await Promise.all([
    loadListMessages(language),
    loadStatisticsMessages(language),
  ])
  const words = makeWords({ ...rows, ...own }, language)
  const html = renderToStaticMarkup(
    <StatisticsView
      statistics={statistics}
      words={words}
      locale={locale}
      toHref={({ facet, value, year }) => {
        if (!hasLists) return undefined
        if (facet === undefined || value === undefined) {
          return `${base}${browsePath}${year === undefined ? '' : `#y${year}`}`
        }
        // Only sources have lists, and none of a single year.
        return facet === 'source' && year === undefined
          ? `${base}${toListPath({ facet, value })}`
          : undefined
      }}
    />,
  )
  return { title: words('statistics.title'), html }
}
