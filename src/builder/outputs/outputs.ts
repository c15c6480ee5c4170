import type { Output, PlannedOutput } from '#builder/site/assembly/output.ts'
import type { SitePlan } from '#builder/site/plan/site-plan.ts'
import { addressesOutput } from './addresses/addresses-output.ts'
import { cardOutput } from './card/card-output.ts'
import { clocksOutput } from './clocks/clocks-output.ts'
import { facetsOutput } from './facets/facets-output.ts'
import { feedsOutput } from './feeds/feeds-output.ts'
import { keysOutput } from './keys/keys-output.ts'
import { listsOutput } from './lists/lists-output.ts'
import { offlineOutput } from './offline/offline-output.ts'
import { openingOutput } from './opening/opening-output.ts'
import { originalsOutput } from './originals/originals-output.ts'
import { pagesOutput } from './pages/pages-output.ts'
import { picturesOutput } from './pictures/pictures-output.ts'
import { reportOutput } from './report/report-output.ts'
import { searchOutput } from './search/search-output.ts'
import { shellOutput } from './shell/shell-output.ts'
import { sitemapOutput } from './sitemap/sitemap-output.ts'
import { sourcesOutput } from './sources/sources-output.ts'
import { statisticsOutput } from './statistics/statistics-output.ts'
import { timelineOutput } from './timeline/timeline-output.ts'
import { topicsOutput } from './topics/topics-output.ts'

/**
 * The table of contents of a site. Outputs are written from top to bottom and may use the parts of those above them.
 */
export const outputs: readonly Output[] = [
  picturesOutput,
  pagesOutput,
  sourcesOutput,
  timelineOutput,
  openingOutput,
  clocksOutput,
  originalsOutput,
  facetsOutput,
  statisticsOutput,
  topicsOutput,
  reportOutput,
  addressesOutput,
  listsOutput,
  sitemapOutput,
  feedsOutput,
  cardOutput,
  keysOutput,
  shellOutput,
  searchOutput,
  offlineOutput,
]

/** Plans every output that this site has. */
export function planOutputs(site: SitePlan): PlannedOutput[] {
  return outputs.flatMap((output) => output.plan(site) ?? [])
}
