import type { Output } from '#builder/site/assembly/output.ts'
import { verifyCard } from './verify-card.ts'
import { writeCard } from './write-card.ts'

/**
 * The picture that link previews show of posts without one. Previews fetch it by its full address, so the site needs
 * one.
 */
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
  verify: (_manifest, site) => verifyCard(site),
}
