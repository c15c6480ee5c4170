import { describe, expect, test } from 'vitest'
import { cleanArticle } from '../clean-article.ts'

const good = 'https://i.example/lamp.jpg'

function toAddresses(body: string): string[] {
  const { parts } = cleanArticle({ body, bodyForm: 'html', sourceUrl: 'https://news.example/x' })
  return Array.from(parts.join('').matchAll(/<img src="([^"]*)"/g), ([, src = '']) => src)
}

describe('S15 a picture is taken from where a script keeps it', () => {
  test.each(
    'data-src data-original data-lazy-src data-actualsrc data-echo data-lazy data-url real_src _src file zoomfile lazysrc original data-cfsrc data-nobody-knows'.split(
      ' ',
    ),
  )('%s', (name) => {
    expect(toAddresses(`<img src="/blank.gif" ${name}="${good}" alt="a">`)).toEqual([good])
  })

  test.each(['#', '?', '#lamp'])('behind an address of the page itself: %s', (src) => {
    expect(toAddresses(`<img src="${src}" data-src="${good}" alt="a">`)).toEqual([good])
  })

  test.each(['data-srcset', 'data-lazy-srcset', 'lazy-srcset'])('%s', (name) => {
    const sizes = `https://i.example/small.jpg 300w, ${good} 900w`
    expect(toAddresses(`<img src="/blank.gif" ${name}="${sizes}">`)).toEqual([good])
  })
})

describe('S15 the picture stands in place of its preview', () => {
  test.each([
    ['that is blurred', `<img src="/lamp.jpg?w=20&blur=50" data-src="${good}">`],
    ['that is small by its path', `<img src="/c/w_30,e_blur:900/lamp.jpg" data-src="${good}">`],
    ['of a low quality', `<img src="/lamp.jpg?q=5" data-original="${good}">`],
    ['by its name', `<img src="/lamp-lqip.jpg" data-full-src="${good}">`],
    [
      'beside sources that load late',
      `<picture><source data-srcset="/lamp-m.jpg?w=430 1x"><img src="/lamp.jpg?w=20&blur=9" data-src="${good}"></picture>`,
    ],
    [
      'in a picture of its own',
      `<div><img src="/lamp-tiny.jpg"><img data-original="${good}"></div>`,
    ],
    [
      'that is part of the page',
      `<img src="data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7" data-srcset="${good} 2x">`,
    ],
  ])('%s', (_, body) => {
    expect(toAddresses(body)).toEqual([good])
  })

  test('a preview alone is better than nothing', () => {
    expect(toAddresses('<img src="https://i.example/lamp.jpg?blur=50">')).toEqual([
      'https://i.example/lamp.jpg?blur=50',
    ])
  })
})
