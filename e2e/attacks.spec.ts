import { readFile } from 'node:fs/promises'
import { expect, test, type BrowserContext, type Frame, type Page } from '@playwright/test'
import { postAttacks, toLabel, visitorAttacks } from './attacks/attack-archive.ts'
import { buildAttackSites, origin, type AttackSites } from './attacks/attack-sites.ts'
import type { Attack } from './attacks/attack.ts'
import { pokeArticle, readInside, type Impression, type Reading } from './attacks/in-page.ts'
import { toFaults, type Outcome } from './attacks/outcome.ts'
import { readInGroups } from './attacks/read-groups.ts'
import { serveFile, serveFiles, type SiteFiles } from './attacks/site-files.ts'
import { Witness } from './attacks/witness.ts'
import { walkLifeboatAttacks, writeAttackLifeboat } from './attacks/attack-lifeboat.ts'
import { toFileAddress } from './lifeboat.ts'

// On one worker: each one would build the sites, in the same folder.
test.describe.configure({ mode: 'default' })

let sites: AttackSites

test.beforeAll(async () => {
  sites = await buildAttackSites('test-results/attacks')
})

/** Which attacks to open, and whether each article is loaded as its own page. */
interface Run {
  files: SiteFiles
  isMeant?: (attack: Attack) => boolean
  everyPage?: boolean
  /** Whether some articles may break the page, so that they never appear in it. */
  mayBreak?: boolean
}

/**
 * If the previous article may have broken the page and this one has not appeared after so many frames, the page is
 * reloaded.
 */
const framesToTry = 100

async function startWitness(context: BrowserContext, files: SiteFiles): Promise<Witness> {
  const witness = new Witness(context, serveFiles(files, origin))
  await witness.start()
  await context.addInitScript(() => {
    // Frames with an opaque origin have no storage.
    if (self.origin !== 'null') {
      localStorage.setItem('broadsheet.settings', '{"articlePictures":"off"}')
    }
  })
  return witness
}

/** Loads a page; retries a few times when a navigation that the previous article started interrupts it. */
async function openPage(frame: Frame, path: string, triesLeft = 4): Promise<void> {
  try {
    await frame.goto(`${origin}${path}`, { waitUntil: 'domcontentloaded' })
  } catch (error) {
    if (triesLeft === 0 || !String(error).includes('interrupted by another navigation')) throw error
    await frame.waitForLoadState('load')
    await openPage(frame, path, triesLeft - 1)
  }
}

/**
 * Whether a string may do to a window what it cannot do to a frame: only windows have icons, manifests and pages ahead, and
 * frames may reach for the window they are in.
 */
function needsWindow({ bites, family }: Attack): boolean {
  return bites === 'request' || bites === 'navigate' || family === 'frames'
}

/** A new frame that fills the page. To load an article there takes half of what it takes to load it as a page. */
async function openFrame(page: Page): Promise<Frame> {
  if (!page.url().startsWith('about:blank')) await page.goto('about:blank')
  await page.setContent(
    '<iframe style="position: fixed; inset: 0; width: 100%; height: 100%; border: 0"></iframe>',
  )
  const frame = page.frames()[1]
  if (frame === undefined) throw new Error('no frame')
  return frame
}

function toPath(attack: Attack): string {
  return sites.paths[postAttacks.indexOf(attack)] ?? '/'
}

function toReading(attack: Attack): Reading {
  return {
    path: toPath(attack),
    label: toLabel(postAttacks.indexOf(attack)),
    mayRefuse: attack.field === 'sourceUrl',
    mayCover: attack.bites === 'overlay',
    mostFrames: framesToTry,
  }
}

/** Opens an article inside the page; reloads the page when the last article broke it. */
async function readArticle(page: Page, attack: Attack, run: Run): Promise<Impression> {
  const reading = toReading(attack)
  if (run.everyPage !== true) {
    const inside = await page.evaluate(readInside, reading).catch(() => undefined)
    if (inside?.shown === true) return inside
  }
  const frame =
    run.everyPage === true && !needsWindow(attack) ? await openFrame(page) : page.mainFrame()
  await openPage(frame, toPath(attack))
  const { path: _, ...opened } = reading
  const mostFrames = run.mayBreak === true ? framesToTry : Infinity
  return frame.evaluate(readInside, { ...opened, mostFrames })
}

async function openReader(witness: Witness): Promise<Page> {
  const page = await witness.open()
  await page.goto(`${origin}/about`)
  return page
}

/** Reads articles in the reader, none of which may break the page. */
async function readTogether(context: BrowserContext, files: SiteFiles): Promise<Outcome[]> {
  const witness = await startWitness(context, files)
  const page = await openReader(witness)
  return readInGroups(page, witness, {
    attacks: postAttacks,
    toReading,
    readAlone: (attack) => readArticle(page, attack, { files }),
  })
}

/** Reads articles one by one. Where they may break pages, two go on while the third is waited for. */
async function readAll(context: BrowserContext, run: Run): Promise<Outcome[]> {
  const { files, isMeant = () => true } = run
  const witness = await startWitness(context, files)
  const waiting = postAttacks.filter(isMeant)
  const outcomes: Outcome[] = []
  await Promise.all(
    (run.mayBreak === true ? [1, 2, 3] : [1]).map(async () => {
      const page = await openReader(witness)
      for (let attack = waiting.shift(); attack !== undefined; attack = waiting.shift()) {
        witness.forget(page)
        const impression = await readArticle(page, attack, run)
        outcomes.push({ name: attack.name, ...impression, ...witness.of(page) })
      }
    }),
  )
  return outcomes
}

function expectNothing(outcomes: Outcome[]): void {
  expect(outcomes).toHaveLength(postAttacks.length)
  expect(outcomes.flatMap(toFaults)).toEqual([])
}

test('S1 nothing bites in the product', async ({ context }) => {
  expectNothing(await readTogether(context, sites.product))
})

test('S1 nothing bites when the builder is bypassed', async ({ context }) => {
  expectNothing(await readTogether(context, sites.raw))
})

test('S1 L1 L2 nothing bites in a lifeboat when the builder is bypassed', async ({ context }) => {
  const path = await writeAttackLifeboat(sites.readable, 'test-results/attacks/lifeboat')
  const address = toFileAddress(path)
  const witness = new Witness(context, serveFile(address, await readFile(path)))
  await witness.start()
  const page = await witness.open()
  await page.goto(address)
  await expect(page.getByRole('main').getByRole('article').first()).toBeVisible()
  expectNothing(await walkLifeboatAttacks(witness, page, sites.paths))
})

test('S1 nothing bites when the sanitizer is the only defence', async ({ context }) => {
  expectNothing(await readTogether(context, sites.sanitizerAlone))
})

test('S1 nothing bites when the cleaned prerendered pages are the only defence', async ({
  context,
}) => {
  expectNothing(await readAll(context, { files: sites.pagesAlone, everyPage: true }))
})

test('S1 nothing runs when the policy is the only defence', async ({ context }) => {
  const outcomes = await readAll(context, {
    files: sites.policyAlone,
    mayBreak: true,
    isMeant: ({ bites }) => bites === 'script' || bites === 'request',
  })
  expect(outcomes.filter(({ scripts }) => scripts > 0)).toEqual([])
  // A policy that allows an article's pictures and sounds allows these too, with captions and preloads of the same
  // kinds;
  // keeping them out is the sanitizer's job.
  const allowed = /^(?:(?:image|media|texttrack) https:|other https:\/\/attacker\.example\/g$)/
  const requests = outcomes.flatMap((outcome) => outcome.requests)
  expect(requests.filter((request) => !allowed.test(request))).toEqual([])
})

test('S1 the same strings bite in the reader when both layers are removed', async ({ context }) => {
  const outcomes = await readAll(context, {
    files: sites.neither,
    mayBreak: true,
    isMeant: ({ bites, field, written }) =>
      bites === 'script' && field === 'body' && written === 'inserted',
  })
  // A few are defused by what the reader does after sanitizing, or take longer than a test can wait.
  const harmless = outcomes.filter(({ scripts }) => scripts === 0)
  expect(outcomes.length).toBeGreaterThan(100)
  expect(harmless.length).toBeLessThan(outcomes.length / 10)
})

function toVisitorAddress({ field, text }: Attack): string {
  const encoded = encodeURIComponent(text)
  if (field === 'postId') return `/posts/${encoded}`
  return `/?tag=${encoded}&not-author=${encoded}&from=${encoded}&sort=${encoded}#${encoded}`
}

test('S5 nothing bites from the address', async ({ context }) => {
  const witness = await startWitness(context, sites.sanitizerAlone)
  const page = await witness.open()
  for (const attack of visitorAttacks.filter(({ field }) => field !== 'search')) {
    await page.goto(`${origin}${toVisitorAddress(attack)}`)
    await expect(page.getByRole('main')).not.toBeEmpty()
    await page.evaluate(pokeArticle, 'none')
    expect([attack.name, witness.of(page)]).toEqual([
      attack.name,
      { scripts: 0, requests: [], navigations: [] },
    ])
  }
})

test('S5 nothing bites from the search box', async ({ context }) => {
  const witness = await startWitness(context, sites.sanitizerAlone)
  const page = await witness.open()
  await page.goto(`${origin}/`)
  const tags = page.getByRole('button', { name: /^Show all/ }).first()
  await tags.click()
  const search = page.getByRole('searchbox').first()
  for (const { text } of visitorAttacks.filter(({ field }) => field === 'search')) {
    await search.fill(text)
    await page.evaluate(pokeArticle, 'none')
  }
  expect(witness.of(page)).toEqual({ scripts: 0, requests: [], navigations: [] })
})
