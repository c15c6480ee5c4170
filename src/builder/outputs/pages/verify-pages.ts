import type { BuiltSite } from '#builder/site/verify/built-site.ts'
import { verifyPages } from '#builder/site/verify/verify-pages.ts'

/** Every recorded page of an article exists and is safe. */
export function verifyArticlePages(site: BuiltSite): Promise<string[]> {
  return verifyPages(site, (path) => path.startsWith('posts/'))
}
