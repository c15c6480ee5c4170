import type { Page } from '@playwright/test'
import type { Attack } from './attack.ts'
import { readEach, type Impression, type Reading } from './in-page.ts'
import { toFaults, type Outcome } from './outcome.ts'
import type { Witness } from './witness.ts'

/** How to read an article among others, and by itself. */
interface Ways {
  toReading: (attack: Attack) => Reading
  readAlone: (attack: Attack) => Promise<Impression>
}

/** Articles that are read without asking in between what they did. */
const groupSize = 20

/** Reads articles a group at a time. If a group does anything, each of its articles is read again, to find which one it was. */
export async function readInGroups(
  page: Page,
  witness: Witness,
  { attacks, toReading, readAlone }: Ways & { attacks: readonly Attack[] },
): Promise<Outcome[]> {
  const outcomes: Outcome[] = []
  for (let from = 0; from < attacks.length; from += groupSize) {
    const group = attacks.slice(from, from + groupSize)
    witness.forget(page)
    const impressions = await page.evaluate(readEach, group.map(toReading)).catch(() => [])
    const together = group.map(({ name }, at) => ({
      name,
      ...(impressions[at] ?? { shown: false, clobbered: [], covered: [] }),
      ...witness.of(page),
    }))
    const alone: Outcome[] = []
    for (const attack of together.flatMap(toFaults).length > 0 ? group : []) {
      witness.forget(page)
      const impression = await readAlone(attack)
      alone.push({ name: attack.name, ...impression, ...witness.of(page) })
    }
    // What an article only does after others is a fault of them all. That it came late is none.
    for (const outcome of together) outcome.shown = true
    outcomes.push(...(alone.flatMap(toFaults).length > 0 ? alone : together))
  }
  return outcomes
}
