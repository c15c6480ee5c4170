import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { toInterfaceLanguage } from '#reader/language/language.ts'
import { parseSettings } from '#reader/storage/settings.ts'
import { toEarlyLanguage } from './early-language.ts'

const known = [
  'en',
  'en-GB',
  'EN',
  'zh',
  'ZH-hant',
  'zh-Hans-HK',
  'zh-TW',
  'zh-HK',
  'zh-MO',
  'zh-CN',
]
const tags = [...known, 'english', 'zho', 'zh-Hant-CN', 'zh_TW', 'fr', 'de-DE', 'x', '', 'auto']

test('the early script asks for the words of the language that the reader speaks', () => {
  const setting = fc.constantFrom(
    '',
    'undefined',
    'auto',
    'en',
    'zh-Hans',
    'zh-Hant',
    'fr',
    'zh-TW',
  )
  const browser = fc.array(fc.constantFrom(...tags), { maxLength: 4 })
  fc.assert(
    fc.property(setting, browser, (stored, languages) => {
      const settings = parseSettings(JSON.stringify({ language: stored }))
      expect(toEarlyLanguage(stored, languages)).toBe(
        toInterfaceLanguage(settings.language, languages),
      )
    }),
    { numRuns: 1_000 },
  )
})
