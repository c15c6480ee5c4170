import { measureArticles, type ArticleTimes } from './article-times.ts'
import { measureBrowsing, type BrowsingMinute } from './browsing-minute.ts'
import { measureFilter, type FilterTimes } from './filter-times.ts'
import { measureFirstLoad, type FirstLoad } from './first-load.ts'
import { openSite } from './open-site.ts'
import { openBrowser } from './reader-page.ts'

/** Everything that is measured in the browser. */
export interface ReaderFigures {
  browser: string
  firstLoad: FirstLoad
  filter: FilterTimes
  article: ArticleTimes
  minute: BrowsingMinute
}

/** Serves a built site and reads it in a real browser, every measurement in a profile of its own. */
export async function measureReader(program: string, folder: string): Promise<ReaderFigures> {
  const site = await openSite(program, folder)
  const browser = await openBrowser()
  try {
    return {
      browser: `Chromium ${browser.version()}`,
      firstLoad: await measureFirstLoad(browser, site.url),
      filter: await measureFilter(browser, site.url),
      article: await measureArticles(browser, site.url),
      minute: await measureBrowsing(browser, site.url),
    }
  } finally {
    await browser.close()
    site.close()
  }
}
