import { expect, test } from 'vitest'
import { splitLanguageName, toFolderLanguage } from '../text/language-name.ts'
import { findPostPlaces } from './post-place.ts'

test.each([
  ['fr', 'fr'],
  ['zh_tw', 'zh-Hant'],
  ['zh-CN', 'zh-Hans'],
  ['zh', 'zh-Hans'],
  ['pt-br', 'pt-BR'],
  ['sr-latn', 'sr-Latn'],
  ['xx', undefined],
  ['en-docs', undefined],
  ['news', undefined],
  ['', undefined],
])('the folder %s is named by the language %s', (name, language) => {
  expect(toFolderLanguage(name)).toBe(language)
})

const placesOf = (...folders: string[]) =>
  Object.fromEntries(findPostPlaces(folders.map((folder) => ({ folder, name: 'x.md' }))))

test('folders that sort by time or state say nothing', () => {
  expect(placesOf('', '_posts', '_posts/2020', 'archived/2020-03-09', '_drafts')).toEqual({})
})

test('other folders are the section, wherever _posts is among them', () => {
  expect(placesOf('tech/_posts', '_posts/tech/2020', 'tech/boats')).toEqual({
    'tech/_posts': { section: 'tech' },
    '_posts/tech/2020': { section: 'tech' },
    'tech/boats': { section: 'tech/boats' },
  })
})

test('a language is read from folders that have others beside them, at any depth', () => {
  expect(
    placesOf('en/news/_posts', 'zh_tw/news/_posts', 'docs/it', 'content/is/a', 'content/no'),
  ).toEqual({
    'en/news/_posts': { section: 'news', language: 'en' },
    'zh_tw/news/_posts': { section: 'news', language: 'zh-Hant' },
    'docs/it': { section: 'docs/it' },
    'content/is/a': { section: 'content/a', language: 'is' },
    'content/no': { section: 'content', language: 'no' },
  })
})

test('names of files may say languages', () => {
  expect(Object.fromEntries(findPostPlaces([{ folder: '_posts', name: 'tide.fr.md' }]))).toEqual({
    _posts: { section: '', hasLanguageNames: true },
  })
})

test.each([
  ['tide.fr.md', { name: 'tide.md', language: 'fr' }],
  ['tide.zh-tw.markdown', { name: 'tide.markdown', language: 'zh-Hant' }],
  ['tide.v2.md', undefined],
  ['tide.md', undefined],
  ['.fr.md', undefined],
])('the name %s is split into %j', (name, split) => {
  expect(splitLanguageName(name)).toEqual(split)
})
