// @vitest-environment jsdom
import DOMPurify from 'dompurify'
import { act } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { loadArticleMessages } from '#article/load-messages.ts'
import { makeWords } from '#article/words.ts'
import type { ArticleBody } from '#contract/body-pack.ts'
import type { PostSummary } from '#contract/timeline-shard.ts'
import { parsePostId } from '#core/post-id.ts'
import { ArticleText } from './article-text.tsx'

const words = makeWords(await loadArticleMessages('en'), 'en')

let root: Root
let box: HTMLElement

beforeEach(() => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true)
  box = document.createElement('div')
  document.body.append(box)
  root = createRoot(box)
})

afterEach(() => {
  act(() => root.unmount())
  box.remove()
  vi.unstubAllGlobals()
})

function show(
  parts: string[],
  pictures: 'load' | 'ask' | 'off' = 'load',
  kind: PostSummary['kind'] = 'article',
): void {
  const id = parsePostId('2020-08-30-abcdefgh')
  if (!id) throw new Error('no post id')
  const length = { count: 1, unit: 'words' } as const
  const summary: PostSummary = { id, title: 'Lamp', tags: [], collection: 'harbour', kind, length }
  const body: ArticleBody = { id, file: 'x', parts, sourceUrl: 'https://youtu.be/AbCdEfGhIjK' }
  act(() =>
    root.render(
      <ArticleText
        summary={summary}
        body={body}
        words={words}
        pictures={pictures}
        toHashtagHref={(name) => `/?q=${name}`}
      />,
    ),
  )
}

function press(name: string): void {
  const button = [...box.querySelectorAll('button')].find(({ textContent }) =>
    textContent.startsWith(name),
  )
  if (!button) throw new Error(`no button "${name}"`)
  act(() => button.click())
}

test('shows the sanitized text', () => {
  show(['<p>a<b onclick="x">b</b></p>'])
  expect(box.querySelector('.article-part')?.innerHTML).toBe('<p>a<b>b</b></p>')
})

test('S3 shows plain text with a notice when the sanitizer gives nothing', () => {
  vi.spyOn(DOMPurify, 'sanitize').mockReturnValue('')
  show(['<p>a &lt;b&gt;</p><p>c</p>'])
  expect(box.querySelector('output')?.textContent).toContain('only its text is shown')
  expect(box.querySelector('.article-plain')?.textContent).toBe('a <b>\nc')
  expect(box.querySelector('.article-part')).toBeNull()
})

test('S3 shows plain text when the sanitizer throws', () => {
  vi.spyOn(DOMPurify, 'sanitize').mockImplementation(() => {
    throw new TypeError('blocked')
  })
  show(['<p>a</p>'])
  expect(box.querySelector('.article-plain')?.textContent).toBe('a')
})

test('S19 shows what is too deep as plain text, at once', () => {
  const start = performance.now()
  show([`${'<div>'.repeat(100_000)}deep${'</div>'.repeat(100_000)}`])
  expect(performance.now() - start).toBeLessThan(1000)
  expect(box.querySelector('.article-plain')?.textContent).toBe('deep')
  expect(box.textContent).toContain('too large or too deep')
})

test('S19 shows a long article part by part', () => {
  show(['<p>one</p>', '<p>two</p>', '<p>three</p>'])
  expect(box.textContent).not.toContain('two')
  press('Show the rest')
  expect(box.textContent).toContain('two')
  expect(box.textContent).not.toContain('three')
  press('Show the rest')
  expect(box.textContent).toContain('three')
  expect(box.querySelector('button')).toBeNull()
})

describe('all pictures of a post', () => {
  const picture = '<p><img src="https://img.example.net/a.jpg" alt=""></p>'

  test('wait together and load together', () => {
    show([picture + picture], 'off')
    expect(box.querySelector('img')).toBeNull()
    expect(box.textContent).toContain('2 pictures are not loaded')
    press('Show all pictures')
    expect(box.querySelectorAll('img').length).toBe(2)
    expect(box.querySelector('.picture-bar')).toBeNull()
  })

  test('are also the still of a video', () => {
    show([], 'ask', 'video')
    expect(box.querySelector('img')).toBeNull()
    expect(box.textContent).toContain('1 picture is not loaded')
    press('Show all pictures')
    expect(box.querySelector('img')?.getAttribute('src')).toBe(
      'https://i.ytimg.com/vi/AbCdEfGhIjK/hqdefault.jpg',
    )
  })

  test('have no bar when they load or there are none', () => {
    show([picture])
    expect(box.querySelector('.picture-bar')).toBeNull()
    show(['<p>x</p>'], 'off')
    expect(box.querySelector('.picture-bar')).toBeNull()
  })
})

test('a video post without text offers its video', () => {
  show([], 'off', 'video')
  expect(box.querySelector('.player-title')?.textContent).toBe('Lamp')
  press('Lamp')
  expect(box.querySelector('iframe')?.title).toBe('Lamp')
})
