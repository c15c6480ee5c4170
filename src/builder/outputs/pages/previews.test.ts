import { JSDOM } from 'jsdom'
import { describe, expect, test } from 'vitest'
import type { ArticleBody } from '#contract/body-pack.ts'
import { parsePictureFile } from '#contract/picture-file.ts'
import type { PostSummary } from '#contract/timeline-shard.ts'
import { parsePostId } from '#core/post/post-id.ts'
import { toArticleHead } from './article-head.ts'
import { findUnsafeMarkup } from '#builder/site/page/check-page.ts'
import { toContentSecurityPolicy } from '#builder/site/page/content-security-policy.ts'

const address = 'https://archive.example/sub/'
const id = parsePostId('2020-08-30-abcdefgh')
const file = parsePictureFile('abcdefghijklmnopqrstuvwx23.webp')
if (!id || !file) throw new Error('no id')

const plain: PostSummary = {
  id,
  title: 'Lamp',
  publishedAt: '2020-08-30T21:56:11Z',
  author: 'A. Keeper',
  tags: ['harbour'],
  collection: 'harbour-news',
  sourceHost: 'news.example',
  kind: 'article',
  language: 'en',
  excerpt: 'The lamp is lit.',
  length: { count: 4, unit: 'words' },
}
const sourceUrl = 'https://news.example/lamp'
const leadImage = { url: 'https://img.example/a.jpg', width: 640, height: 360, alt: 'A lamp' }
const hostile = '"><script>alert(1)</script><!-- \' & \u2028'

interface Change {
  summary?: Partial<PostSummary>
  body?: Partial<ArticleBody>
  address?: string | undefined
  canonical?: 'original'
}

/** Parses the head of a page: by property, by name, and the linked data. */
function readHead(change: Change = {}) {
  const head = toArticleHead({
    summary: { ...plain, ...change.summary },
    body: { id: plain.id, file: 'x', parts: [], sourceUrl, ...change.body },
    siteTitle: 'Harbour',
    locale: 'en',
    address: 'address' in change ? change.address : address,
    canonical: change.canonical ?? 'archive',
  })
  const policy = toContentSecurityPolicy({ base: '/' })
  const html = `<!doctype html><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${policy}">${head}</head>`
  expect(findUnsafeMarkup(html)).toBeUndefined()
  const { document } = new JSDOM(html).window
  const read = (selector: string) => document.querySelector(selector)?.getAttribute('content')
  const data: Record<string, unknown> = JSON.parse(
    document.querySelector('script[type="application/ld+json"]')?.textContent ?? '',
  )
  return {
    data,
    property: (name: string) => read(`meta[property="${name}"]`) ?? undefined,
    name: (name: string) => read(`meta[name="${name}"]`) ?? undefined,
    names: (name: string) =>
      Array.from(document.querySelectorAll(`meta[name="${name}"]`), (element) =>
        element.getAttribute('content'),
      ),
    canonical: document.querySelector('link[rel=canonical]')?.getAttribute('href'),
    scripts: document.querySelectorAll('script:not([type="application/ld+json"])').length,
  }
}

const youtube = 'https://www.youtube.com/watch?v=AbCdEfGhIjK'
const still = 'https://i.ytimg.com/vi/AbCdEfGhIjK/hqdefault.jpg'
const video = { kind: 'video', sourceHost: 'youtube.com', still: { url: still } } as const
const card = `${address}card.png`

const kinds: [string, Change, { title: string; image: string; card: string; locale: string }][] = [
  [
    'an article with a picture',
    { summary: { leadImage } },
    { title: 'Lamp', image: leadImage.url, card: 'summary_large_image', locale: 'en_US' },
  ],
  [
    'an article whose picture the site holds',
    {
      summary: { leadImage: { ...leadImage, file } },
      body: { localPictures: [{ url: leadImage.url, file, width: 64, height: 36 }] },
    },
    {
      title: 'Lamp',
      image: `${address}data/images/${file}`,
      card: 'summary_large_image',
      locale: 'en_US',
    },
  ],
  ['one without a picture', {}, { title: 'Lamp', image: card, card: 'summary', locale: 'en_US' }],
  [
    'one without a title',
    { summary: { title: undefined } },
    { title: 'The lamp is lit.', image: card, card: 'summary', locale: 'en_US' },
  ],
  [
    'a video',
    { summary: { ...video, title: 'Film' }, body: { sourceUrl: youtube } },
    { title: 'Film', image: still, card: 'summary_large_image', locale: 'en_US' },
  ],
  [
    'one in Chinese, with its full title',
    { summary: { title: '港口…', language: 'zh-Hans' }, body: { title: '港口灯塔重新点亮' } },
    { title: '港口灯塔重新点亮', image: card, card: 'summary', locale: 'zh_CN' },
  ],
  [
    'one written from right to left',
    { summary: { title: 'ميناء', language: 'ar' } },
    { title: 'ميناء', image: card, card: 'summary', locale: 'ar_EG' },
  ],
  [
    'one with a hostile title',
    { summary: { title: hostile, excerpt: hostile, author: hostile, tags: [hostile] } },
    { title: hostile, image: card, card: 'summary', locale: 'en_US' },
  ],
]

describe('the preview of a link shows', () => {
  test.each(kinds)('S5 %s', (_, change, shown) => {
    const { property, name, scripts } = readHead(change)
    expect(property('og:title')).toBe(shown.title)
    expect(name('citation_title')).toBe(shown.title)
    expect(property('og:image')).toBe(shown.image)
    expect(name('twitter:card')).toBe(shown.card)
    expect(property('og:locale')).toBe(shown.locale)
    expect(property('og:url')).toBe(`${address}posts/${id}/`)
    expect(property('og:description')).toBe(name('description'))
    expect(scripts).toBe(0)
  })

  test('size and alt text of a picture', () => {
    const { property } = readHead({ summary: { leadImage } })
    expect(property('og:image:width')).toBe('640')
    expect(property('og:image:height')).toBe('360')
    expect(property('og:image:alt')).toBe('A lamp')
  })

  test('author, source and time of a post without text', () => {
    const { name } = readHead({ summary: { excerpt: undefined } })
    expect(name('description')).toBe('news.example · A. Keeper · 2020-08-30 21:56:11 UTC')
  })

  test('nothing that needs the address of the site where that is unknown', () => {
    const { property, name, canonical } = readHead({
      address: undefined,
      body: { sourceUrl: undefined },
    })
    expect(property('og:url')).toBeUndefined()
    expect(property('og:image')).toBeUndefined()
    expect(name('twitter:card')).toBe('summary')
    expect(canonical).toBeUndefined()
  })
})

const page = `${address}posts/${id}/`

test.each([
  ['itself', {}, page],
  ['itself where the original is not known', { body: { sourceUrl: undefined } }, page],
  ['the original where its own address is not known', { address: undefined }, sourceUrl],
  ['the original where that is asked for', { canonical: 'original' }, sourceUrl],
  [
    'itself where that is asked for but not known',
    { canonical: 'original', body: { sourceUrl: undefined } },
    page,
  ],
] satisfies [string, Change, string][])('a page names as canonical %s', (_, change, canonical) => {
  expect(readHead(change).canonical).toBe(canonical)
})

test('a page names its original for reference managers and as what it is based on, in letters', () => {
  const { name, data } = readHead({ body: { sourceUrl: 'https://news.example/%E7%81%AF' } })
  expect(name('citation_public_url')).toBe('https://news.example/灯')
  expect(data['isBasedOn']).toBe('https://news.example/灯')
  expect(name('citation_publication_date')).toBe('2020-08-30T21:56:11Z')
  expect(name('author')).toBe('A. Keeper')
  expect(name('citation_author')).toBe('A. Keeper')
})

test('a page names each of several authors', () => {
  const head = readHead({ summary: { author: 'Ada Vale', coauthors: ['Ben Rook'] } })
  for (const meta of ['author', 'citation_author']) {
    expect(head.names(meta)).toEqual(['Ada Vale', 'Ben Rook'])
  }
  expect(head.data['author']).toEqual([
    { '@type': 'Person', name: 'Ada Vale' },
    { '@type': 'Person', name: 'Ben Rook' },
  ])
})

describe('pictures that the archive keeps', () => {
  const kept = { url: 'https://img.example/b.jpg', file, width: 300, height: 200 }
  const own = `${address}data/images/${file}`

  test.each([
    ['stand in for one that it does not keep', [kept], own],
    ['do not when they are as small as icons', [{ ...kept, height: 199 }], leadImage.url],
  ])('%s', (_, localPictures, url) => {
    const { property } = readHead({ summary: { leadImage }, body: { localPictures } })
    expect(property('og:image')).toBe(url)
    expect(property('og:image:alt')).toBe(url === own ? undefined : leadImage.alt)
  })

  test('stand for an article without a picture at its head', () => {
    expect(readHead({ body: { localPictures: [kept] } }).property('og:image')).toBe(own)
  })
})

describe('linked data', () => {
  test('describe an article', () => {
    expect(readHead({ summary: { leadImage } }).data).toEqual({
      '@context': 'https://schema.org',
      '@type': 'NewsArticle',
      headline: 'Lamp',
      datePublished: '2020-08-30T21:56:11Z',
      image: leadImage.url,
      inLanguage: 'en',
      isBasedOn: sourceUrl,
      author: { '@type': 'Person', name: 'A. Keeper' },
      publisher: { '@type': 'Organization', name: 'news.example' },
    })
  })

  test('describe a video with its player and its still', () => {
    expect(readHead({ summary: video, body: { sourceUrl: youtube } }).data).toMatchObject({
      '@type': 'VideoObject',
      name: 'Lamp',
      uploadDate: '2020-08-30T21:56:11Z',
      thumbnailUrl: still,
      embedUrl: 'https://www.youtube-nocookie.com/embed/AbCdEfGhIjK',
      isBasedOn: youtube,
    })
  })

  test('keep a day a day, and leave out an unknown time', () => {
    const day = { publishedAt: undefined, publishedOn: '2020-08-30' }
    expect(readHead({ summary: day }).data['datePublished']).toBe('2020-08-30')
    const none = { publishedAt: undefined }
    expect('datePublished' in readHead({ summary: none }).data).toBe(false)
  })
})
