import { expect, test } from 'vitest'
import { parseSums, parseSumsRoot, toSumsText } from './sums-file.ts'

const [a, b] = ['a'.repeat(64), 'b'.repeat(64)]
const list = 'data/sums/abcdefghijklmnop.txt'

test('a list is read as it was written', () => {
  const sums = [
    { path: '.nojekyll', sha256: b },
    { path: '2020/..海.html', sha256: a },
    { path: 'index.html', sha256: b },
  ]
  expect(toSumsText(sums)).toBe(`${b}  .nojekyll\n${a}  2020/..海.html\n${b}  index.html\n`)
  expect(parseSums(toSumsText(sums))).toEqual(sums)
})

test.each([
  ['nothing', ''],
  ['no end of the last line', `${a}  x`],
  ['an empty line', `${a}  x\n\n`],
  ['a file twice', `${a}  x\n${a}  x\n`],
  ['files out of order', `${a}  y\n${a}  x\n`],
  ['one space', `${a} x\n`],
  ['the mark of binary mode', `${a} *x\n`],
  ['capitals', `${a.toUpperCase()}  x\n`],
  ['too short a hash', `${a.slice(1)}  x\n`],
  ['an escaped name', `\\${a}  x\\ny\n`],
  ['a carriage return', `${a}  x\r\n`],
  ['an absolute path', `${a}  /x\n`],
  ['a path outside of the site', `${a}  ../x\n`],
  ['a path that leads outside', `${a}  x/../../y\n`],
  ['the folder above', `${a}  ..\n`],
  ['a step to where it is', `${a}  x/./y\n`],
  ['the folder itself', `${a}  .\n`],
  ['a way outside behind a line separator', `${a}  x\u2028/../../y\n`],
  ['an empty step', `${a}  x//y\n`],
  ['a folder', `${a}  x/\n`],
  ['a path that ends above', `${a}  x/..\n`],
])('refuses a list with %s', (_, text) => {
  expect(() => parseSums(text)).toThrow('list of hashes')
})

test('SHA256SUMS names the list of lists and the manifest', () => {
  expect(parseSumsRoot(`${a}  ${list}\n${b}  manifest.json\n`)).toEqual({
    lists: { path: list, sha256: a },
    manifest: { path: 'manifest.json', sha256: b },
  })
})

test.each([
  ['the manifest alone', `${a}  manifest.json\n`],
  ['a list elsewhere', `${a}  data/x.txt\n${b}  manifest.json\n`],
  ['a list outside the site', `${a}  ../sums/abcdefghijklmnop.txt\n${b}  manifest.json\n`],
  ['a third file', `${a}  ${list}\n${b}  manifest.json\n${b}  other\n`],
])('refuses a SHA256SUMS with %s', (_, text) => {
  expect(() => parseSumsRoot(text)).toThrow('SHA256SUMS')
})
