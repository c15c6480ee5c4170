import type { PageChoice } from './build-options.ts'

/** Ordinal of the first post that gets a prerendered page; all newer posts get one too. */
export function toFirstPage(pages: PageChoice, posts: number): number {
  if (pages === 'all') return 0
  return pages === 'none' ? posts : Math.max(0, posts - pages.latest)
}
