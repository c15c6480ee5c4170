import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { makeFolder } from '#testing/make-archive.ts'
import { saveNewFile } from './save-new-file.ts'

async function* makePieces(...pieces: (string | Uint8Array | Error)[]) {
  for (const piece of pieces) {
    if (piece instanceof Error) throw piece
    yield await Promise.resolve(piece)
  }
}

test('all pieces are written, texts as UTF-8', async () => {
  const path = join(await makeFolder(), 'new.txt')
  await saveNewFile(makePieces('bücher', Uint8Array.of(33)), path)
  expect(await readFile(path, 'utf8')).toBe('bücher!')
})

test.each([
  ['another fault', new Error('of its own'), /^of its own$/],
  ['a full disk', Object.assign(new Error('full'), { code: 'ENOSPC' }), /new\.txt" .* whole/],
])('nothing is left after %s', async (_, error, sentence) => {
  const folder = await makeFolder()
  const saving = saveNewFile(makePieces('begun', error), join(folder, 'new.txt'))
  await expect(saving).rejects.toThrow(sentence)
  expect(await readdir(folder)).toEqual([])
})
