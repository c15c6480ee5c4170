import { expect, test } from 'vitest'
import { toSpokenLanguage } from './spoken-language.ts'

test.each([
  ['The tea house.', 'en', 'en'],
  ['Das Teehaus.', 'de', 'de'],
  ['The tea house.', '', 'en'],
  ['The tea house.', 'zh-Hans', 'en'],
  ['iPhone 很好用。', 'zh-Hans', 'zh-Hans'],
  ['The word 茶 means tea.', 'en', 'en'],
  ['茶館開了。', 'en', 'zh'],
  ['详情见 tea.saltmere.example，请看。', 'zh-Hans', 'zh-Hans'],
  ['茶館開了。', 'zh-Hant', 'zh-Hant'],
  ['茶館開了。', 'yue', 'yue'],
  ['東京都', 'ja', 'ja'],
  ['これは日本語の文です。', 'zh-Hans', 'ja'],
  ['日の出', 'zh-Hans', 'ja'],
  ['他說「の」是日文裡常見的一個字，到處都能看見它。', 'zh-Hant', 'zh-Hant'],
  ['안녕하세요.', 'en', 'ko'],
  ['Привет.', 'en', 'ru'],
  ['Привіт.', 'uk', 'uk'],
  ['Dobar dan.', 'sr', 'sr'],
  ['Nihao.', 'zh-Latn-pinyin', 'zh-Latn-pinyin'],
  ['مرحبا.', 'en', 'ar'],
  ['سلام', 'fa', 'fa'],
  ['2020', 'zh-Hans', 'zh-Hans'],
])('%j in a text in %j is read as %j', (sentence, given, language) => {
  expect(toSpokenLanguage(sentence, given)).toBe(language)
})
