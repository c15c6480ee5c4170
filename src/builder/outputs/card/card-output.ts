import type { Output } from '#builder/site/output/output.ts'
import { cardPath } from '#builder/site/page/card-file.ts'
import { writeCard } from './write-card.ts'

/** The picture that previews of posts without one show. It needs the full address of the site, by which alone it can be had. */
export const cardOutput: Output = {
  plan: (site) =>
    site.address === undefined
      ? undefined
      : {
          write: async (tools) => {
            await writeCard(site, tools)
            return {}
          },
        },
  verify: async (_manifest, site) => {
    if (site.paths.has(cardPath)) await site.expectFile(cardPath)
    return []
  },
}
