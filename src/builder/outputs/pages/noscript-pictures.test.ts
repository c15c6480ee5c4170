import { describe, expect, test } from 'vitest'
import { cleanArticle } from '#builder/read/clean/clean-article.ts'
import { toNoscriptPictures } from './noscript-pictures.ts'

const unwrap = (html: string) => html.replaceAll(/<\/?(?:noscript|canvas)[^<>]*>/g, '')

test('S2 wraps the pictures of a part in noscript, whatever their texts contain', () => {
  const body =
    '<p>&lt;img src=x&gt;<img src="https://a.example/1.png" alt="></noscript><script>alert(1)</script>">' +
    '<a href="https://b.example/"><img src="https://a.example/2.png" alt="b"></a></p>'
  const [part = ''] = cleanArticle({ body, bodyForm: 'html' }).parts
  const html = toNoscriptPictures(part)
  expect(html.match(/<noscript><img [^<>]*><\/noscript>/g)).toHaveLength(2)
  expect(html.match(/<\/?noscript>/g)).toHaveLength(4)
  expect(html).not.toContain('<script>')
  expect(unwrap(html)).toBe(part)
})

const picture = (sides: string) => `<p><img src="https://a.example/1.png" alt=""${sides}></p>`

describe('the placeholder of a picture', () => {
  const copy = { src: '/data/images/a.png', width: 8, height: 6 }

  test.each([
    [
      'has the size that the picture declares',
      ' width="640" height="480"',
      ' width="640" height="480"',
    ],
    ['has no size where the picture declares none', '', ''],
    ['has no size that is not in pixels', ' width="100%" height="1e3"', ''],
  ])('%s', (_, sides, kept) => {
    expect(toNoscriptPictures(picture(sides))).toContain(
      `<canvas class="picture-room picture-alone"${kept}>`,
    )
  })

  test('has the size of the site’s own copy where the picture declares none', () => {
    const html = toNoscriptPictures(picture(''), () => copy)
    expect(html).toContain('picture-alone" width="8" height="6"><noscript><img src="/data/images/a')
    expect(toNoscriptPictures(picture(' width="4"'), () => copy)).toContain(' width="4"><noscript>')
  })

  test.each([
    ['the only thing in a paragraph', '<p>@</p>', true],
    ['the only thing in a part', '@', true],
    ['between blocks', '<p>a</p> @ <p>b</p>', true],
    ['between line breaks', '<p>a<br>@<br>b</p>', true],
    ['in a link that holds nothing else', '<p><a href="x">@</a></p>', true],
    ['in a line of text', '<p>a @ b</p>', false],
    ['beside another', '<p>@@</p>', false],
    ['in emphasis', '<p><em>@</em></p>', false],
    ['in a link in a line of text', '<p>a <a href="x">@</a></p>', false],
  ])('marks pictures that stand alone, and no others: %s', (_, html, isAlone) => {
    const shown = toNoscriptPictures(html.replaceAll('@', '<img src="https://a.example/1.png">'))
    expect(shown.includes('picture-alone')).toBe(isAlone)
  })
})
