import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { makeFolder } from '#testing/make-archive.ts'
import { openColumnFile, writeColumnFile, type ColumnFile } from './column-file.ts'

const large = Buffer.alloc(100_000, 'large ')
const small = Buffer.from('small')

const openIt = (path: string) => openColumnFile(path, (name) => name === 'large')

async function writeIt(): Promise<string> {
  const path = join(await makeFolder(), 'columns')
  await writeColumnFile(path, { by: 'x' }, [
    ['large', [large.subarray(0, 10), large.subarray(10)]],
    ['small', [small]],
    ['empty', []],
  ])
  return path
}

function readAll({ sections }: ColumnFile): Map<string, string> {
  const texts = new Map<string, string>()
  for (const [name, section] of sections) {
    let text = ''
    for (const piece of Buffer.isBuffer(section) ? [section] : section.pieces(0, section.length)) {
      text += Buffer.from(piece).toString()
    }
    texts.set(name, text)
  }
  return texts
}

test('reads back what was written, and still reads sections left in a file that is replaced meanwhile', async () => {
  const path = await writeIt()
  const file = openIt(path)
  await writeColumnFile(path, {}, [])
  expect(file?.about).toEqual({ by: 'x' })
  expect(Buffer.isBuffer(file?.sections.get('large'))).toBe(false)
  const texts = file === undefined ? new Map<string, string>() : readAll(file)
  expect(texts.get('large') === large.toString()).toBe(true)
  expect([texts.get('small'), texts.get('empty')]).toEqual(['small', ''])
  file?.close()
})

test('detects a changed byte in every section, and truncation at any point', async () => {
  const path = await writeIt()
  const whole = readFileSync(path)
  const places = [0, 50_000, 99_999, 100_000, 100_004, 100_010, whole.length - 3]
  for (const at of places) {
    const damaged = Buffer.from(whole)
    damaged[at] = (damaged[at] ?? 0) ^ 1
    writeFileSync(path, damaged)
    expect(openIt(path), `byte ${at}`).toBeUndefined()
    writeFileSync(path, whole.subarray(0, at))
    expect(openIt(path), `${at} bytes`).toBeUndefined()
  }
  expect(openIt(`${path}-none`)).toBeUndefined()
})
