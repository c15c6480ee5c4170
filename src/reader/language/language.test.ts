import { expect, test } from 'vitest'
import english from '#reader/messages/en.json'
import simplified from '#reader/messages/zh-Hans.json'
import traditional from '#reader/messages/zh-Hant.json'
import { toInterfaceLanguage } from './language.ts'

test.each([
  [['zh-TW', 'en'], 'zh-Hant'],
  [['zh-Hant-HK'], 'zh-Hant'],
  [['zh-CN'], 'zh-Hans'],
  [['zh'], 'zh-Hans'],
  [['fr', 'zh-HK'], 'zh-Hant'],
  [['en-US', 'zh-CN'], 'en'],
  [['fr', 'de'], 'en'],
  [[], 'en'],
])('a browser of %s reads %s', (languages, expected) => {
  expect(toInterfaceLanguage('auto', languages)).toBe(expected)
})

test('the setting wins over the browser', () => {
  expect(toInterfaceLanguage('zh-Hans', ['en'])).toBe('zh-Hans')
})

/** Keys of a message file; plural endings left out, because languages differ in them. */
function listKeys(messages: object, prefix = ''): string[] {
  return Object.entries(messages).flatMap(([key, value]: [string, unknown]) =>
    typeof value === 'object' && value !== null
      ? listKeys(value, `${prefix}${key}.`)
      : [`${prefix}${key.replace(/_(?:one|other)$/, '')}`],
  )
}

test.each([
  ['zh-Hans', simplified],
  ['zh-Hant', traditional],
])('%s has every message that English has, and no other', (_name, messages) => {
  expect(new Set(listKeys(messages))).toEqual(new Set(listKeys(english)))
})
