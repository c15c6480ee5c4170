import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { toWebManifest } from './web-manifest.ts'

const setting = { title: 'News <&>', description: undefined, language: 'en' }

test('a site can be installed as an app, below any path', async () => {
  const manifest = JSON.parse(toWebManifest(setting))
  expect(manifest).toMatchObject({ name: 'News <&>', start_url: './', scope: './', lang: 'en' })
  for (const { src, sizes } of manifest.icons) {
    const bytes = await readFile(`public/${src}`)
    // The first chunk of a PNG holds width and height.
    expect(`${bytes.readUInt32BE(16)}x${bytes.readUInt32BE(20)}`).toBe(sizes)
    expect(bytes.length).toBeLessThan(5_000)
  }
})

test('makes up no short name for a long title', () => {
  const { name, short_name: short } = JSON.parse(
    toWebManifest({ ...setting, title: 'A'.repeat(60) }),
  )
  expect([name.length, short]).toEqual([60, undefined])
})

test('the theme colours are those of the paper', async () => {
  const tokens = await readFile('src/reader/styles/tokens.css', 'utf8')
  const [, light, dark] = /--paper: light-dark\((#\w+), (#\w+)\)/.exec(tokens) ?? []
  const page = await readFile('index.html', 'utf8')
  const told = page.matchAll(
    /"theme-color" media="\(prefers-color-scheme: (\w+)\)" content="(#\w+)"/g,
  )
  expect(Object.fromEntries([...told].map(([, scheme, colour]) => [scheme, colour]))).toEqual({
    light,
    dark,
  })
  expect(JSON.parse(toWebManifest(setting)).theme_color).toBe(light)
})
