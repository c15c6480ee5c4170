import { JSDOM } from 'jsdom'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import type { ArticleBody } from '#contract/body-pack.ts'
import type { PostSummary } from '#contract/timeline-shard.ts'
import { parsePostId, type PostId } from '#core/post/post-id.ts'
import { ArticlePage } from './article-page.tsx'
import { loadArticleMessages } from './load-messages.ts'
import { makeWords } from './words.ts'

const english = makeWords(await loadArticleMessages('en'), 'en')

function toId(text: string): PostId {
  const id = parsePostId(text)
  if (!id) throw new Error(`not a post id: ${text}`)
  return id
}

const id = toId('2020-08-30-abcdefgh')
const sourceUrl = 'http://www.example.org//cn/%E6%B8%AF%E5%8F%A3/20200830-%E7%81%AF%E5%A1%94'

const summary: PostSummary = {
  id,
  title: '港口灯塔重新点亮',
  publishedAt: '2020-08-30T21:56:11Z',
  sourceTimestamp: { text: '30/08/2020 - 22:43', origin: 'dateline' },
  author: '港报',
  tags: ['港报'],
  collection: 'harbour-news',
  sourceHost: 'example.org',
  kind: 'article',
  language: 'zh-Hans',
  length: { count: 1234, unit: 'characters' },
}

const body: ArticleBody = {
  id,
  sourceUrl,
  file: 'harbour-news/_posts/2020-08-30-lights.md',
  parts: ['<p>x</p>'],
}

function render(
  change: {
    summary?: Partial<PostSummary>
    body?: Partial<ArticleBody>
    twinFacets?: boolean
    timeZone?: string
    hasContents?: boolean
  } = {},
): string {
  return renderToStaticMarkup(
    <ArticlePage
      summary={{ ...summary, ...change.summary }}
      body={{ ...body, ...change.body }}
      words={english}
      locale="en-GB"
      hrefs={{
        facet: (facet, value) => `/?${new URLSearchParams({ [facet]: value }).toString()}`,
        post: (post) => `/posts/${post}`,
        place: (_, name) => `#user-content-${name}`,
        day: (day) => `/?from=${day}&to=${day}`,
      }}
      twinFacets={change.twinFacets ?? false}
      hasContents={change.hasContents ?? true}
      {...(change.timeZone === undefined ? {} : { timeZone: change.timeZone })}
    >
      <p>text of the article</p>
    </ArticlePage>,
  )
}

describe('times', () => {
  test('are side by side, each with its origin', () => {
    const html = render()
    expect(html).toContain('dateTime="2020-08-30T21:56:11Z">2020-08-30 21:56:11 UTC</time>')
    expect(html).toContain('<bdi>30/08/2020 - 22:43</bdi>')
    expect(html).toContain('printed in the article')
  })

  test.each<[string, Partial<PostSummary>, string]>([
    [
      'the UTC time if it has milliseconds',
      { publishedAt: '2020-08-30T21:56:11.250Z' },
      '2020-08-30 21:56:11.250 UTC',
    ],
    [
      'only the day if no time is known',
      { publishedAt: undefined, publishedOn: '2020-08-30' },
      '>2020-08-30</time>',
    ],
    ['that the time is unknown', { publishedAt: undefined }, '<dd>unknown</dd>'],
    ['the day in words', {}, 'Sunday, 30 August 2020'],
  ])('show %s', (_, change, shown) => {
    expect(render({ summary: change })).toContain(shown)
  })

  test('give day and clock time in the archive’s zone, with its name', () => {
    const html = render({ timeZone: 'Asia/Shanghai' })
    expect(html).toContain('Monday, 31 August 2020')
    expect(html).toContain('05:56 in Asia/Shanghai')
    expect(html).toContain('from=2020-08-31&amp;to=2020-08-31')
  })

  test('mention a missing second record in a plain sentence, not a badge', () => {
    const html = render({ summary: { timeFlags: ['epochMissing'] } })
    expect(html).toContain('no second timestamp to check this one against')
    expect(html).not.toContain('time-flag')
  })

  test('explain every doubt', () => {
    const html = render({ summary: { timeFlags: ['epochInvalid', 'datelineDiffers'] } })
    expect(html).toContain('<summary>dateline differs</summary>')
    expect(html).toContain('may be when the post was mirrored')
  })
})

describe('links', () => {
  test('keep the original URL as written', () => {
    expect(render()).toContain(`href="${sourceUrl}"`)
  })

  test('S11 S12 to other sites send no referrer', () => {
    for (const [link] of render().matchAll(/<a [^>]*href="http[^>]*>/g)) {
      expect(link).toContain('rel="noopener noreferrer nofollow ugc"')
      expect(link).toContain('referrerPolicy="no-referrer"')
      expect(link).toContain('target="_blank"')
    }
  })

  test.each<[string, Partial<PostSummary>, string]>([
    ['on the day of the post', {}, `https://web.archive.org/web/20200830*/${sourceUrl}`],
    [
      'on any day if it has none',
      { publishedAt: undefined },
      `https://web.archive.org/web/*/${sourceUrl}`,
    ],
  ])('look the original up in the Internet Archive %s', (_, change, url) => {
    expect(render({ summary: change })).toContain(`href="${url}"`)
  })

  test('say so if the post has no URL', () => {
    expect(render({ body: { sourceUrl: undefined } })).toContain('original address is not known')
  })

  test('lead from tag, author and source to their filters', () => {
    const html = render({ summary: { tags: ['lamp'] } })
    expect(html).toContain('href="/?tag=lamp"')
    expect(html).toContain('href="/?author=%E6%B8%AF%E6%8A%A5"')
    expect(html).toContain('href="/?source=example.org"')
  })

  test('do not say the author once more as a tag', () => {
    expect(render({ summary: { tags: ['港报', 'lamp'] } })).not.toContain('href="/?tag=%E6%B8%AF')
  })
})

describe('twin lists', () => {
  test.each([
    ['shows categories that differ', { summary: { categories: ['sea'] } }, true],
    ['does not repeat equal categories', {}, false],
    [
      'hides categories of an archive whose categories equal its tags',
      { summary: { categories: ['sea'] }, twinFacets: true },
      false,
    ],
  ])('%s', (_, change, shown) => {
    expect(render(change).includes('Categories')).toBe(shown)
  })
})

describe('lead image', () => {
  const leadImage = {
    url: 'https://img.example.org/a.jpg?w=1&h=2',
    width: 640,
    height: 360,
    alt: 'A lamp',
  }

  test('is inside noscript in a prerendered page', () => {
    expect(render({ summary: { leadImage } })).toMatch(
      /<noscript><img src="https:\/\/img[^>]*><\/noscript>/,
    )
  })

  test('is not repeated if the text contains it', () => {
    const parts = ['<p><img src="https://img.example.org/a.jpg?w=1&amp;h=2" alt=""></p>']
    expect(render({ summary: { leadImage }, body: { parts } })).not.toContain('<img')
  })
})

describe('a page', () => {
  test('S5 escapes hostile text in every field', () => {
    const hostile = `"><script>alert(1)</script><img src=x onerror='alert(1)'>`
    const html = render({
      summary: {
        title: hostile,
        author: hostile,
        tags: [hostile],
        categories: [hostile, 'other'],
        collection: hostile,
        sourceTimestamp: { text: hostile, origin: 'dateline' },
        leadImage: { url: 'https://img.example.org/"onload="x', alt: hostile },
      },
      body: {
        file: hostile,
        title: hostile,
        extra: { [hostile]: hostile, list: [hostile] },
        versions: [
          { id, title: hostile },
          { id: toId('2020-08-30-hgfedcba'), title: hostile },
        ],
      },
    })
    const { document } = new JSDOM(html).window
    expect(document.querySelectorAll('script').length).toBe(0)
    expect(document.querySelectorAll('img').length).toBe(1)
    for (const element of document.querySelectorAll('*')) {
      expect(element.getAttributeNames().filter((name) => name.startsWith('on'))).toEqual([])
    }
    // Where scripts run, noscript contains raw text, and nothing in it may close it early.
    expect(/<noscript>(.*?)<\/noscript>/.exec(html)?.[1]?.indexOf('<', 1)).toBe(-1)
  })

  test('has no style attribute', () => {
    expect(render()).not.toContain('style=')
  })

  test('has the language and direction of the post, not of the interface', () => {
    const html = render({ summary: { language: 'ar', title: 'ميناء' } })
    expect(html).toContain('<h1 id="article-title" lang="ar" dir="rtl">ميناء</h1>')
    expect(html).toContain('<div class="article-text" lang="ar" dir="rtl">')
  })

  test.each([
    ['a video without text', 'video', 'video without a description'],
    ['an article without text', 'article', 'has no text'],
  ] as const)('says what %s is', (_, kind, said) => {
    expect(render({ summary: { kind }, body: { parts: [] } })).toContain(said)
  })

  test('links the video of a video post', () => {
    const html = render({
      summary: { kind: 'video' },
      body: { sourceUrl: 'https://www.youtube.com/watch?v=AbCdEfGhIjK' },
    })
    expect(html).toContain('Watch “港口灯塔重新点亮” on YouTube')
  })

  test('lists its versions and links from an older one to the newest', () => {
    const newest = toId('2020-08-31-hgfedcba')
    const html = render({
      summary: { supersededBy: newest },
      body: { versions: [{ id: newest, title: 'New' }, { id }] },
    })
    expect(html).toContain('2 versions')
    expect(html).toContain(`<a href="/posts/${newest}">Read the latest version</a>`)
    expect(html).toContain(`href="/posts/${id}" aria-current="page"`)
  })

  test('shows titles of versions only where they differ from the newest', () => {
    const newest = toId('2020-08-31-hgfedcba')
    const older = toId('2020-08-29-hgfedcba')
    const versions = [
      { id: newest, title: 'Lamp' },
      { id, title: 'Lamp' },
      { id: older, title: 'Light' },
    ]
    const html = render({ body: { versions } })
    expect(html).not.toContain('<bdi> Lamp</bdi>')
    expect(html).toContain('<bdi> Light</bdi>')
    expect(html.indexOf('3 versions')).toBeLessThan(html.indexOf('article-times'))
  })

  test('shows the URL in the file if the link is a repaired one', () => {
    const writtenUrl = 'https://example.org/%25E9%25A6%2599'
    const html = render({ body: { sourceUrl: 'https://example.org/%E9%A6%99', writtenUrl } })
    expect(html).toContain('href="https://example.org/%E9%A6%99"')
    expect(html).toContain(`<bdi>${writtenUrl}</bdi>`)
  })

  test('shows unknown front matter, except meaningless keys', () => {
    const html = render({
      body: { extra: { layout: 'post', comments: true, mood: 'calm', list: [1] } },
    })
    expect(html).toContain('calm')
    expect(html).toContain('[1]')
    expect(html).not.toContain('layout')
    expect(html).not.toContain('comments')
  })
})

test('there is no table of contents if something else replaces the text', () => {
  const headings = [1, 2, 3].map((at) => `<h2 id="user-content-section-${at}">Pier ${at}</h2>`)
  const long = { parts: [headings.join('')] }
  expect(render({ body: long })).toContain('Pier 1')
  expect(render({ body: long, hasContents: false })).not.toContain('Pier 1')
})
