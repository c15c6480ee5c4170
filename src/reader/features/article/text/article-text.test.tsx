// @vitest-environment jsdom
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import DOMPurify from 'dompurify'
import { act } from 'react'
import { describe, expect, test, vi } from 'vitest'
import { loadArticleMessages } from '#article/load-messages.ts'
import { makeWords } from '#article/words.ts'
import type { ArticleBody } from '#contract/body-pack.ts'
import { parsePictureFile } from '#contract/picture-file.ts'
import type { PostSummary } from '#contract/timeline-shard.ts'
import { parsePostId } from '#core/post/post-id.ts'
import { makeMount } from '#reader/testing/make-mount.ts'
import { ArticleText } from './article-text.tsx'

const words = makeWords(await loadArticleMessages('en'), 'en')

const mount = makeMount()

function show(
  parts: string[],
  pictures: 'load' | 'ask' | 'off' = 'load',
  {
    kind = 'article',
    page,
    localPictures,
  }: Partial<Pick<PostSummary, 'kind'> & Pick<ArticleBody, 'page' | 'localPictures'>> = {},
): void {
  const id = parsePostId('2020-08-30-abcdefgh')
  if (!id) throw new Error('no post id')
  const length = { count: 1, unit: 'words' } as const
  const summary: PostSummary = { id, title: 'Lamp', tags: [], collection: 'harbour', kind, length }
  const sourceUrl = 'https://youtu.be/AbCdEfGhIjK'
  const body: ArticleBody = { id, file: 'x', parts, sourceUrl, page, localPictures }
  mount.draw(
    <QueryClientProvider client={new QueryClient()}>
      <ArticleText
        article={{ summary, body }}
        words={words}
        pictures={pictures}
        toHashtagHref={(name) => `/?q=${name}`}
      />
    </QueryClientProvider>,
  )
}

function press(name: string): void {
  const button = [...mount.box.querySelectorAll('button')].find(({ textContent }) =>
    textContent.startsWith(name),
  )
  if (!button) throw new Error(`no button "${name}"`)
  act(() => button.click())
}

test('shows the sanitized text', () => {
  show(['<p>a<b onclick="x">b</b></p>'])
  expect(mount.box.querySelector('.article-part')?.innerHTML).toBe('<p>a<b>b</b></p>')
})

test('S3 shows plain text with a notice when the sanitizer returns nothing', () => {
  vi.spyOn(DOMPurify, 'sanitize').mockReturnValue('')
  show(['<p>a &lt;b&gt;</p><p>c</p>'])
  expect(mount.box.querySelector('output')?.textContent).toContain('only its text is shown')
  expect(mount.box.querySelector('.article-plain')?.textContent).toBe('a <b>\nc')
  expect(mount.box.querySelector('.article-part')).toBeNull()
})

test('S3 shows plain text when the sanitizer throws', () => {
  vi.spyOn(DOMPurify, 'sanitize').mockImplementation(() => {
    throw new TypeError('blocked')
  })
  show(['<p>a</p>'])
  expect(mount.box.querySelector('.article-plain')?.textContent).toBe('a')
})

test('S19 shows markup that is nested too deeply as plain text, without sanitizing it', () => {
  const sanitize = vi.spyOn(DOMPurify, 'sanitize')
  show([`${'<div>'.repeat(100_000)}deep${'</div>'.repeat(100_000)}`])
  expect(sanitize).not.toHaveBeenCalled()
  expect(mount.box.querySelector('.article-plain')?.textContent).toBe('deep')
  expect(mount.box.textContent).toContain('too large or too deep')
})

test('shows the whole page, sanitized like the article, and hides it again', () => {
  Element.prototype.scrollIntoView = vi.fn<() => void>()
  show(['<p>Text.</p>'], 'load', { page: [['<p>Menu<b onclick="x">!</b></p>', 12]] })
  expect(mount.box.textContent).not.toContain('Menu!')
  press('Show the whole page')
  expect(mount.box.querySelector('.article-part')?.innerHTML).toBe(
    '<p>Menu<b>!</b></p><p>Text.</p>',
  )
  press('Show only the article')
  expect(mount.box.querySelector('.article-part')?.innerHTML).toBe('<p>Text.</p>')
})

test('S19 shows a long article part by part', () => {
  show(['<p>one</p>', '<p>two</p>', '<p>three</p>'])
  expect(mount.box.textContent).not.toContain('two')
  press('Show the rest')
  expect(mount.box.textContent).toContain('two')
  expect(mount.box.textContent).not.toContain('three')
  press('Show the rest')
  expect(mount.box.textContent).toContain('three')
  expect(mount.box.querySelector('button')).toBeNull()
})

describe('all pictures of a post', () => {
  const picture = '<p><img src="https://img.example.net/a.jpg" alt=""></p>'

  test('are counted and loaded together', () => {
    show([picture + picture], 'off')
    expect(mount.box.querySelector('img')).toBeNull()
    expect(mount.box.textContent).toContain('2 pictures are not loaded')
    press('Show all pictures')
    expect(mount.box.querySelectorAll('img').length).toBe(2)
    expect(mount.box.querySelector('.picture-bar')).toBeNull()
  })

  test('are not counted as waiting when the site has copies of them', () => {
    const url = 'https://img.example.net/b.jpg?a=1&b=2'
    const own = '<p><img src="https://img.example.net/b.jpg?a=1&amp;b=2" alt=""></p>'
    const file = parsePictureFile('abcdefghijklmnopqrstuvwx23.webp')
    if (!file) throw new Error('no file')
    const localPictures = [{ url, file, width: 5, height: 3 }]
    show([own + picture], 'ask', { localPictures })
    expect(mount.box.textContent).toContain('1 picture is not loaded')
    expect(mount.box.querySelector('img')?.getAttribute('src')).toContain(`data/images/${file}`)
    show([own + picture], 'off', { localPictures })
    expect(mount.box.textContent).toContain('2 pictures are not loaded')
  })

  test('include the still picture of a video', () => {
    show([], 'ask', { kind: 'video' })
    expect(mount.box.querySelector('img')).toBeNull()
    expect(mount.box.textContent).toContain('1 picture is not loaded')
    press('Show all pictures')
    expect(mount.box.querySelector('img')?.getAttribute('src')).toBe(
      'https://i.ytimg.com/vi/AbCdEfGhIjK/hqdefault.jpg',
    )
  })

  test('have no bar when they load by themselves or there are none', () => {
    show([picture])
    expect(mount.box.querySelector('.picture-bar')).toBeNull()
    show(['<p>x</p>'], 'off')
    expect(mount.box.querySelector('.picture-bar')).toBeNull()
  })
})

test('a video post without text offers its video', () => {
  show([], 'off', { kind: 'video' })
  expect(mount.box.querySelector('.player-title')?.textContent).toBe('Lamp')
  press('Lamp')
  expect(mount.box.querySelector('iframe')?.title).toBe('Lamp')
})
