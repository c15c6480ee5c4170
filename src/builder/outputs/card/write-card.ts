import { createHash } from 'node:crypto'
import { buildCalendar } from '#builder/site/shape/calendar.ts'
import type { SitePlan } from '#builder/site/plan/site-plan.ts'
import type { FileGroups } from '#builder/site/write/file-groups.ts'
import type { SiteWriter } from '#builder/site/write/site-writer.ts'
import { cardPath } from '#builder/site/page/card-file.ts'
import { countMonths } from './count-months.ts'

/** Draws and writes the card that previews show of posts without a picture. */
export async function writeCard(
  { posts, options }: SitePlan,
  { groups, writer }: { groups: FileGroups; writer: SiteWriter },
): Promise<void> {
  const months = countMonths(buildCalendar(posts, options.timeZone))
  const key = createHash('sha256').update(JSON.stringify(months)).digest('base64url')
  await groups.keepOr(`card ${key}`, async () => {
    const [{ drawCard }, { toPngBytes }] = await Promise.all([
      import('./draw-card.ts'),
      import('./png.ts'),
    ])
    await writer.writePage(cardPath, toPngBytes(drawCard(months)))
    return [cardPath]
  })
}
