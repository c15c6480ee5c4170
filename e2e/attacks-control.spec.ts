import { expect, test, type Page } from '@playwright/test'
import { allAttacks } from './attacks/all-attacks.ts'
import type { Attack, Bite } from './attacks/attack.ts'
import { toCarelessPage } from './attacks/careless-page.ts'
import { findClobbered, findCovered, pokeArticle } from './attacks/in-page.ts'
import { serveFile } from './attacks/site-files.ts'
import { bitesOf, Witness } from './attacks/witness.ts'
import { toFileAddress } from './lifeboat.ts'

const careless = 'https://careless.test/'

async function hasBitten(page: Page, bite: Bite, witness: Witness): Promise<boolean> {
  if (bite === 'clobber') return (await page.evaluate(findClobbered)).length > 0
  if (bite === 'overlay') return (await page.evaluate(findCovered, '')).length > 0
  return bitesOf(witness.of(page)).has(bite)
}

/** Opens an address; retries when a navigation of the previous page interrupts it. */
async function visit(page: Page, address: string): Promise<void> {
  await page
    .goto(address, { waitUntil: 'commit' })
    .catch(() => page.goto(address, { waitUntil: 'commit' }))
}

/** Waits until an attack has bitten a page that shows it unsanitized; some need interaction first. */
async function expectBite(page: Page, attack: Attack, witness: Witness): Promise<void> {
  witness.forget(page)
  await visit(page, `${careless}?${allAttacks.indexOf(attack)}`)
  let looks = 0
  const look = async () => {
    if (await hasBitten(page, attack.bites, witness)) return true
    if (looks++ === 3) await page.evaluate(pokeArticle, '')
    return false
  }
  const intervals = [20, 30, 40, 50, 100]
  await expect.soft.poll(look, { message: attack.name, intervals }).toBe(true)
}

test('S1 every string bites an undefended page', async ({ context }) => {
  const witness = new Witness(context, (url) => {
    if (!url.href.startsWith(careless)) return undefined
    const attack = allAttacks[Number(url.search.slice(1))]
    const body = url.pathname === '/' && attack !== undefined ? toCarelessPage(attack) : ''
    return { status: body === '' ? 404 : 200, contentType: 'text/html', body }
  })
  await witness.start()
  const waiting = [...allAttacks]
  await Promise.all(
    [1, 2, 3].map(async () => {
      const page = await witness.open()
      for (let attack = waiting.shift(); attack !== undefined; attack = waiting.shift()) {
        await expectBite(page, attack, witness)
      }
    }),
  )
})

test('L2 a page on disk that asks for another file, or leads to one, is found out', async ({
  context,
}) => {
  const address = toFileAddress('test-results/careless.html')
  const html = '<article><img src="other.png"><p>Text</p><a href="other.html">Link</a></article>'
  const witness = new Witness(context, serveFile(address, html))
  await witness.start()
  const page = await witness.open()
  await page.goto(address)
  await page.evaluate(pokeArticle, 'Text elsewhere')
  const [picture, other] = ['other.png', 'other.html'].map((name) => new URL(name, address).href)
  await expect
    .poll(() => witness.of(page))
    .toEqual({ scripts: 0, requests: [`image ${picture}`], navigations: [other] })
})
