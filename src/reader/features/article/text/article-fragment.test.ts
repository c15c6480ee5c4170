// @vitest-environment jsdom
import { beforeEach, describe, expect, test } from 'vitest'
import { loadArticleMessages } from '#article/load-messages.ts'
import { makeWords } from '#article/words.ts'
import { parsePostId, type PostId } from '#core/post/post-id.ts'
import { sanitizeHtml } from '../safe/sanitize-article.ts'
import { buildAbove, readyFragment, type FragmentOptions } from './article-fragment.ts'
import { findLinkTarget, toPageFragment } from './prefix-ids.ts'

const words = makeWords(await loadArticleMessages('en'), 'en')
const sourceUrl = 'https://example.org/lamp'

function toId(text: string): PostId {
  const id = parsePostId(text)
  if (!id) throw new Error(`no post id: ${text}`)
  return id
}

function optionsWith(change: Partial<FragmentOptions> = {}): FragmentOptions {
  return {
    id: toId('2020-08-30-abcdefgh'),
    words,
    pictures: 'load',
    sourceUrl,
    withPlayers: true,
    ...change,
  }
}

/** Sanitizes and prepares an article and puts it on the page. */
function show(html: string, change: Partial<FragmentOptions> = {}): HTMLElement {
  const box = document.createElement('div')
  box.append(readyFragment(sanitizeHtml(html), optionsWith(change)))
  document.body.append(box)
  return box
}

beforeEach(() => {
  document.body.replaceChildren()
})

describe('S14 ids', () => {
  const html = '<p><a href="#user-content-n1">1</a></p><p id="n1">first</p><p id="n1">second</p>'

  test('are prefixed with the post id, and only the first of two equal ones is kept', () => {
    const box = show(html)
    expect(
      [...box.querySelectorAll('[id]')].map(({ id, textContent }) => [id, textContent]),
    ).toEqual([['user-content-2020-08-30-abcdefgh-n1', 'first']])
  })

  test('of two articles on one page never collide', () => {
    const boxes = [show(html), show(html, { id: toId('2020-08-31-abcdefgh') })]
    const ids = boxes.flatMap((box) => [...box.querySelectorAll('[id]')].map(({ id }) => id))
    expect(new Set(ids).size).toBe(2)
  })

  test('are the targets of the article’s own links', () => {
    const box = show(html)
    const link = box.querySelector('a')?.getAttribute('href') ?? ''
    const id = toId('2020-08-30-abcdefgh')
    for (const fragment of [link, '#user-content-n1', '#n1']) {
      expect(findLinkTarget(box, fragment, id)?.textContent).toBe('first')
      expect(toPageFragment(fragment, id)).toBe(fragment === '#n1' ? '#n1' : '#user-content-n1')
    }
    expect(findLinkTarget(box, '#n2', id)).toBeUndefined()
  })

  test('of the surrounding page cannot be linked to', () => {
    document.body.id = 'root'
    const link = show('<p><a href="#user-content-root">x</a></p>').querySelector('a')
    expect(link?.outerHTML).toBe('<a>x</a>')
    document.body.removeAttribute('id')
  })
})

describe('pictures', () => {
  const picture =
    '<p>a</p><img src="https://img.example.net/a.jpg" width="640" height="360" alt="A lamp">'

  test('S11 load lazily and without a referrer when the reader allows it', () => {
    const image = show(picture).querySelector('img')
    expect(image?.getAttribute('src')).toBe('https://img.example.net/a.jpg')
    expect(image?.getAttribute('referrerpolicy')).toBe('no-referrer')
    expect(image?.getAttribute('loading')).toBe('lazy')
    expect(image?.getAttribute('width')).toBe('640')
    expect(image?.hasAttribute('crossorigin')).toBe(false)
  })

  test.each(['ask', 'off'] as const)(
    'S9 request nothing in mode "%s" until the reader presses the button',
    (pictures) => {
      const box = show(picture, { pictures })
      expect(box.querySelector('img, [src], [srcset], [style*="url"]')).toBeNull()
      const button = box.querySelector('button')
      expect(button?.textContent).toBe('Show picture from img.example.net')
      expect(box.textContent).toContain('A lamp')
      button?.click()
      expect(box.querySelector('img')?.getAttribute('src')).toBe('https://img.example.net/a.jpg')
      expect(box.querySelector('button')).toBeNull()
    },
  )

  test('reserve their space while they wait', () => {
    const box = show(picture, { pictures: 'ask' }).querySelector<HTMLElement>('.picture-box')
    expect(box?.style.getPropertyValue('--picture-ratio')).toBe('640 / 360')
    expect(box?.style.getPropertyValue('--picture-width')).toBe('640px')
  })

  test('S11 that fail leave their description, host and two links to find them', () => {
    const box = show(picture)
    box.querySelector('img')?.dispatchEvent(new Event('error'))
    expect(box.querySelector('img')).toBeNull()
    expect(box.textContent).toContain('Picture not available from img.example.net')
    expect(box.textContent).toContain('A lamp')
    expect([...box.querySelectorAll('a')].map(({ href }) => href)).toEqual([
      sourceUrl,
      'https://web.archive.org/web/*/https://img.example.net/a.jpg',
    ])
    box.querySelector('button')?.click()
    expect(box.querySelector('img')?.getAttribute('src')).toBe('https://img.example.net/a.jpg')
  })

  test('keep the link around them, even after they are loaded on request', () => {
    const box = show(`<a href="https://example.org/">${picture.slice(8)}</a>`, { pictures: 'ask' })
    expect(box.querySelector('a button')).toBeNull()
    box.querySelector('button')?.click()
    expect(box.querySelector('a > img')).not.toBeNull()
  })

  test('without a description give their link an accessible name', () => {
    const box = show(
      '<a href="https://example.org/x"><img src="https://img.example.net/a.jpg"></a>',
    )
    expect(box.querySelector('a')?.getAttribute('aria-label')).toBe('Link to example.org')
  })

  test('S15 are shown exactly once', () => {
    const box = show(
      '<figure><img src="https://img.example.net/a.jpg"><noscript><img src="https://img.example.net/a.jpg"></noscript></figure>',
    )
    expect(box.querySelectorAll('img').length).toBe(1)
  })
})

describe('players', () => {
  const figure =
    '<figure><a href="https://www.youtube.com/watch?v=AbCdEfGhIjK">https://www.youtube.com/watch?v=AbCdEfGhIjK</a></figure>'

  test('S6 S21 load when pressed, from a host that sets no cookies, with a plain link beside them', () => {
    const box = show(figure, { pictures: 'off' })
    expect(box.querySelector('iframe, img')).toBeNull()
    box.querySelector('button')?.click()
    const frame = box.querySelector('iframe')
    expect(frame?.src).toBe('https://www.youtube-nocookie.com/embed/AbCdEfGhIjK?autoplay=1&rel=0')
    expect(frame?.getAttribute('referrerpolicy')).toBe('strict-origin-when-cross-origin')
    expect(frame?.getAttribute('sandbox')).toBe(
      'allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox allow-presentation',
    )
    expect(frame?.title).toBe('Play from YouTube')
    expect(document.activeElement).toBe(frame)
    expect(box.querySelector('figcaption a')?.textContent).toBe('Watch on YouTube')
  })

  test('S9 show their still picture only when pictures load', () => {
    expect(show(figure).querySelector('img')?.getAttribute('src')).toBe(
      'https://i.ytimg.com/vi/AbCdEfGhIjK/hqdefault.jpg',
    )
    expect(show(figure, { pictures: 'ask' }).querySelector('img')).toBeNull()
  })

  test('S21 stay links in a saved copy', () => {
    const box = show(figure, { withPlayers: false })
    expect(box.querySelector('button')).toBeNull()
    expect(box.querySelector('figure > a')).not.toBeNull()
  })

  test.each([
    [
      'another host',
      '<figure><a href="https://youtube.com.attacker.example/watch?v=AbCdEfGhIjK">x</a></figure>',
    ],
    [
      'a user name before the host',
      '<figure><a href="https://www.youtube.com@attacker.example/watch?v=AbCdEfGhIjK">x</a></figure>',
    ],
    [
      'a malformed id',
      '<figure><a href="https://www.youtube.com/watch?v=AbC&quot;onload=">x</a></figure>',
    ],
    [
      'a figure with other content',
      '<figure><a href="https://youtu.be/AbCdEfGhIjK">x</a><figcaption>y</figcaption></figure>',
    ],
    ['a link outside a figure', '<p><a href="https://youtu.be/AbCdEfGhIjK">x</a></p>'],
  ])('S6 are not made of %s', (_, html) => {
    expect(show(html).querySelector('button, iframe')).toBeNull()
  })

  test('show their title only when no still picture is shown', () => {
    const video = { player: 'youtube', id: 'AbCdEfGhIjK' } as const
    const root = buildAbove({ video, title: 'Lamp', image: undefined }, optionsWith())
    expect(root.querySelector('button')?.textContent).toBe('Play from YouTube')
    root.querySelector('img')?.dispatchEvent(new Event('error'))
    expect(root.querySelector('button')?.textContent).toBe('LampPlay from YouTube')
    expect(root.querySelectorAll('a').length).toBe(1)
  })

  test('of a video post show its title as text, not as markup', () => {
    const video = { player: 'youtube', id: 'AbCdEfGhIjK' } as const
    const title = '<img src=x onerror=alert(1)>'
    const root = buildAbove({ video, title, image: undefined }, optionsWith({ pictures: 'off' }))
    expect(root.querySelector('.player-title')?.textContent).toBe(title)
    expect(root.querySelector('img')).toBeNull()
  })
})

test('the lead image is treated like the pictures of the text', () => {
  const image = { url: 'https://img.example.net/a.jpg', width: 640, height: 360, alt: 'A lamp' }
  const above = { video: undefined, title: '', image }
  const load = buildAbove(above, optionsWith())
  expect(load.querySelector('img')?.getAttribute('src')).toBe(image.url)
  expect(buildAbove(above, optionsWith({ pictures: 'off' })).querySelector('img')).toBeNull()
})

test('S18 tables and code scroll in named boxes, and nested tables share one', () => {
  const box = show(
    '<table><tbody><tr><td><table><tbody><tr><td>x</td></tr></tbody></table></td></tr></tbody></table><pre>c</pre><pre>d</pre>',
  )
  const boxes = [...box.querySelectorAll('.scroll-box')]
  expect(boxes.map((found) => found.getAttribute('aria-label'))).toEqual([
    'Table 1',
    'Code 1',
    'Code 2',
  ])
  for (const found of boxes) {
    expect(found.getAttribute('tabindex')).toBe('0')
    expect(found.getAttribute('role')).toBe('region')
  }
})

test('S17 removes only blocks without text or other content', () => {
  const html =
    '<p>a</p><p>\u00a0</p><div><div> <br></div></div><p><img src="https://img.example.net/a.jpg"></p><p id="n"></p>'
  const box = show(html)
  expect(box.textContent.trim()).toBe('a')
  expect([...box.children].map(({ localName, id }) => `${localName}${id && '#'}`)).toEqual([
    'p',
    'p',
    'p#',
  ])
})

test.each([
  ['between blocks', '<div><p>a</p><img src="https://img.example.net/a.jpg"> <p>b</p></div>', true],
  [
    'in a link between blocks',
    '<a href="https://example.org/"><img src="https://img.example.net/a.jpg"></a><p>b</p>',
    true,
  ],
  ['in a line of text', '<p>a <img src="https://img.example.net/a.jpg"> b</p>', false],
  [
    'in a row',
    '<p><img src="https://img.example.net/a.jpg"> <img src="https://img.example.net/b.jpg"></p>',
    false,
  ],
])('a picture %s gets the space of a paragraph: %s', (_, html, alone) => {
  expect(show(html).querySelector('.picture-alone') !== null).toBe(alone)
})

test('links to other posts lead to them in this window, others leave it', () => {
  const links = show(
    '<a href="https://archive.invalid/posts/2020-01-02-abcdefgh#user-content-x">a</a>' +
      '<a href="https://example.org/b">b</a>',
  ).querySelectorAll('a')
  expect(
    [...links].map((link) => [...link.attributes].map(({ name, value }) => `${name}=${value}`)),
  ).toEqual([
    ['href=/posts/2020-01-02-abcdefgh#user-content-x'],
    expect.arrayContaining(['href=https://example.org/b', 'target=_blank']),
  ])
})
