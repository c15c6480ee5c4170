// @vitest-environment jsdom
import { QueryClient } from '@tanstack/react-query'
import { describe, expect, test } from 'vitest'
import { toReadableUrl } from '#core/address/readable-url.ts'
import { toArticleBlock } from '#contract/article-block.ts'
import type { ArticleBody } from '#contract/body-pack.ts'
import { parsePictureFile } from '#contract/picture-file.ts'
import type { PostSummary } from '#contract/timeline-shard.ts'
import { parsePostId } from '#core/post/post-id.ts'
import { articleQuery } from './article-query.ts'
import { keepCarriedArticle, readCarriedArticle } from './carried-article.ts'

const id = parsePostId('2020-08-30-abcdefgh')
const file = parsePictureFile('abcdefghijklmnopqrstuvwx23.webp')
if (!id || !file) throw new Error('no id')

const length = { count: 1, unit: 'words' } as const
const summary: PostSummary = { id, title: 'L', tags: [], collection: 'x', kind: 'article', length }
const body: ArticleBody = { id, file: 'x/2020.md', parts: [] }

/** A page as the builder writes it, in a browser with scripts enabled: the content of `noscript` is text. */
function makePage(parts: string[], block: unknown): ParentNode {
  const page = document.implementation.createHTMLDocument()
  const text = page.createElement('div')
  text.className = 'article-text'
  text.innerHTML = `<div class="article-above"></div>${parts
    .map((part) => `<div class="article-part">${part}</div>`)
    .join('')}`
  for (const noscript of text.querySelectorAll('noscript')) {
    const { innerHTML } = noscript
    noscript.textContent = innerHTML
  }
  const data = page.createElement('script')
  data.type = 'application/json'
  data.id = 'broadsheet-article'
  data.textContent = typeof block === 'string' ? block : JSON.stringify(block)
  page.body.append(text, data)
  return page
}

const toRoom = (picture: string) =>
  `<canvas class="picture-room" width="4"><noscript>${picture}</noscript></canvas>`

const toPicture = (src: string) => `<img src="${src}" alt="a">`

describe('an article carried by its page', () => {
  test('consists of its row, its body and the text in the page', () => {
    const parts = ['<p>one &amp; <b>two</b></p>', '<p>three</p>']
    const page = makePage(
      parts,
      toArticleBlock(summary, { ...body, sourceUrl: 'https://a.example/' }),
    )
    page
      .querySelector('body')
      ?.insertAdjacentHTML(
        'beforeend',
        '<a class="article-original" href="https://a.example/">x</a>',
      )
    expect(readCarriedArticle(page)).toEqual({
      summary,
      body: { id, file: 'x/2020.md', sourceUrl: 'https://a.example/', parts },
      carried: { hasPage: false },
    })
  })

  test.each([
    ['as a link gives it', 'https://a.example/%E7%81%AF?a=b#c', true],
    ['in another form than links give it', 'HTTP://a.example', false],
    ['with letters that a link would encode', 'https://a.example/灯', false],
  ])('has the address of its original %s', (_, sourceUrl, isInLink) => {
    const block = toArticleBlock(summary, { ...body, sourceUrl })
    expect(block.body.sourceUrl).toBe(isInLink ? undefined : sourceUrl)
    const page = makePage([], block)
    const link = document.createElement('a')
    link.className = 'article-original'
    link.href = toReadableUrl(sourceUrl)
    page.querySelector('body')?.append(link)
    expect(readCarriedArticle(page)?.body.sourceUrl).toBe(sourceUrl)
  })

  test('has no parts when the post has no text', () => {
    expect(readCarriedArticle(makePage([], toArticleBlock(summary, body)))?.body.parts).toEqual([])
  })

  test('has its pictures taken out of their placeholders, those of the site under their original address', () => {
    const url = 'https://img.example/a.jpg?w=1&h=2'
    const localPictures = [{ url, file, width: 4, height: 3 }]
    const other = '<img src="https://img.example/b.jpg" alt="">'
    const shown = `<p>${toRoom(toPicture(`/data/images/${file}`))}${toRoom(other)}</p>`
    const page = makePage([shown], toArticleBlock(summary, { ...body, localPictures }))
    const written = toPicture('https://img.example/a.jpg?w=1&amp;h=2')
    expect(readCarriedArticle(page)?.body.parts).toEqual([`<p>${written}${other}</p>`])
  })

  test('has its links to other posts as bodies write them', () => {
    const page = makePage(
      ['<p><a href="/posts/2020-01-02-abcdefgh#user-content-x">a</a></p>'],
      toArticleBlock(summary, body),
    )
    expect(readCarriedArticle(page)?.body.parts).toEqual([
      '<p><a href="https://archive.invalid/posts/2020-01-02-abcdefgh#user-content-x">a</a></p>',
    ])
  })

  test('keeps the first line break of code', () => {
    const page = makePage(['<pre>\n\na</pre>'], toArticleBlock(summary, body))
    expect(readCarriedArticle(page)?.body.parts).toEqual(['<pre>\n\na</pre>'])
  })

  test('notes that the whole page remains in the archive', () => {
    const page = makePage(['<p>x</p>'], toArticleBlock(summary, { ...body, page: [['x']] }))
    expect(readCarriedArticle(page)?.carried).toEqual({ hasPage: true })
  })
})

describe('a page carries no article', () => {
  test.each([
    ['when its data are not JSON', '{'],
    ['when they have another shape', { schemaVersion: 2, summary: {}, body: {} }],
    ['when they have another version', { ...toArticleBlock(summary, body), schemaVersion: 1 }],
    [
      'when they hold a URL that could run code',
      toArticleBlock(summary, { ...body, sourceUrl: 'javascript:alert(1)' }),
    ],
  ])('%s', (_, block) => {
    expect(readCarriedArticle(makePage(['<p>x</p>'], block))).toBeUndefined()
  })

  test('when it is the shell', () => {
    expect(readCarriedArticle(document.implementation.createHTMLDocument())).toBeUndefined()
  })
})

test('a carried article is not fetched: a newer archive provides only its place', async () => {
  const client = new QueryClient({ defaultOptions: { queries: { staleTime: Infinity } } })
  keepCarriedArticle(client, makePage(['<p>old</p>'], toArticleBlock(summary, body)))
  await expect(client.ensureQueryData(articleQuery(id))).resolves.toMatchObject({
    summary,
    body: { parts: ['<p>old</p>'] },
  })
})
