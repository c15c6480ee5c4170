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
