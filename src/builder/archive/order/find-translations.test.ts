import { expect, test } from 'vitest'
import { findPostPlaces } from '#builder/read/discover/post-place.ts'
import { makeCachedPost } from '#builder/testing/make-cached-post.ts'
import { orderPosts } from './order-posts.ts'

/** Of each file below a collection the languages of its translations; languages of rows by file. */
function translationsOf(files: string[], languages: Record<string, string> = {}) {
  const paths = files.map((file) => ({
    folder: file.slice(0, Math.max(file.lastIndexOf('/'), 0)),
    name: file.slice(file.lastIndexOf('/') + 1),
  }))
  const places = new Map(
    [...findPostPlaces(paths)].map(([folder, place]) => [`harbour/${folder}`, place]),
  )
  const cached = paths.map(({ folder, name }, at) =>
    makeCachedPost({
      file: `harbour/${folder}/${name}`,
      fileName: name,
      nameHash: at,
      row: { language: languages[`${folder}/${name}`] },
    }),
  )
  const { posts } = orderPosts(cached, 'UTC', { places })
  return Object.fromEntries(
    posts.map(({ cached: { file }, translations = [] }) => [
      file.slice('harbour/'.length),
      translations.map(({ language }) => language).join(' '),
    ]),
  )
}

test('posts of one name in folders of languages are translations, also in archive folders', () => {
  expect(
    translationsOf([
      'en/news/_posts/a.md',
      'fr/news/archived/2020-01-02/a.md',
      'vi/news/a.md',
      'vi/b.md',
    ]),
  ).toEqual({
    'en/news/_posts/a.md': 'fr vi',
    'fr/news/archived/2020-01-02/a.md': 'en vi',
    'vi/news/a.md': 'en fr',
    'vi/b.md': '',
  })
})

test('files named by languages are translations of the file without one', () => {
  const languages = { '_posts/a.md': 'en' }
  expect(translationsOf(['_posts/a.md', '_posts/a.fr.md', '_posts/b.md'], languages)).toEqual({
    '_posts/a.md': 'fr',
    '_posts/a.fr.md': 'en',
    '_posts/b.md': '',
  })
})

test.each([
  ['posts of one name in other sections', ['en/news/a.md', 'fr/tech/a.md']],
  ['posts of one name in folders that are no languages', ['tech/a.md', 'food/a.md']],
  ['a file named by a language that is alone', ['_posts/read.no.md', '_posts/b.md']],
])('%s are no translations', (_, files) => {
  expect(Object.values(translationsOf(files)).join('')).toBe('')
})

test('posts whose front matter says languages are translations by a name of their own, else by that of the file', () => {
  const posts = [
    { file: 'log/a.md', declared: { language: 'en', key: 'tide' } },
    { file: 'log/b.md', declared: { language: 'fr', key: 'tide' } },
    { file: 'journal/a.md', declared: { language: 'de' } },
    { file: 'news/c.md', declared: { language: 'en' } },
    { file: 'nouvelles/c.md', declared: { language: 'fr' } },
    { file: 'news/d.md', declared: { language: 'en', key: 'fog' } },
    { file: 'old/d.md', declared: { language: 'en', key: 'fog' } },
    { file: 'news/e.md', row: { language: 'en' } },
    { file: 'neues/e.md', row: { language: 'de' } },
  ].map(({ file, ...post }, at) =>
    makeCachedPost({
      ...post,
      file: `harbour/${file}`,
      fileName: file.slice(file.indexOf('/') + 1),
      nameHash: at,
    }),
  )
  const { posts: ordered } = orderPosts(posts, 'UTC', { places: new Map() })
  const found = Object.fromEntries(
    ordered.map(({ cached: { file }, translations = [] }) => [
      file.slice('harbour/'.length),
      translations.map(({ language }) => language).join(' '),
    ]),
  )
  expect(found).toEqual({
    'log/a.md': 'fr',
    'log/b.md': 'en',
    'journal/a.md': '',
    'news/c.md': 'fr',
    'nouvelles/c.md': 'en',
    'news/d.md': '',
    'old/d.md': '',
    'news/e.md': '',
    'neues/e.md': '',
  })
})

test('posts of one name in collections of different languages are translations', () => {
  const places = new Map(
    ['en', 'fr'].map((language) => {
      const place = { section: '', edition: { site: '/archive', language } }
      return [`${language}/_posts`, place]
    }),
  )
  const cached = ['en', 'fr'].map((collection, at) =>
    makeCachedPost({
      collection,
      file: `${collection}/_posts/a.md`,
      fileName: 'a.md',
      nameHash: at,
    }),
  )
  const { posts } = orderPosts(cached, 'UTC', { places })
  expect(posts.map(({ translations }) => translations?.map(({ language }) => language))).toEqual(
    expect.arrayContaining([['fr'], ['en']]),
  )
})
