import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { builtProgram } from '#builder/testing/built-program.ts'
import { expect, test } from './fixtures.ts'
import { findFreePort, untilAnswered } from './local-server.ts'

/** A square of 64 pixels. */
const horn =
  'iVBORw0KGgoAAAANSUhEUgAAAEAAAABAAQMAAACQp+OdAAAAA1BMVEWAIEClF0NoAAAAD0lEQVR42mNgGAWjgHwAAAJAAAHgTR1EAAAAAElFTkSuQmCC'

const post = `---
title: The fog horn
date: 2022-01-02
---

It sounds every minute: ![The horn on its wall](horn.png)

It has lost its ![other half](none.png).
`

const home = mkdtempSync(join(tmpdir(), 'broadsheet-bundle-'))
const site = join(home, 'site')
let server: ChildProcess | undefined
let address = ''

function broadsheet(...args: string[]): ChildProcess {
  return spawn(process.execPath, [builtProgram, ...args], { stdio: 'inherit' })
}

test.beforeAll(async () => {
  const bundle = join(home, 'lighthouse/content/fog-horn')
  mkdirSync(bundle, { recursive: true })
  writeFileSync(join(bundle, 'index.md'), post)
  writeFileSync(join(bundle, 'horn.png'), Buffer.from(horn, 'base64'))
  await once(broadsheet('build', join(home, 'lighthouse'), '--out', site, '--base', '/'), 'exit')
  const port = await findFreePort()
  server = broadsheet('serve', site, '--port', String(port), '--host', '127.0.0.1')
  address = `http://127.0.0.1:${port}/`
  await untilAnswered(`${address}manifest.json`)
})

test.afterAll(async () => {
  const ended = server && once(server, 'exit')
  server?.kill()
  await ended
  rmSync(home, { recursive: true, force: true })
})

test('shows a picture that lies beside its post in the row and in the article, from the site itself', async ({
  page,
  foreignRequests,
}) => {
  await page.goto(address)
  const row = page.getByRole('article').filter({ hasText: 'The fog horn' })
  const inRow = row.locator('img')
  await expect(inRow).toHaveJSProperty('naturalWidth', 64)
  await row.getByRole('link', { name: 'The fog horn' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'The fog horn' })).toBeVisible()
  const picture = page.getByRole('img', { name: 'The horn on its wall' })
  await expect(picture).toHaveJSProperty('naturalWidth', 64)
  await expect(picture).toHaveAttribute('src', /^\/data\/images\/[a-z2-7]{26}\.png$/)
  await expect(page.getByText('It has lost its ▨ other half.')).toBeVisible()
  expect(foreignRequests).toEqual([])
})

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false })

  test('the page has the picture, too', async ({ page, foreignRequests }) => {
    await page.goto(address)
    await page.getByRole('link', { name: 'The fog horn' }).click()
    const picture = page.getByRole('img', { name: 'The horn on its wall' })
    await expect(picture).toHaveJSProperty('naturalWidth', 64)
    expect(foreignRequests).toEqual([])
  })
})
