import { describe, expect, test } from 'vitest'
import { doubleWork } from '#testing/count-work.ts'
import { cleanArticle } from './clean-article.ts'

const sourceUrl = 'https://news.example/2014/article/21'

function toText(body: string, title?: string): string {
  const article = cleanArticle({
    body,
    bodyForm: 'html',
    sourceUrl,
    ...(title === undefined ? {} : { title }),
  })
  return article.text.replaceAll('\n', '|')
}

describe('the heading that repeats the title', () => {
  test.each([
    ['verbatim', '<h1>网络公民社会</h1><p>文。</p>', '网络公民社会'],
    [
      'in a wrapper',
      '<header><div><h2><a href="/a"> 用钱\n</a></h2></div></header><p>文。</p>',
      '用钱',
    ],
    ['without the name of the site', '<h1>用钱[video]</h1><p>文。</p>', '用钱[video] - iYouPort'],
    ['with another dash', '<h1>Money – a tale</h1><p>文。</p>', 'Money: a tale | Harbour'],
    ['in another width and case', '<h3>ＡＢＣ“港”</h3><p>文。</p>', 'abc 「港」'],
    ['below another heading', '<h1>Harbour</h1><h2>Money</h2><p>文。</p>', 'Money'],
    ['with a title class', '<div class="entry-title">Money</div><p>文。</p>', 'Money'],
    ['with a title property', '<div property="dc:title"><h1>Money</h1></div><p>文。</p>', 'Money'],
    ['below a picture', '<p><img src=/a.jpg></p><h1>Money</h1><p>文。</p>', 'Money'],
  ])('is removed: %s', (_, body, title) => {
    expect(toText(body, title).replace('Harbour|', '')).toBe('文。')
  })

  test.each([
    ['in a post without a title', '<h1>Money</h1>', undefined, 'Money'],
    ['that says more', '<h1>Money and more</h1>', 'Money', 'Money and more'],
    ['that says less', '<h1>Money</h1>', 'Money and more', 'Money'],
    ['that contains a picture', '<h1>Money<img src=/a.jpg></h1>', 'Money', 'Money'],
    [
      'below the first paragraph',
      '<p>The first sentence is here.</p><h2>Money</h2>',
      'Money',
      'The first sentence is here.|Money',
    ],
    ['that is a paragraph', '<p>Money</p>', 'Money', 'Money'],
    ['a second time', '<h1>Money</h1><h2>Money</h2>', 'Money', 'Money'],
    ['that is only punctuation', '<h1>???</h1>', '!!!', '???'],
  ])('is kept: %s', (_, body, title, text) => {
    expect(toText(body, title)).toBe(text)
  })

  test('leaves the anchor that links point to', () => {
    const body = '<h1 id=top>Money</h1><p>a</p><a href="#top">up</a>'
    const { parts } = cleanArticle({ body, bodyForm: 'html', sourceUrl, title: 'Money' })
    expect(parts.join('')).toContain('<span id="user-content-top"></span>')
  })

  test.each(['<h2><b>a', '<h2>a</h2>', '<a>a.jpg</a><img src=/a.jpg>'])(
    'is searched for with work in proportion to the body, of many %s',
    (piece) => {
      expect(doubleWork(5_000, (count) => void toText(piece.repeat(count), 'Money'))).toBeLessThan(
        2.5,
      )
    },
  )
})

describe('the file name of a picture', () => {
  const picture = '<div><img src="/a.jpg"></div>'

  test.each([
    ['in a heading', `<div><h2><a href="/file/1"> tou_.jpg </a></h2>${picture}</div><p>a</p>`],
    [
      'above a line below the picture',
      '<div><h2>a.jpg</h2><div><img src=/a.jpg><div>a</div></div></div>',
    ],
    ['in a link', `<div>\n<a href="/file/1">a_b.PNG</a>\n<img src="/a.jpg"></div><p>a</p>`],
  ])('is removed: %s', (_, body) => {
    expect(toText(body)).toBe('a')
  })

  test.each([
    ['without a picture', '<div><h2>a.jpg</h2><div>b</div></div>', 'a.jpg|b'],
    ['before other text', `<div><h2>a.jpg</h2>b${picture}</div>`, 'a.jpg|b'],
    ['in a sentence', `<div><h2>See a.jpg</h2>${picture} b</div>`, 'See a.jpg|b'],
    ['with a path', `<div><h2>b/a.jpg</h2>${picture}</div>`, 'b/a.jpg'],
  ])('is kept: %s', (_, body, text) => {
    expect(toText(body)).toBe(text)
  })
})

test('object replacement characters are removed', () => {
  expect(toText('<p>a\ufffc b</p>')).toBe('a b')
})

function toExcerpt(body: string): string | undefined {
  return cleanArticle({ body, bodyForm: 'html' }).excerpt
}

describe('the excerpt', () => {
  test('and text and length leave out ruby readings', () => {
    const body = '<p>古い<ruby>漢字<rp>(</rp><rt>かんじ</rt><rp>)</rp></ruby>の話。</p>'
    expect(toExcerpt(body)).toBe('古い漢字の話。')
    expect(cleanArticle({ body, bodyForm: 'html' })).toMatchObject({
      text: '古い漢字の話。',
      length: { count: 7 },
    })
  })

  test('keeps a short first sentence but skips a caption', () => {
    const long = '这一切始于，当你家乡的报纸死亡，而没有人记得它曾经写过什么，也没有人问起。'
    expect(toExcerpt(`<p>Photo: x</p><p>不再是曾经那样了。</p><p>${long}</p>`)).toBe(
      `不再是曾经那样了。 ${long}`,
    )
  })
})
