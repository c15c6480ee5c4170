import { createHash } from 'node:crypto'
import { assertSafePage } from '#builder/site/page/check-page.ts'
import type { SitePlan } from '#builder/site/plan/site-plan.ts'
import type { FileGroups } from '#builder/site/write/file-groups.ts'
import type { SiteWriter } from '#builder/site/write/site-writer.ts'
import { toPlace, toTarget, type RedirectPlan } from './plan-redirects.ts'
import { toRedirectPage, type RedirectPage } from './redirect-page.ts'

/** Consecutive posts whose pages are kept or written together. */
const postsPerGroup = 256

interface PlacedPage extends RedirectPage {
  path: string
}

/** Writes the redirect pages. */
export async function writeRedirects(
  plan: SitePlan,
  redirects: RedirectPlan,
  { writer, groups }: { writer: SiteWriter; groups: FileGroups },
): Promise<void> {
  const starts = Array.from(
    { length: Math.ceil(plan.posts.length / postsPerGroup) },
    (_, at) => at * postsPerGroup,
  )
  // Recorded before they are written: a redirect page may have any name, so the next build would not recognize those of
  // a killed one.
  await writer.announce(
    starts.flatMap((first) => listPages(plan, redirects, first).map(({ path }) => path)),
  )
  for (const first of starts) {
    const pages = listPages(plan, redirects, first)
    if (pages.length === 0) continue
    const key = createHash('sha256')
      .update(JSON.stringify(['redirects', pages]))
      .digest('base64url')
    await groups.keepOr(key, async () => {
      for (const { path, ...page } of pages) {
        const html = toRedirectPage(page)
        assertSafePage(path, html)
        await writer.writePage(path, html)
      }
      return pages.map(({ path }) => path)
    })
  }
}

function listPages(
  { posts, place, address }: SitePlan,
  redirects: RedirectPlan,
  first: number,
): PlacedPage[] {
  return posts.slice(first, first + postsPerGroup).flatMap((post, at): PlacedPage[] => {
    const found = redirects.hasPage[first + at] === 1 ? toPlace(post, redirects.sites) : undefined
    const own = found === undefined || 'fault' in found ? [] : [found.path]
    const paths = [...own, ...(redirects.furtherPages.get(first + at) ?? [])]
    if (paths.length === 0) return []
    const page = `posts/${toTarget(post)}/`
    const { title, row } = post.cached
    return paths.map((path) => ({
      path,
      target: `${place.base}${page}`,
      canonical: `${address ?? place.base}${page}`,
      title,
      language: row.language,
    }))
  })
}
