import { expect, test } from 'vitest'
import { makeCachedPost, makePostId } from '#builder/testing/make-cached-post.ts'
import { TranslatedPosts } from './translated-posts.ts'

const letters = ['a', 'b', 'c', 'd', 'e', 'f', 'g']
const toId = (at: number) => makePostId(`2020-01-01-${(letters[at] ?? 'z').repeat(8)}`)

/** Posts in some languages; those of a group are translations of each other. */
function translate(
  posts: readonly { language?: string; group?: number; supersededBy?: ReturnType<typeof toId> }[],
) {
  return new TranslatedPosts(
    posts.map(({ language, group, supersededBy }, at) => ({
      id: toId(at),
      supersededBy,
      cached: makeCachedPost({ row: { language } }),
      translations:
        group === undefined
          ? undefined
          : posts.flatMap((other, of) =>
              of !== at && other.group === group
                ? [{ id: toId(of), language: other.language ?? '' }]
                : [],
            ),
    })),
  )
}

const posts = translate([
  { language: 'en', group: 1 },
  { language: 'fr', group: 1 },
  { language: 'en', group: 2 },
  { language: 'fr', group: 2 },
  { language: 'fr' },
  { language: 'en' },
  {},
])

test.each<[string, number, number]>([
  ['its translation', 0, 1],
  ['and that not to it', 1, 0],
  ['one that is there in its language', 0, 3],
  ['nor does one without translations to such a one', 4, 2],
])('a post does not lead on to %s', (_, own, other) => {
  expect(posts.isBetterElsewhere(own, other)).toBe(true)
})

test.each<[string, number, number]>([
  ['one in its language', 0, 2],
  ['one in another language alone', 0, 4],
  ['any where its own language is not known', 6, 1],
])('a post may lead on to %s', (_, own, other) => {
  expect(posts.isBetterElsewhere(own, other)).toBe(false)
})

test('an older version is no translation', () => {
  const changed = translate([
    { language: 'en', group: 1, supersededBy: toId(2) },
    { language: 'fr', group: 1 },
    { language: 'en' },
  ])
  expect(changed.isBetterElsewhere(2, 1)).toBe(false)
})
