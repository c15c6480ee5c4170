import { beforeEach, describe, expect, test } from 'vitest'
import { openFilter, withValue } from '#core/selection/timeline-filter.ts'
import { settingsStore } from '#reader/storage/settings-store.ts'
import {
  findListLanguage,
  forgetLostLanguage,
  toListLanguage,
  withListLanguage,
} from './list-language.ts'

const english = withListLanguage(openFilter, 'en')

function choose(listLanguage: string) {
  settingsStore.write({ ...settingsStore.read(), listLanguage })
}

beforeEach(() => {
  choose('')
})

describe('the language of lists', () => {
  test.each([
    ['', ['en', 'fr'], ''],
    ['fr', ['en', 'fr'], 'fr'],
    ['fr', ['en', 'zh-Hans'], ''],
    ['fr', ['fr'], ''],
  ])('chosen as "%s" in an archive in %o is "%s"', (chosen, languages, language) => {
    choose(chosen)
    expect(findListLanguage({ languages })).toBe(language)
  })

  test.each([
    [openFilter, ''],
    [english, 'en'],
    [withValue(english, 'language', 'fr', 'include'), undefined],
    [withValue(openFilter, 'language', 'fr', 'exclude'), undefined],
    [withListLanguage(english, 'fr'), 'fr'],
    [withListLanguage(english, ''), ''],
  ])('%# is what a list is narrowed to', (filter, language) => {
    expect(toListLanguage(filter)).toBe(language)
  })

  test('is forgotten where a list loses it, and only there', () => {
    choose('en')
    forgetLostLanguage(openFilter, withValue(openFilter, 'tag', 'tides', 'include'))
    forgetLostLanguage(english, withValue(english, 'tag', 'tides', 'include'))
    expect(settingsStore.read().listLanguage).toBe('en')
    forgetLostLanguage(english, openFilter)
    expect(settingsStore.read().listLanguage).toBe('')
  })
})
