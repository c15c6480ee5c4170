import type { Manifest } from '#contract/manifest.ts'
import { parseOpening } from '#contract/opening-file.ts'
import { parseTopics } from '#contract/topics-file.ts'
import { toNewestTopics } from '#builder/site/shape/newest-topics.ts'
import type { BuiltSite } from '#builder/site/verify/built-site.ts'

/** Every month with terms follows the one before and has as many posts as its terms say. */
export async function verifyTopics(
  { topics: hash, opening: openingHash }: Manifest,
  site: BuiltSite,
): Promise<string[]> {
  if (hash === undefined) return []
  const topics = await site.readJson('topics', hash, parseTopics)
  const opening = await site.readJson('opening', openingHash, parseOpening)
  if (topics === undefined || opening === undefined) return []
  const posts = new Map<string, number>()
  for (const { day, start, end } of opening.calendar.days) {
    const month = day?.slice(0, 7)
    if (month !== undefined) posts.set(month, (posts.get(month) ?? 0) + end - start)
  }
  const newest = JSON.stringify(toNewestTopics(topics.months))
  const shown = JSON.stringify(opening.topics ?? [])
  const atDoor = newest === shown ? [] : ['topics: the opening has others of the newest months']
  const ofMonths = topics.months.flatMap(({ month, terms }, at) => {
    const faults: string[] = []
    if (month <= (topics.months[at - 1]?.month ?? ''))
      faults.push(`topics: ${month} is out of order`)
    const most = posts.get(month) ?? 0
    if (terms.some(({ posts: count }) => count > most)) {
      faults.push(`topics: a term of ${month} is in more posts than the month has`)
    }
    if (new Set(terms.map(({ term }) => term)).size < terms.length) {
      faults.push(`topics: ${month} has a term twice`)
    }
    return faults
  })
  return [...atDoor, ...ofMonths]
}
