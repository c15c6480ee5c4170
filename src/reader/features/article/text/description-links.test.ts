// @vitest-environment jsdom
import { beforeEach, describe, expect, test } from 'vitest'
import { loadArticleMessages } from '#article/load-messages.ts'
import { makeWords } from '#article/words.ts'
import { parsePostId } from '#core/post/post-id.ts'
import { sanitizeHtml } from '../safe/sanitize-article.ts'
import { buildAbove, readyFragment, type FragmentOptions } from './article-fragment.ts'

const words = makeWords(await loadArticleMessages('en'), 'en')
const sourceUrl = 'https://www.youtube.com/watch?v=NB_-x5x3Gv0'

const toHashtagHref = (name: string) => `/?q=${name}`

function optionsWith(change: Partial<FragmentOptions> = {}): FragmentOptions {
  const id = parsePostId('2020-08-30-abcdefgh')
  if (!id) throw new Error('no post id')
  return { id, words, pictures: 'off', sourceUrl, withPlayers: true, ...change }
}

/** Sanitizes and prepares a description and puts it on the page. */
function show(html: string, change: Partial<FragmentOptions> = {}): HTMLElement {
  const box = document.createElement('div')
  box.append(readyFragment(sanitizeHtml(html), optionsWith(change)))
  document.body.append(box)
  return box
}

beforeEach(() => {
  document.body.replaceChildren()
})

describe('hashtags', () => {
  test.each([
    [
      'link to a search',
      '看#港口 與＃船',
      '看<a href="/?q=港口">#港口</a> 與<a href="/?q=船">＃船</a>',
    ],
    [
      'stay plain text in links and code',
      '<a href="https://a.example/">#a</a> <code>#b</code>',
      '<code>#b</code>',
    ],
    ['S2 never become markup', '#a&lt;img src=x onerror=alert(1)&gt;', '&lt;img src=x'],
  ])('%s', (_, html, shown) => {
    expect(show(`<p>${html}</p>`, { toHashtagHref }).innerHTML).toContain(shown)
  })

  test('stay plain text without an address to link to', () => {
    expect(show('<p>#港口</p>').innerHTML).toBe('<p>#港口</p>')
  })
})

describe('times in a description', () => {
  const chapters = `<ul><li><a href="${sourceUrl}">0:00</a> A</li><li><a href="${sourceUrl}&amp;t=62s">1:02</a> B</li></ul>`

  /** An article with its player above the text, as on the page. */
  function showVideo(id = 'NB_-x5x3Gv0'): HTMLElement {
    const above = { video: { player: 'youtube', id } as const, title: 'A lamp', image: undefined }
    const text = document.createElement('div')
    text.className = 'article-text'
    text.append(buildAbove(above, optionsWith()), show(chapters))
    document.body.append(text)
    return text
  }

  test('start the video at their second and restart it at another', () => {
    const text = showVideo()
    text.querySelectorAll('a')[2]?.click()
    expect(text.querySelector('iframe')?.src).toContain(
      '/embed/NB_-x5x3Gv0?autoplay=1&rel=0&start=62',
    )
    text.querySelectorAll('a')[1]?.click()
    expect(text.querySelector('iframe')?.src).toMatch(/\/embed\/NB_-x5x3Gv0\?.*&start=0$/)
    expect(text.querySelectorAll('iframe')).toHaveLength(1)
  })

  test('are labelled with what they do and request nothing before', () => {
    const text = showVideo()
    expect([...text.querySelectorAll('a')].map(({ title }) => title)).toEqual([
      '',
      'Start the video at 0:00',
      'Start the video at 1:02',
    ])
    expect(text.querySelector('iframe, img, [src]')).toBeNull()
  })

  test('link to the video’s own page when the article shows another video', () => {
    const text = showVideo('aaaaaaaaaaa')
    const link = text.querySelectorAll('a')[2]
    const event = new MouseEvent('click', { bubbles: true, cancelable: true })
    // Stops jsdom from following the link.
    text.addEventListener('click', (late) => {
      expect(late.defaultPrevented).toBe(false)
      late.preventDefault()
    })
    link?.dispatchEvent(event)
    expect(text.querySelector('iframe')).toBeNull()
  })

  test('stay plain links in a saved copy', () => {
    expect(show(chapters, { withPlayers: false }).querySelector('a')?.title).toBe('')
  })
})
