import { expect, test } from 'vitest'
import { checkLifeboatFile, isLifeboat } from './check-lifeboat.ts'

const encoder = new TextEncoder()
const page =
  '<!doctype html>\n<script type="application/json" id="broadsheet-directory">{}</script>'

test('A10 a lifeboat is told from a page and from a post that shows one', () => {
  expect(isLifeboat(encoder.encode(page))).toBe(true)
  expect(isLifeboat(encoder.encode('<!doctype html><p>text</p>'))).toBe(false)
  expect(isLifeboat(encoder.encode('---\ntitle: id="broadsheet-directory"\n---'))).toBe(false)
})

test('without a program to compare with it says so', async () => {
  const checked = await checkLifeboatFile(encoder.encode(page), {
    program: undefined,
    signal: new AbortController().signal,
  })
  expect(checked).toEqual({
    input: 'lifeboat',
    faults: [{ key: 'otherForm' }],
    files: 0,
    isProgramCompared: false,
  })
})
