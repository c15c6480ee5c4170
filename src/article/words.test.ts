import { expect, test } from 'vitest'
import { interfaceLanguages } from './languages/interface-languages.ts'
import { loadArticleMessages, loadListMessages } from './load-messages.ts'
import { makeWords, type Messages } from './words.ts'

const messages: Messages = {
  plain: 'Plain',
  deep: { name: 'By {{who}}, {{who}}' },
  posts_one: '{{count}} post',
  posts_other: '{{count}} posts',
}
const words = makeWords(messages, 'en')

test.each([
  ['plain words', 'plain', {}, 'Plain'],
  ['filled placeholders', 'deep.name', { who: '{{who}}$&' }, 'By {{who}}$&, {{who}}$&'],
  ['a singular', 'posts', { count: 1 }, '1 post'],
  ['a plural', 'posts', { count: 5 }, '5 posts'],
  ['an unfilled placeholder', 'deep.name', {}, 'By {{who}}, {{who}}'],
  ['the key of a missing message', 'deep.other', {}, 'deep.other'],
  ['no inherited property', 'constructor.name', {}, 'constructor.name'],
])('returns %s', (_, key, values, text) => {
  expect(words(key, values)).toBe(text)
})

function listKeys(messages: Messages, prefix = ''): string[] {
  return Object.entries(messages).flatMap(([key, value]) =>
    typeof value === 'string'
      ? [`${prefix}${key}`.replace(/_(?:one|other)$/, '')]
      : listKeys(value, `${prefix}${key}.`),
  )
}

const everyLanguage = interfaceLanguages.flatMap((language) => [
  { name: `${language} of articles`, language, load: loadArticleMessages },
  { name: `${language} of lists`, language, load: loadListMessages },
])

test.each(everyLanguage)('$name has a message for every key', async ({ language, load }) => {
  const keys = async (name: typeof language) => [...new Set(listKeys(await load(name)))]
  expect(await keys(language)).toEqual(await keys('en'))
})
