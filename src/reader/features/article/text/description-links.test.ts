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

/** Sanitizes and readies a description and puts it on the page. */
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
      'lead to a search',
      '看#港口 與＃船',
      '看<a href="/?q=港口">#港口</a> 與<a href="/?q=船">＃船</a>',
    ],
    [
      'stay text in a link and in code',
      '<a href="https://a.example/">#a</a> <code>#b</code>',
      '<code>#b</code>',
    ],
    ['S2 never become markup', '#a&lt;img src=x onerror=alert(1)&gt;', '&lt;img src=x'],
  ])('%s', (_, html, shown) => {
    expect(show(`<p>${html}</p>`, { toHashtagHref }).innerHTML).toContain(shown)
  })

  test('are text where nothing is told of a search', () => {
    expect(show('<p>#港口</p>').innerHTML).toBe('<p>#港口</p>')
  })
})

describe('the times of a description', () => {
  const chapters = `<ul><li><a href="${sourceUrl}">0:00</a> A</li><li><a href="${sourceUrl}&amp;t=62s">1:02</a> B</li></ul>`

  /** An article with its player above the text, as the page has it. */
  function showVideo(id = 'NB_-x5x3Gv0'): HTMLElement {
    const above = { video: { player: 'youtube', id } as const, title: 'A lamp', image: undefined }
    const text = document.createElement('div')
    text.className = 'article-text'
    text.append(buildAbove(above, optionsWith()), show(chapters))
    document.body.append(text)
    return text
  }

  test('start the video there, and again at another place', () => {
    const text = showVideo()
    text.querySelectorAll('a')[2]?.click()
    expect(text.querySelector('iframe')?.src).toContain(
      '/embed/NB_-x5x3Gv0?autoplay=1&rel=0&start=62',
    )
    text.querySelectorAll('a')[1]?.click()
    expect(text.querySelector('iframe')?.src).toMatch(/\/embed\/NB_-x5x3Gv0\?.*&start=0$/)
    expect(text.querySelectorAll('iframe')).toHaveLength(1)
  })

  test('are named by what they do and ask for nothing before', () => {
    const text = showVideo()
    expect([...text.querySelectorAll('a')].map(({ title }) => title)).toEqual([
      '',
      'Start the video at 0:00',
      'Start the video at 1:02',
    ])
    expect(text.querySelector('iframe, img, [src]')).toBeNull()
  })

  test('lead to the player’s own page where the article shows another video', () => {
    const text = showVideo('aaaaaaaaaaa')
    const link = text.querySelectorAll('a')[2]
    const event = new MouseEvent('click', { bubbles: true, cancelable: true })
    // What a browser would do is not to be tried here.
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
