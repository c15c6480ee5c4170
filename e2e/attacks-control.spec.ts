import { expect, test, type Page } from '@playwright/test'
import { allAttacks } from './attacks/all-attacks.ts'
import type { Attack, Bite } from './attacks/attack.ts'
import { toCarelessPage } from './attacks/careless-page.ts'
import { findClobbered, findCovered, pokeArticle } from './attacks/in-page.ts'
import { bitesOf, Witness } from './attacks/witness.ts'

test.describe.configure({ timeout: 180_000 })

const careless = 'https://careless.test/'

async function hasBitten(page: Page, bite: Bite, witness: Witness): Promise<boolean> {
  if (bite === 'clobber') return (await page.evaluate(findClobbered)).length > 0
  if (bite === 'overlay') return (await page.evaluate(findCovered, '')).length > 0
  return bitesOf(witness.of(page)).has(bite)
}

/** Opens an address, again when the page before it was still on its way elsewhere. */
async function visit(page: Page, address: string): Promise<void> {
  await page
    .goto(address, { waitUntil: 'commit' })
    .catch(() => page.goto(address, { waitUntil: 'commit' }))
}

async function bitesWhenWritten(page: Page, attack: Attack, witness: Witness): Promise<boolean> {
  witness.forget(page)
  await visit(page, `${careless}?${allAttacks.indexOf(attack)}`)
  for (let look = 0; look < 40; look++) {
    if (await hasBitten(page, attack.bites, witness)) return true
    if (look === 3) await page.evaluate(pokeArticle, '')
    await page.waitForTimeout(20 + look * 10)
  }
  return false
}

test('S1 every string bites a page without defence', async ({ context }) => {
  const witness = new Witness(context, (url) => {
    if (!url.href.startsWith(careless)) return undefined
    const attack = allAttacks[Number(url.search.slice(1))]
    const body = url.pathname === '/' && attack !== undefined ? toCarelessPage(attack) : ''
    return { status: body === '' ? 404 : 200, contentType: 'text/html', body }
  })
  await witness.start()
  const waiting = [...allAttacks]
  const harmless: string[] = []
  await Promise.all(
    [1, 2, 3].map(async () => {
      const page = await witness.open()
      for (let attack = waiting.shift(); attack !== undefined; attack = waiting.shift()) {
        if (!(await bitesWhenWritten(page, attack, witness))) harmless.push(attack.name)
      }
    }),
  )
  expect(harmless).toEqual([])
})
