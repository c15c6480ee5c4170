import { describe, expect, test } from 'vitest'
import { makeCachedPost } from '#builder/testing/make-cached-post.ts'
import type { CachedPost } from '../post/cached-post.ts'
import { toTextFingerprint } from '../post/text-fingerprint.ts'
import { findSameArticles } from './find-same-articles.ts'

/** A long text of its own for each number. */
const story = (number: number, lines = 40) =>
  Array.from(
    { length: lines },
    (_, at) => `Ship ${number * 1000 + at} came in storm ${number * 7000 + at}.`,
  ).join(' ')

interface Made {
  title: string
  text: string
  url?: string
}

async function partOf(made: Made[], row: Partial<CachedPost['row']> = {}) {
  const posts = made.map(({ title, text, url = 'https://news.example/a' }, at) =>
    makeCachedPost({
      fileName: `${at}`,
      title,
      sourceUrl: url,
      fingerprint: toTextFingerprint(text),
      row,
    }),
  )
  const readText = ({ fileName }: CachedPost) => Promise.resolve(made[Number(fileName)]?.text ?? '')
  const { groups, apart } = await findSameArticles(posts, readText)
  return { groups: groups.map((group) => group.map(({ fileName }) => fileName)), apart }
}

describe('posts of one address are versions', () => {
  test.each<[string, Made, Made]>([
    [
      'with the same title and a longer text',
      { title: 'Lamp', text: story(1) },
      { title: 'Lamp', text: story(1, 80) },
    ],
    [
      'with the same title but for its signs',
      { title: 'The lamp: lit', text: '' },
      { title: '“The Lamp” lit!', text: '' },
    ],
    [
      'with the same title and a notice in place of the text',
      { title: 'Lamp', text: story(1) },
      { title: 'Lamp', text: 'Gone.' },
    ],
    [
      'with another title and the same text',
      { title: 'Lamp', text: story(1) },
      { title: 'Nine dark years', text: story(1) },
    ],
    [
      'with a title and a text that were both worked over',
      { title: 'The lamp of the harbour', text: `${story(1, 20)} ${story(2, 20)}` },
      { title: 'The lamps of the harbour', text: `${story(1, 20)} ${story(3, 20)}` },
    ],
    [
      'in other spellings of the address',
      { title: 'Lamp', text: story(1) },
      { title: 'Lamp', text: story(1), url: 'http://www.news.example/a/?ref=feed#top' },
    ],
  ])('%s', async (_, one, other) => {
    expect(await partOf([one, other])).toEqual({ groups: [['0', '1']], apart: 0 })
  })

  test('also where the address of a video got another title', async () => {
    const url = 'https://www.youtube.com/watch?v=abcdefghijk'
    const made = [
      { title: 'Lamp', text: '', url },
      { title: 'Storm', text: story(1), url },
    ]
    expect((await partOf(made, { kind: 'video' })).groups).toEqual([['0', '1']])
  })
})

describe('posts of one address stay apart', () => {
  test.each<[string, Made, Made]>([
    [
      'with other titles and texts',
      { title: 'Lamp', text: story(1) },
      { title: 'Storm', text: story(2) },
    ],
    [
      'with other titles and short texts',
      { title: 'A lamp', text: 'The lamp is lit.' },
      { title: 'A storm', text: 'The storm is over.' },
    ],
    [
      'that differ in what follows # or in ref',
      { title: 'Lamp', text: story(1), url: 'https://news.example/a#one' },
      { title: 'Storm', text: story(2), url: 'https://news.example/a?ref=2' },
    ],
    [
      'as issues with numbers of their own',
      { title: 'List of month 1', text: 'Of month 1: oar.' },
      { title: 'List of month 2', text: 'Of month 2: oar.' },
    ],
    [
      'as issues of one title with long texts that share nothing',
      { title: 'Monthly list', text: story(1) },
      { title: 'Monthly list', text: story(2) },
    ],
    [
      'without texts, with titles that only resemble each other',
      { title: 'The lamp of the harbour', text: '' },
      { title: 'The lamp of the tower', text: '' },
    ],
  ])('%s', async (_, one, other) => {
    expect(await partOf([one, other])).toEqual({ groups: [], apart: 2 })
  })

  test('a bare host identifies no article', async () => {
    const url = 'https://news.example/'
    expect(
      await partOf([
        { title: 'Lamp', text: 'x', url },
        { title: 'Lamp', text: 'x', url },
      ]),
    ).toEqual({
      groups: [],
      apart: 0,
    })
  })
})

test('of many posts of one address those that are alike are joined, and the others counted', async () => {
  const made = ['Lamp', 'Storm', 'Lamp', 'Oar'].map((title) => ({
    title,
    text: story(title.length),
  }))
  expect(await partOf(made)).toEqual({ groups: [['0', '2']], apart: 3 })
})

test('texts of very many posts of one address are not read', async () => {
  const made = Array.from({ length: 65 }, (_, at) => ({
    title: `Issue ${at % 60}`,
    text: story(at % 60),
  }))
  const { groups, apart } = await partOf(made)
  expect(groups.length).toBeGreaterThan(0)
  expect(apart).toBeGreaterThanOrEqual(60)
})
