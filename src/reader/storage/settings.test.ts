import { describe, expect, test } from 'vitest'
import { isFaceName } from './face-name.ts'
import { defaultSettings, parseSettings, withSetting } from './settings.ts'

describe('stored settings', () => {
  test('of a version with fewer settings keep what they say', () => {
    const stored = {
      theme: 'sepia',
      textSize: 'large',
      measure: 'wide',
      typeface: 'sans',
      language: 'zh-Hant',
      chineseScript: 'zh-Hans',
      listLanguage: 'en',
      clock: 'utc',
      articlePictures: 'ask',
      timelinePictures: true,
      lastVisit: 'forget',
      traces: 'none',
    }
    expect(parseSettings(JSON.stringify(stored))).toEqual({
      ...defaultSettings,
      ...stored,
      timelinePictures: 'all',
    })
  })

  test.each(['small', 'medium', 'large', 'larger'])('keep the text size %s', (textSize) => {
    expect(parseSettings(JSON.stringify({ textSize })).textSize).toBe(textSize)
  })

  test.each([
    ['nothing', null],
    ['no JSON', '{"theme":'],
    ['no object', '7'],
    ['a list', '["dark"]'],
    ['values that are not offered', '{"theme":"red","clock":"Mars"}'],
    ['of other types', '{"theme":1,"textSize":99,"density":null,"ownFace":["a"]}'],
  ])('that are %s are the defaults', (_, stored) => {
    expect(parseSettings(stored)).toEqual(defaultSettings)
  })
})

test('a value that is not offered becomes the default', () => {
  const dark = withSetting(defaultSettings, 'theme', 'dark')
  expect(dark.theme).toBe('dark')
  expect(withSetting(dark, 'theme', 'red')).toEqual(defaultSettings)
})

test.each([
  ['Verdana', true],
  ['Source Han Serif SC', true],
  ['思源宋体', true],
  ['Noto Sans (UI) 2.0', true],
  ['', false],
  [' Verdana', false],
  ['-x', false],
  ['a"b', false],
  ["a'b", false],
  ['a\\22 b', false],
  ['a;b', false],
  ['a\nb', false],
  ['url(//a.example/x)', false],
  ['a{b}', false],
  ['x'.repeat(61), false],
  [7, false],
])('%j is the name of a font: %s', (text, expected) => {
  expect(isFaceName(text)).toBe(expected)
})
