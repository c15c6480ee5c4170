import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { strFromU8, unzipSync } from 'fflate'
import { builtProgram } from '#builder/testing/built-program.ts'
import { expect, test } from './fixtures.ts'
import { sitesFolder } from './site-builds.ts'
import { sites } from './sites.ts'

// A list and an article as a book, made in the browser and by the command line.

/** Writes a list of the examples as a book, by the product's own command line. */
function writeByCommand(path: string, query: string): Record<string, string> {
  const argv = [builtProgram, 'list', `${sitesFolder}/examples`, query]
  const more = ['--format', 'epub', '--address', sites.examples, '--out', path]
  const { status, stderr } = spawnSync(process.execPath, [...argv, ...more])
  if (status !== 0) throw new Error(`the book was not written: ${stderr.toString()}`)
  return openBook(path)
}

/** Files of a book; pictures as one sign a byte. */
function openBook(path: string): Record<string, string> {
  const files = Object.entries(unzipSync(readFileSync(path)))
  return Object.fromEntries(
    files.map(([name, bytes]) => [name, strFromU8(bytes, name.includes('/images/'))]),
  )
}

async function takeBook(page: Page, press: () => Promise<void>) {
  const coming = page.waitForEvent('download')
  await press()
  const download = await coming
  return { name: download.suggestedFilename(), files: openBook(await download.path()) }
}

test('A17 a book from the reader has the files of one from the command line', async ({ page }) => {
  await page.goto('./?q=gull')
  const asked: string[] = []
  page.on('request', (request) => asked.push(request.url()))
  await page.getByRole('button', { name: 'Save this list as a file' }).click()
  const dialog = page.getByRole('dialog', { name: 'Save this list' })
  await dialog.getByRole('radio', { name: 'EPUB', exact: true }).check({ force: true })
  const { name, files } = await takeBook(page, () =>
    dialog.getByRole('button', { name: 'Save file', exact: true }).first().click(),
  )
  expect(name).toMatch(/\.epub$/)
  const others = writeByCommand(test.info().outputPath('by-command.epub'), 'gull')
  expect(Object.keys(files)).toEqual(Object.keys(others))
  // Package and contents name the list: the reader as it shows it, the command by what was typed.
  const named = /nav\.xhtml$|package\.opf$/
  for (const [path, text] of Object.entries(files)) {
    if (!named.test(path)) expect([path, text]).toEqual([path, others[path]])
  }
  expect(
    asked.filter((url) => !url.startsWith(sites.examples) && !url.startsWith('blob:')),
  ).toEqual([])
})

test('an article is saved as a book of one chapter', async ({ page }) => {
  await page.goto('./?tag=birds')
  const link = page.getByRole('main').getByRole('article').getByRole('link').first()
  const title = (await link.textContent()) ?? ''
  await link.click()
  const { files } = await takeBook(page, () =>
    page.getByRole('button', { name: 'EPUB book' }).click(),
  )
  const chapters = Object.keys(files).filter((path) => path.includes('/chapters/'))
  expect(chapters).toEqual(['EPUB/chapters/c0001.xhtml'])
  expect(files['EPUB/chapters/c0001.xhtml']).toContain('Time of publication')
  expect(files['EPUB/nav.xhtml']).toContain(title)
})
