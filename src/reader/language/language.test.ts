import { expect, test } from 'vitest'
import {
  interfaceLanguages,
  languageFacts,
  type InterfaceLanguage,
} from '#article/languages/interface-languages.ts'
import { loadPageWords, loadSearchWords, toInterfaceLanguage } from './language.ts'

test.each([
  [['zh-TW', 'en'], 'zh-Hant'],
  [['zh-Hant-HK'], 'zh-Hant'],
  [['zh-CN'], 'zh-Hans'],
  [['zh'], 'zh-Hans'],
  [['fr', 'zh-HK'], 'zh-Hant'],
  [['en-US', 'zh-CN'], 'en'],
  [['fr', 'de'], 'en'],
  [[], 'en'],
])('a browser set to %s gets %s', (languages, expected) => {
  expect(toInterfaceLanguage('auto', languages)).toBe(expected)
})

test('the setting overrides the browser', () => {
  expect(toInterfaceLanguage('zh-Hans', ['en'])).toBe('zh-Hans')
})

/** Keys of a message file without their plural suffixes, in which languages differ. */
function listKeys(messages: object, prefix = ''): string[] {
  return Object.entries(messages).flatMap(([key, value]: [string, unknown]) =>
    typeof value === 'object' && value !== null
      ? listKeys(value, `${prefix}${key}.`)
      : [`${prefix}${key.replace(/_(?:one|other)$/, '')}`],
  )
}

const everyLanguage = interfaceLanguages.flatMap((language) => [
  { name: `${language} of every page`, language, load: loadPageWords },
  {
    name: `${language} of searches`,
    language,
    load: async (of: InterfaceLanguage) => [await loadSearchWords(of)],
  },
])

test.each(everyLanguage)('$name has every message that English has, and no other', async (row) => {
  const keys = async (of: InterfaceLanguage) =>
    new Set((await row.load(of)).flatMap((messages) => listKeys(messages)))
  expect(await keys(row.language)).toEqual(await keys('en'))
})

test('a browser language maps to at most one interface language', () => {
  for (const language of ['en-GB', 'zh', 'zh-CN', 'zh-TW', 'zh-Hant-HK', 'zh-Hans-MO', 'fr']) {
    const serving = Object.values(languageFacts).filter((facts) =>
      facts.browserLanguages.test(language),
    )
    expect([language, serving.length]).toEqual([language, language === 'fr' ? 0 : 1])
  }
})
