import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { toChineseVariantsModule } from './chinese-variants.ts'

test('the table of Chinese variants is what scripts/make-chinese-variants.ts generates', async () => {
  const table = new URL('../src/search/fold/chinese-variants.ts', import.meta.url)
  expect(await readFile(table, 'utf8')).toBe(toChineseVariantsModule())
})
