import { expect, test } from 'vitest'
import { makeCachedPost, makePostId } from '#builder/testing/make-cached-post.ts'
import { buildReport } from './report.ts'

test('counts picture hosts over all posts and versions, most pictures first', () => {
  const cachedPosts = [
    makeCachedPost({ pictureHosts: [{ host: 'b.example', pictures: 2 }] }),
    makeCachedPost({
      pictureHosts: [
        { host: '__proto__', pictures: 1 },
        { host: 'b.example', pictures: 3 },
        { host: 'a.example', pictures: 5 },
      ],
    }),
    makeCachedPost(),
  ]
  const id = makePostId('2020-01-01-abcdefgh')
  const supersededBy = [undefined, id, undefined]
  const posts = cachedPosts.map((cached, at) => ({
    id,
    cached,
    instant: 0,
    versions: undefined,
    supersededBy: supersededBy[at],
    recurring: 0,
  }))
  const report = buildReport({
    discovery: {
      files: [],
      skipped: [],
      places: new Map(),
      pictures: [],
      collections: [],
      problems: [],
    },
    order: { posts, copies: [], versionsBy: { name: 0, address: 0, text: 0 } },
    recurring: undefined,
    problems: [],
    unreadable: 0,
  })
  expect(report.pictureHosts).toEqual([
    { host: 'a.example', pictures: 5, posts: 1 },
    { host: 'b.example', pictures: 5, posts: 2 },
    { host: '__proto__', pictures: 1, posts: 1 },
  ])
})

test('names the files that are left out, if there are any', () => {
  const sources = {
    discovery: {
      files: [],
      skipped: [],
      places: new Map(),
      pictures: [],
      collections: [],
      problems: [],
    },
    order: { posts: [], copies: [], versionsBy: { name: 0, address: 0, text: 0 } },
    recurring: undefined,
    problems: [],
    unreadable: 0,
  }
  const leftOut = [{ file: 'harbour/_drafts/a.md', kind: 'draft' as const }]
  expect(buildReport({ ...sources, leftOut }).leftOut).toEqual(leftOut)
  expect(buildReport({ ...sources, leftOut: [] })).not.toHaveProperty('leftOut')
})
