import type { QueryClient } from '@tanstack/react-query'
import { reportPath, statisticsPath } from '#reader/links/paths.ts'
import { AboutRoute, loadAbout } from './about-route.tsx'
import { loadReport, ReportRoute } from './report-route.tsx'
import { loadStatistics, StatisticsRoute } from './statistics-route.tsx'

/** The pages about the archive, by their addresses. */
export function toAboutPage(path: string, client: QueryClient) {
  if (path === statisticsPath) return { Page: StatisticsRoute, load: loadStatistics(client) }
  return path === reportPath
    ? { Page: ReportRoute, load: loadReport(client) }
    : { Page: AboutRoute, load: loadAbout(client) }
}
