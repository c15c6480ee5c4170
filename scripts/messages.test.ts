import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { DictGroup } from 'opencc-js/core'
import { from, to } from 'opencc-js/preset'
import { findMessageUses, isUsed } from './find-message-uses.ts'
import {
  languages,
  messageFolders,
  readLanguage,
  readMessages,
  toUsedKey,
  type Language,
} from './read-messages.ts'

const chinese = ['zh-Hans', 'zh-Hant'] as const
const uses = findMessageUses()
const english = readLanguage('en')
const englishKeys = new Set([...english.keys()].map(toUsedKey))

/** Names of formats are the same in every language. */
const sameInAll = ['article.copy.markdown']

describe('the keys', () => {
  test.each(messageFolders.flatMap((folder) => chinese.map((language) => ({ folder, language }))))(
    'of $folder are the same in English and $language',
    ({ folder, language }) => {
      const listKeys = (name: Language) => [...readMessages(folder, name).keys()].map(toUsedKey)
      expect([...new Set(listKeys(language))]).toEqual([...new Set(listKeys('en'))])
    },
  )

  test('stand in one message file alone', () => {
    const keys = messageFolders.flatMap((folder) => Array.from(readMessages(folder, 'en').keys()))
    expect(keys).toEqual([...new Set(keys)])
  })

  test('are all named by the source', () => {
    expect([...english.keys()].filter((key) => !isUsed(toNamed(key), uses))).toEqual([])
  })

  test('that the source names have words', () => {
    const groups = new Set([...englishKeys].map((key) => key.split('.')[0]))
    const named = [...uses.words].filter((word) => /^\w+\./.test(word))
    const keys = named.filter((word) => groups.has(word.split('.')[0]))
    expect(keys.length).toBeGreaterThan(100)
    expect(keys.filter((key) => !englishKeys.has(key))).toEqual([])
  })

  test('that are counted have both English forms and the one Chinese form', () => {
    const counted = [...english.keys()].filter((key) => key !== toUsedKey(key))
    const forms = [...new Set(counted.map(toUsedKey))]
    expect(counted.toSorted()).toEqual(
      forms.flatMap((key) => [`${key}_one`, `${key}_other`]).toSorted(),
    )
    for (const language of chinese) {
      const endings = [...readLanguage(language).keys()].filter((key) => key !== toUsedKey(key))
      expect(endings.toSorted()).toEqual(forms.map((key) => `${key}_other`).toSorted())
    }
  })
})

describe.each(chinese)('%s', (language) => {
  const texts = [...readLanguage(language)]

  test('has no text that is English', () => {
    const same = texts.filter(([key, text]) => text === english.get(key)).map(([key]) => key)
    expect(same).toEqual(sameInAll)
  })

  test('fills the same gaps as English', () => {
    for (const [key, text] of texts) {
      expect([key, listGaps(text)]).toEqual([key, listGaps(english.get(key) ?? '')])
    }
  })

  test('is written in its own characters', () => {
    const others = listForeignCharacters(language)
    const [own, other] = language === 'zh-Hant' ? ['檢視', '检视'] : ['检视', '檢視']
    expect(Array.from(own).filter((character) => others.has(character))).toEqual([])
    expect(Array.from(other).filter((character) => others.has(character))).toEqual(
      Array.from(other),
    )
    const foreign = texts.flatMap(([, text]) =>
      Array.from(text).filter((character) => others.has(character)),
    )
    expect(foreign).toEqual([])
  })

  test('is written with full-width punctuation and its own quotation marks', () => {
    const wrongQuotes = language === 'zh-Hans' ? /[「」『』"]/ : /[“”‘’"]/
    const halfWidth = /\p{Script=Han}[,;:!?().]|[,;:!?()]\p{Script=Han}|[^…]…(?!…)/u
    const wrong = texts
      .filter(([key]) => !isTyped(key))
      .filter(([, text]) => wrongQuotes.test(text) || halfWidth.test(text))
    expect(wrong).toEqual([])
  })
})

test('English is written with typographic quotation marks and no space before an ellipsis', () => {
  const texts = [...english].filter(([key]) => !isTyped(key))
  expect(texts.filter(([, text]) => /['"]|\.\.\.| …/.test(text))).toEqual([])
})

describe('docs/glossary.md', () => {
  const rules = readWordsToAvoid()

  test('names words to avoid in every language', () => {
    expect(new Set(rules.map(({ language }) => language))).toEqual(new Set(languages))
  })

  test.each(rules)('$language says $write, not $avoid', ({ language, avoid, except }) => {
    const pattern = language === 'en' ? new RegExp(`\\b${avoid}\\b`, 'i') : new RegExp(avoid)
    const found = [...readLanguage(language)].filter(([, text]) =>
      pattern.test(except === '' ? text : text.replaceAll(except, '')),
    )
    expect(found).toEqual([])
  })
})

/** A key as a pattern of the source names it: `${what}Next` says what to do about each failure. */
function toNamed(key: string): string {
  return toUsedKey(key).replace(/^(failure\.\w+)Next$/, '$1')
}

/** Whether a message is what somebody may type into the search field, whose signs are half-width and straight. */
function isTyped(key: string): boolean {
  return /^search\.help\.\w+\.typed$/.test(key)
}

function listGaps(text: string): string[] {
  return [...text.matchAll(/\{\{\w+\}\}/g)].map(([gap]) => gap).toSorted()
}

/**
 * Characters that OpenCC has another form for in this script. It knows one form of each, so that a character which both scripts share,
 * such as 里, counts as simplified; no text needs one yet.
 */
function listForeignCharacters(language: (typeof chinese)[number]): Set<string> {
  const groups: readonly DictGroup[] = (language === 'zh-Hant' ? from['cn'] : to['cn']) ?? []
  const entries = groups
    .flat()
    .flatMap((dictionary) => (typeof dictionary === 'string' ? dictionary.split('|') : []))
    .map((entry) => entry.split(' '))
  return new Set(
    entries.flatMap(([character = '', form]) =>
      // Phrases tell nothing about characters.
      Array.from(character).length === 1 && form !== character ? [character] : [],
    ),
  )
}

interface WordToAvoid {
  language: Language
  avoid: string
  write: string
  except: string
}

function readWordsToAvoid(): WordToAvoid[] {
  const text = readFileSync(new URL('../docs/glossary.md', import.meta.url), 'utf8')
  return text.split('\n').flatMap((line) => {
    const [name, avoid = '', write = '', except = ''] = line
      .split('|')
      .slice(1)
      .map((cell) => cell.trim())
    const language = languages.find((known) => known === name)
    return language === undefined ? [] : [{ language, avoid, write, except }]
  })
}
