// @vitest-environment jsdom
import { describe, expect, test } from 'vitest'
import { loadArticleMessages } from '#article/load-messages.ts'
import { makeWords } from '#article/words.ts'
import { buildElement } from '../elements/build-element.ts'
import { gatePictures, type PictureGateOptions } from './pictures.ts'

const words = makeWords(await loadArticleMessages('en'), 'en')
const proxied = 'https://i1.wp.com/example.org/wp-content/a.png?ssl=1'
const sources = [
  proxied,
  'https://example.org/wp-content/a.png',
  'https://i0.wp.com/example.org/wp-content/a.png?ssl=1',
]

/** Shows a picture of an article in the form the sanitizer leaves it in. */
function show(mode: PictureGateOptions['mode'], url = proxied): HTMLElement {
  const root = document.createDocumentFragment()
  root.append(buildElement('img', { 'data-src': url, alt: 'A lamp' }))
  gatePictures(root, { mode, words, sourceUrl: undefined })
  return buildElement('div', {}, root)
}

function fail(box: HTMLElement): void {
  box.querySelector('img')?.dispatchEvent(new Event('error'))
}

function sourceOf(box: HTMLElement): string | null | undefined {
  return box.querySelector('img')?.getAttribute('src')
}

test('a description that repeats the caption is not shown', () => {
  const root = document.createDocumentFragment()
  const picture = buildElement('img', { 'data-src': proxied, alt: 'A lamp' })
  root.append(buildElement('figure', {}, picture, buildElement('figcaption', {}, ' A\n lamp ')))
  gatePictures(root, { mode: 'ask', words, sourceUrl: undefined })
  expect(root.querySelector('.picture-alt')).toBeNull()
})

describe('a picture that fails', () => {
  test('is requested from its known mirrors, then replaced by a notice that names its own host', () => {
    const box = show('load')
    for (const source of sources) {
      expect(sourceOf(box)).toBe(source)
      fail(box)
    }
    expect(box.querySelector('img')).toBeNull()
    expect(box.textContent).toContain('Picture not available from i1.wp.com')
    expect(box.textContent).toContain('A lamp')
    expect(box.querySelector('a')?.href).toBe(`https://web.archive.org/web/*/${proxied}`)
  })

  test('starts over with its own host when retried', () => {
    const box = show('load')
    for (const _ of sources) fail(box)
    box.querySelector('button')?.click()
    expect(sourceOf(box)).toBe(proxied)
  })

  test('asks the reader before it contacts a mirror in mode "ask"', () => {
    const box = show('ask')
    box.querySelector('button')?.click()
    fail(box)
    expect(box.querySelector('img')).toBeNull()
    expect(box.textContent).toContain('Picture not available from i1.wp.com')
    expect(box.querySelector('button')?.textContent).toBe('Show picture from example.org')
    box.querySelector('button')?.click()
    expect(sourceOf(box)).toBe(sources[1])
  })

  test('is replaced by a notice at once when it has no mirror', () => {
    const box = show('load', 'https://example.org/a.png')
    fail(box)
    expect(box.querySelector('.picture-failed')).not.toBeNull()
  })
})

describe('a picture with a copy on the site', () => {
  const src = '/data/images/abcdefghijklmnopqrstuvwx23.webp'
  const showLocal = (mode: PictureGateOptions['mode']): HTMLElement => {
    const root = document.createDocumentFragment()
    root.append(buildElement('img', { 'data-src': proxied, alt: 'A lamp' }))
    const findLocal = (url: string) =>
      url === proxied ? { src, width: 640, height: 480 } : undefined
    gatePictures(root, { mode, words, findLocal, sourceUrl: undefined })
    return buildElement('div', {}, root)
  }

  test.each(['load', 'ask'] as const)(
    'is shown from the copy, with its space reserved: %s',
    (mode) => {
      const box = showLocal(mode)
      expect(sourceOf(box)).toBe(src)
      expect(box.querySelector('img')?.getAttribute('width')).toBe('640')
      expect(box.textContent).toBe('')
    },
  )

  test('S9 waits for the reader’s consent when pictures are off', () => {
    const box = showLocal('off')
    expect(box.querySelector('img')).toBeNull()
    expect(box.querySelector('button')?.textContent).toBe('Show picture from i1.wp.com')
    box.querySelector('button')?.click()
    expect(sourceOf(box)).toBe(src)
  })

  test('is requested from its host when the copy is missing', () => {
    const box = showLocal('load')
    fail(box)
    expect(sourceOf(box)).toBe(proxied)
  })

  test('asks the reader before it contacts its host in mode "ask"', () => {
    const box = showLocal('ask')
    fail(box)
    expect(box.querySelector('img')).toBeNull()
    expect(box.textContent).not.toContain('not available')
    expect(box.querySelector('button')?.textContent).toBe('Show picture from i1.wp.com')
  })
})
