import { expect, test } from 'vitest'
import { timeFlags } from '#core/post/post.ts'
import { interfaceLanguages } from '../languages/interface-languages.ts'
import { loadListMessages } from '../load-messages.ts'
import { makeWords } from '../words.ts'
import { toDoubts } from './row-text.ts'

test('only real doubts are marked', () => {
  expect(toDoubts({ timeFlags: ['dateOnly', 'epochMissing', 'epochInvalid'] })).toEqual([
    'epochInvalid',
  ])
  expect(toDoubts({})).toEqual([])
})

test.each(interfaceLanguages)('every doubt has words in %s', async (language) => {
  const words = makeWords(await loadListMessages(language), language)
  for (const flag of toDoubts({ timeFlags: [...timeFlags] })) {
    expect(words(`timeline.doubt.${flag}`)).not.toContain('timeline.')
  }
})
