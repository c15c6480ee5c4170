import { describe, expect, test } from 'vitest'
import { toSiteFacts } from '../template/site/site-facts.ts'
import { parsePost, type PostFileName } from './parse-post.ts'

const place: PostFileName = {
  collection: 'harbour',
  file: 'harbour/content/posts/lamp.md',
  fileName: 'lamp.md',
}

function read(text: string, file: Partial<PostFileName> = {}) {
  return parsePost(new TextEncoder().encode(text), { ...place, ...file })
}

/** A post of one front matter line or more, beside a title. */
function post(lines: string, file: Partial<PostFileName> = {}) {
  return read(`---\ntitle: A\ndate: 2020-03-09\n${lines}\n---\nWords.\n`, file).post
}

describe('the front matter of other generators', () => {
  test('of Hugo is read in any case', () => {
    const text = `---
Title: "The lamp"
Date: 2014-02-03
Tags: [ sea, fog ]
Categories: [ log ]
Slug: old-lamp
Aliases: [ /lamp.html, /2014/lamp/ ]
Url: /lights/lamp/
---
Words.
`
    expect(read(text).post).toMatchObject({
      title: 'The lamp',
      publishedOn: '2014-02-03',
      tags: ['sea', 'fog'],
      categories: ['log'],
      addressFields: {
        slug: 'old-lamp',
        permalink: '/lights/lamp/',
        aliases: ['/lamp.html', '/2014/lamp/'],
      },
    })
  })

  test.each([
    ['source: "[The quay](https://quay.example/a)"', 'https://quay.example/a'],
    ['url: <https://quay.example/b>', 'https://quay.example/b'],
    ['source: "[[The quay]]"', undefined],
  ])('has the original that a link names: %s', (line, url) => {
    expect(post(line)?.sourceUrl).toBe(url)
  })

  test.each(['publish: false', 'private: true', 'post_status: private'])(
    'is left out by %s',
    (line) => {
      expect(read(`---\ntitle: A\n${line}\n---\nWords.\n`).withheld).toBe('unpublished')
    },
  )

  test('has further labels where the site or the post names them', () => {
    const config = { generator: 'hugo', habits: { taxonomies: ['series'] } } as const
    const site = toSiteFacts('harbour', config)
    expect(post('series: Low water\ntags: [ sea ]', { site })?.tags).toEqual(['sea', 'Low water'])
    expect(post('series: Low water\ntags: [ sea ]')?.tags).toEqual(['sea'])
    const zola = '+++\ntitle = "A"\n[taxonomies]\ntags = ["sea"]\nseries = ["Low water"]\n+++\n'
    expect(read(zola).post?.tags).toEqual(['sea', 'Low water'])
  })

  test('of Zola is read from its tables', () => {
    const text = `+++
title = "The lamp"
date = 2020-03-01T09:30:00+01:00
authors = ["K. Vale", "M. Reed"]
path = "lights/lamp"
[taxonomies]
tags = ["sea"]
categories = ["log"]
[extra]
lang = "pt_BR"
image = "lamp.jpg"
+++
Words.
`
    const { post: found, problems } = read(text)
    expect(found).toMatchObject({
      publishedAt: '2020-03-01T08:30:00Z',
      author: 'K. Vale',
      coauthors: ['M. Reed'],
      tags: ['sea'],
      categories: ['log'],
      language: 'pt-BR',
      image: 'lamp.jpg',
      addressFields: { permalink: 'lights/lamp' },
    })
    expect(problems).toEqual([])
  })

  test('of Hexo is read between ;;; lines', () => {
    const text =
      ';;;\n"title": "The lamp",\n"date": "2013/7/13 20:46:25",\n"tags": ["sea"]\n;;;\nWords.\n'
    expect(read(text, { timeZone: 'Asia/Taipei' }).post).toMatchObject({
      title: 'The lamp',
      publishedAt: '2013-07-13T12:46:25Z',
      tags: ['sea'],
    })
  })

  test('of a clipper is read with its links between notes', () => {
    const text = `---
title: "The lamp"
source: "https://example.org/lamp"
author:
  - "[[Ada Vale]]"
published: 2021-05-06
created: 2022-01-01
description: "Of a <b>lamp</b>"
tags:
  - clippings
---
Words.
`
    expect(read(text).post).toMatchObject({
      sourceUrl: 'https://example.org/lamp',
      author: 'Ada Vale',
      publishedOn: '2021-05-06',
      summary: 'Of a lamp',
      tags: ['clippings'],
    })
  })
})

describe('a field under another name', () => {
  test.each([
    ['canonical_url: https://example.org/a', { sourceUrl: 'https://example.org/a' }],
    ['url: https://example.org/a', { sourceUrl: 'https://example.org/a' }],
    [
      'Source: The Gazette\nurl: https://example.org/a',
      { sourceUrl: 'https://example.org/a', siteName: 'The Gazette' },
    ],
    [
      'from: https://example.org/a\nurl: https://example.org/b',
      { sourceUrl: 'https://example.org/a' },
    ],
    ['url: /a/b/', { addressFields: { permalink: '/a/b/' } }],
    ['redirect_from: /old/', { addressFields: { aliases: ['/old/'] } }],
    [
      'redirect_from:\n- /old/\n- /older.html',
      { addressFields: { aliases: ['/old/', '/older.html'] } },
    ],
    ['lang: zh_TW', { language: 'zh-Hant' }],
    ['lang: zh-cn', { language: 'zh-Hans' }],
    ['language: en_GB.UTF-8', { language: 'en-GB' }],
    ['author: {name: Ada, email: a@example.org}', { author: 'Ada' }],
    [
      'cover:\n  image: https://example.org/a.png\n  alt: x',
      { image: 'https://example.org/a.png' },
    ],
    ['image:\n  path: /img/a.jpg', { image: '/img/a.jpg' }],
    ['featuredImage: a.webp', { image: 'a.webp' }],
    ['preview_picture: https://example.org/a.jpg', { image: 'https://example.org/a.jpg' }],
    ['resources:\n- src: notes.pdf\n- src: images/a.jpg', { image: 'images/a.jpg' }],
    ['topics: [a, b c]', { categories: ['a', 'b c'] }],
  ])('%s is %j', (lines, expected) => {
    expect(post(lines)).toMatchObject(expected)
  })

  test.each(['lang: klingon language', 'image: true', 'header: big', 'url: javascript:alert(1)'])(
    '%s is none',
    (lines) => {
      const found = post(lines)
      expect([found?.language, found?.image, found?.sourceUrl]).toEqual([
        undefined,
        undefined,
        undefined,
      ])
    },
  )

  test('the language of the site counts where the post names none', () => {
    expect(post('mood: x', { language: 'de' })?.language).toBe('de')
    expect(post('lang: fr', { language: 'de' })?.language).toBe('fr')
  })

  test('folders above _posts are categories of the old address', () => {
    const file = { file: 'harbour/log/night/_posts/2020-03-09-a.md', fileName: '2020-03-09-a.md' }
    expect(post('categories: [b]', file)?.addressFields?.categories).toEqual(['log', 'night', 'b'])
  })
})

describe('a post that its writer kept from readers', () => {
  test.each([
    ['draft: true', 'draft'],
    ['Draft: True', 'draft'],
    ['draft: "yes"', 'draft'],
    ['status: draft', 'draft'],
    ['published: false', 'unpublished'],
    ['Published: "no"', 'unpublished'],
    ['status: private', 'unpublished'],
    ['password: tide', 'unpublished'],
    ['headless: true', 'unpublished'],
    ['build:\n  render: never', 'unpublished'],
    ['unlisted: true', 'unlisted'],
    ['hidden: true', 'unlisted'],
    ['_build:\n  list: false', 'unlisted'],
    ['draft: true\npublished: false', 'draft'],
  ])('%s is left out as %s, and taken in where it is asked for', (lines, kind) => {
    const text = `---\ntitle: A\n${lines}\n---\nWords.\n`
    expect(read(text)).toEqual({ withheld: kind, problems: [] })
    expect(read(text, { takesWithheld: true }).post?.title).toBe('A')
  })

  test.each([
    'draft: false',
    'published: true',
    'published: 2020-03-09',
    'unlisted: false',
    'status: publish',
    'password:',
    'headless: false',
    'build:\n  list: always',
    'publishDate: 2999-01-01',
    'expiryDate: 2001-01-01',
  ])('%s is not', (lines) => {
    expect(post(lines)?.title).toBe('A')
  })

  test('a file below _drafts is a draft', () => {
    expect(read('---\ntitle: A\n---\nx', { file: 'harbour/_drafts/a.md' }).withheld).toBe('draft')
  })
})

const jekyll = {
  generator: 'jekyll',
  settings: '',
  addresses: { root: 'https://pier.example', folder: '', timeZone: 'UTC' },
  key: 'x',
} as const

test.each([
  ['Ada Vale', ''],
  [undefined, 'from: https://news.example/fog\n'],
  ['Ben Rook', 'author: Ben Rook\n'],
])(
  'the author of a site is %s of its own posts that name nobody, and of no other',
  (author, more) => {
    const site = { ...jekyll, habits: { author: 'Ada Vale' } }
    const text = `---\ntitle: Fog\ndate: 2020-03-09\n${more}---\nWords.\n`
    expect(read(text, { site }).post?.author).toBe(author)
  },
)

test('how a site means its Markdown goes with the post', () => {
  const site = {
    ...jekyll,
    habits: { author: 'A', emoji: true, hardBreaks: true } as const,
  }
  const { post } = read('---\ntitle: Fog\ndate: 2020-03-09\n---\nWords.\n', { site })
  expect(post?.markdownHabits).toEqual({ emoji: true, hardBreaks: true })
})
