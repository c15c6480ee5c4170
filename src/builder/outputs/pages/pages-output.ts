import { toManifestPrint } from '#contract/signing/public-key.ts'
import type { Output } from '#builder/site/assembly/output.ts'
import { toFirstPage } from '#builder/site/plan/first-page.ts'
import { verifyArticlePages } from './verify-pages.ts'
import { makePageWriter } from './write-pages.ts'

/** A page for each article that reads without JavaScript, written while the timeline writes its post. */
export const pagesOutput: Output = {
  plan: ({ frame, title, place, address, options, language, facets, posts }) => {
    const setting = {
      frame,
      siteTitle: title,
      base: place.base,
      address,
      canonical: options.canonical ?? 'archive',
      timeZone: options.timeZone,
      locale: language,
      twinFacets: facets.some(({ isTwin }) => isTwin),
      keyPrint: toManifestPrint({ archive: options.signer?.archive }),
      hasAllPages: toFirstPage(options.pages, posts.length) === 0,
    }
    return {
      write: async ({ writer }) => ({
        pages: makePageWriter(setting, { writer, pages: options.pages, posts: posts.length }),
      }),
    }
  },
  verify: (_manifest, site) => verifyArticlePages(site),
}
