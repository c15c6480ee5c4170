import type { Browser, Locator, Page } from '@playwright/test'
import { medianOf } from '../measure/median.ts'
import { timeListChange } from './click-time.ts'
import { openReaderPage, waitForQuiet, waitForRows } from './reader-page.ts'

/** Milliseconds from the click on a value to the first rows. */
export interface FilterTimes {
  /** The first value of one facet, everything fetched and drawn once before; the median of some rounds. */
  oneWarmMs: number
  /** A value of a third facet beside two others, everything fetched and drawn once before; absent where no third one narrows further. */
  threeWarmMs?: number
  /** The same two, with nothing fetched yet. */
  oneColdMs: number
  threeColdMs?: number
}

/** Times everything is done again once it is warm; the medians count. */
const warmRounds = 3

const facets = ['Tag', 'Author', 'Collection', 'Language', 'Kind', 'Source', 'Year']

/** Narrows the timeline by one, two, three facets, clears it, and does the same again some times. @throws Error when nothing narrows it. */
export async function measureFilter(browser: Browser, siteUrl: string): Promise<FilterTimes> {
  const reader = await openReaderPage(browser, siteUrl)
  try {
    const { page } = reader
    await page.goto(siteUrl)
    await waitForRows(page)
    await waitForQuiet(page)
    const cold = await narrow(page)
    const warm: number[][] = []
    for (let round = 0; round < warmRounds; round++) {
      await clear(page)
      warm.push(await narrow(page))
    }
    const medianOfFacets = (facets: number) => {
      const times = warm.flatMap((round) => round[facets - 1] ?? [])
      return times.length === 0 ? undefined : medianOf(times)
    }
    return toFilterTimes(cold, [medianOfFacets(1), medianOfFacets(3)])
  } finally {
    await reader.close()
  }
}

function toFilterTimes(
  [oneColdMs, , threeColdMs]: readonly number[],
  [oneWarmMs, threeWarmMs]: readonly (number | undefined)[],
): FilterTimes {
  if (oneColdMs === undefined || oneWarmMs === undefined) {
    throw new Error('no value of any facet narrows this archive')
  }
  return {
    oneWarmMs,
    oneColdMs,
    ...(threeWarmMs === undefined ? {} : { threeWarmMs }),
    ...(threeColdMs === undefined ? {} : { threeColdMs }),
  }
}

async function clear(page: Page): Promise<void> {
  await timeListChange(page.getByRole('button', { name: 'Clear all' }).first())
  await waitForQuiet(page)
}

async function narrow(page: Page): Promise<number[]> {
  const times: number[] = []
  for (const facet of facets) {
    if (times.length === 3) break
    const control = await findNarrowingValue(page, facet)
    if (control === undefined) continue
    times.push(await timeListChange(control))
    await waitForQuiet(page)
  }
  return times
}

/** The first value of a facet that leaves some of the posts, but not all. */
async function findNarrowingValue(page: Page, facet: string): Promise<Locator | undefined> {
  const group = page.getByRole('region', { name: facet })
  if ((await group.count()) === 0) return undefined
  const opener = group.getByRole('button', { name: facet }).first()
  if ((await opener.getAttribute('aria-expanded')) === 'false') await opener.click()
  const labels = group.locator('label')
  await labels.first().waitFor()
  const shown = toNumber(
    await page
      .getByRole('main')
      .getByRole('status')
      .filter({ hasText: /\d/ })
      .first()
      .textContent(),
  )
  for (const label of (await labels.all()).slice(0, 8)) {
    const count = toNumber(await label.locator('span').last().textContent())
    if (count > 0 && count < shown) return label.getByRole('checkbox')
  }
  return undefined
}

function toNumber(text: string | null): number {
  return Number((text ?? '').replaceAll(/\D/g, '') || Number.NaN)
}
