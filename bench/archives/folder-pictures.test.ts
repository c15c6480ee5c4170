import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { countFolderPictures } from './folder-pictures.ts'

test('counts the pictures that texts name, and those of them that a site holds', () => {
  const home = mkdtempSync(join(tmpdir(), 'broadsheet-bench-'))
  onTestFinished(() => rmSync(home, { recursive: true, force: true }))
  const files = {
    'posts/a.md': '![x](i/one.png) ![y](two%20b.png)',
    'posts/i/one.png': '1',
    'posts/two b.png': '2',
    'posts/three.png': '3',
    'site/data/images/abc.png': '1',
    'site/data/images/def.png': '3',
  }
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(home, path)), { recursive: true })
    writeFileSync(join(home, path), text)
  }
  const counted = countFolderPictures(join(home, 'posts'), join(home, 'site'))
  expect(counted).toEqual({ expected: 2, kept: 1 })
})
