import type { Output } from '#builder/site/assembly/output.ts'
import { makeLinkSettler } from '#builder/archive/targets/settle-links.ts'
import { verifyTimeline } from './verify-timeline.ts'
import { writeTimeline } from './write-timeline.ts'

/** Rows and bodies of all posts, in shards and packs by ordinal. */
export const timelineOutput: Output = {
  plan: ({ posts, discovery, related }) => ({
    write: async ({ parts, stretches, ...tools }) => ({
      timeline: await writeTimeline(posts, {
        ...tools,
        before: stretches,
        related,
        pages: parts.get('pages'),
        sources: parts.get('sources'),
        pictures: parts.get('pictures'),
        settleLinks: makeLinkSettler(discovery.collections),
      }),
    }),
  }),
  verify: verifyTimeline,
}
