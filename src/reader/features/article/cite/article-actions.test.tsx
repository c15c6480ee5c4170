// @vitest-environment jsdom
import { act, createRef } from 'react'
import { afterEach, expect, test, vi } from 'vitest'
import { loadArticleMessages } from '#article/load-messages.ts'
import { makeWords } from '#article/words.ts'
import { parsePostId } from '#core/post/post-id.ts'
import { makeMount } from '#reader/testing/make-mount.ts'
import { ArticleActions } from './article-actions.tsx'
import type { CitedArticle } from './citation.ts'

const words = makeWords(await loadArticleMessages('en'), 'en')
const mount = makeMount()

afterEach(() => {
  vi.useRealTimers()
})

function drawActions(
  writeText: () => Promise<void>,
  onSave: () => Promise<number> = async () => 0,
): void {
  vi.stubGlobal('navigator', { clipboard: { writeText } })
  // jsdom does not implement popovers.
  HTMLElement.prototype.hidePopover = () => undefined
  const id = parsePostId('2020-08-30-aaaaaaaa')
  if (id === undefined) throw new Error('no such id')
  const cited: CitedArticle = {
    summary: {
      id,
      tags: [],
      collection: 'harbour',
      kind: 'article',
      length: { count: 1, unit: 'words' },
    },
    body: {},
    title: 'Lamp',
    url: 'https://example.org/',
  }
  mount.draw(
    <ArticleActions
      cited={cited}
      box={createRef()}
      read={({ data }) => data}
      words={words}
      onSave={onSave}
    />,
  )
}

async function choose(name: string): Promise<void> {
  const items = [...mount.box.querySelectorAll<HTMLElement>('[role=menuitem]')]
  await act(async () => items.find(({ textContent }) => textContent === name)?.click())
}

function said(): string | undefined {
  return mount.box.querySelector('.article-copy output')?.textContent
}

test('"Copied" replaces the button for two seconds', async () => {
  vi.useFakeTimers()
  drawActions(async () => undefined)
  await choose('Link')
  expect(said()).toBe('Copied')
  act(() => {
    vi.advanceTimersByTime(2000)
  })
  expect(said()).toBe('')
})

test('the text appears in a field when the clipboard is not available', async () => {
  drawActions(() => Promise.reject(new DOMException('closed')))
  await choose('Markdown')
  expect(said()).toBe('')
  expect(mount.box.querySelector('textarea')?.value).toBe('[Lamp](https://example.org/)')
})

async function pressBook(): Promise<void> {
  const buttons = [...mount.box.querySelectorAll('button')]
  await act(async () => buttons.find(({ textContent }) => textContent === 'EPUB book')?.click())
}

function says(text: string): boolean {
  return mount.box.textContent.includes(text)
}

test('a book that could not be made says so, and can be asked for again', async () => {
  const answers = [Promise.reject(new Error('offline')), Promise.resolve(0)]
  drawActions(
    async () => undefined,
    async () => (await answers.shift()) ?? 0,
  )
  await pressBook()
  expect(says('The book could not be made.')).toBe(true)
  await pressBook()
  expect(says('The book could not be made.')).toBe(false)
})

test('a book says how many kept pictures it does not have', async () => {
  const answers = [2, 0]
  drawActions(
    async () => undefined,
    async () => answers.shift() ?? 0,
  )
  await pressBook()
  expect(says('2 kept pictures are missing or damaged')).toBe(true)
  await pressBook()
  expect(says('missing or damaged')).toBe(false)
})
