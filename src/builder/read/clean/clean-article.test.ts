import { describe, expect, test } from 'vitest'
import { cleanArticle, type ArticleSource } from './clean-article.ts'

const sourceUrl = 'https://news.example/2014/article/21?x=1'

function clean(body: string, more: Partial<ArticleSource> = {}) {
  return cleanArticle({ body, bodyForm: 'html', sourceUrl, ...more })
}

function toHtml(body: string): string {
  return clean(body).parts.join('')
}

const rel = 'rel="noopener noreferrer nofollow ugc" target="_blank"'
const lazy = 'decoding="async" loading="lazy" referrerpolicy="no-referrer"'

describe('cleaning removes', () => {
  test.each([
    ['script', '<p>a<script>alert(1)</script>b</p>', '<p>ab</p>'],
    [
      'style and link',
      '<style>p{}</style><link rel=preload href=//x.example/f><p>a</p>',
      '<p>a</p>',
    ],
    ['event handlers', '<p onclick="alert(1)" onmouseover=alert(1)>a</p>', '<p>a</p>'],
    [
      'base, meta, title',
      '<base href=//x/><meta http-equiv=refresh><title>t</title><p>a</p>',
      '<p>a</p>',
    ],
    [
      'SVG with its children',
      '<p>a<svg><style>.a{}</style><a href=//x>b</a></svg></p>',
      '<p>a</p>',
    ],
    ['comments', '<p>a<!-- b --></p>', '<p>a</p>'],
    ['garbage attributes', '<p ;="" title":="" ""}="">a</p>', '<p>a</p>'],
    ['unknown tags but not their text', '<lt-div>a</lt-div><figureicture>b</figureicture>', 'ab'],
  ])('S2 %s', (_, body, html) => {
    expect(toHtml(body)).toBe(html)
  })

  test.each([
    ['iframe', '<p>a</p><iframe src="javascript:alert(1)">b<p>c</p></iframe>'],
    ['object with an address', '<p>a</p><object data="javascript:alert(1)"><p>b</p></object>'],
    ['template', '<p>a</p><template><p>b</p></template>'],
  ])('S7 the children of %s', (_, body) => {
    expect(toHtml(body)).toBe('<p>a</p>')
  })

  test.each([
    ['style', '<p style="position:fixed;inset:0;z-index:9">a</p>'],
    ['class', '<p class="fixed">a</p>'],
    ['font elements', '<p><font color=red size=7>a</font></p>'],
  ])('S8 %s', (_, body) => {
    expect(toHtml(body)).toBe('<p>a</p>')
  })

  test.each([
    ['its attributes', '<img src="https://t.example/p.gif" width=1 height="1">'],
    ['a size of zero', '<img src="https://t.example/p.gif" width=0 height=0>'],
    ['its style', '<img src="https://t.example/p.gif" style="width: 1px; height:1px">'],
    ['a known counter URL', '<img src="https://medium.com/_/stat?event=x" width=100 height=100>'],
    ['a known counter URL in srcset', '<img srcset="https://pixel.wp.com/b.gif 2x">'],
  ])('S10 a tracking pixel, recognized by %s', (_, body) => {
    expect(toHtml(`<p>a${body}</p>`)).toBe('<p>a</p>')
  })
})

describe('a frame becomes a link or is removed', () => {
  const watch = 'https://www.youtube.com/watch?v=NB_-x5x3Gv0'
  const figure = `<figure><a href="${watch}" ${rel}>youtube.com/watch?v=NB_-x5x3Gv0</a></figure>`

  test.each([
    ['a player', '<iframe src="https://www.youtube.com/embed/NB_-x5x3Gv0?rel=0"></iframe>', figure],
    ['no scheme', '<iframe src="//www.youtube.com/embed/NB_-x5x3Gv0"></iframe>', figure],
    ['lazy-loaded', '<iframe data-src="https://youtube.com/embed/NB_-x5x3Gv0"></iframe>', figure],
    ['an old embed', '<embed src="http://www.youtube.com/v/NB_-x5x3Gv0">', figure],
    [
      'an old object',
      '<object><param name=movie value="https://www.youtube.com/v/NB_-x5x3Gv0"></object>',
      figure,
    ],
    [
      'a wrapped player',
      `<iframe src="https://cdn.embedly.com/widgets/media.html?src=${encodeURIComponent('https://www.youtube.com/embed/NB_-x5x3Gv0')}"></iframe>`,
      figure,
    ],
    [
      'a player inside a paragraph',
      `<p>a<iframe src="${watch}"></iframe>b</p>`,
      `<p>a</p>${figure}<p>b</p>`,
    ],
    [
      'any other page',
      '<iframe src="https://jsfiddle.example/x/?a=1&b"></iframe>',
      `<p><a href="https://jsfiddle.example/x/?a=1&amp;b" ${rel}>jsfiddle.example</a></p>`,
    ],
    ['no page', '<iframe></iframe><iframe src="about:blank"></iframe>', ''],
    ['a hidden one', '<iframe src="https://t.example/ns.html" height=0 width=0></iframe>', ''],
    ['srcdoc', '<iframe srcdoc="<script>alert(1)</script>"></iframe>', ''],
    ['a javascript: URL', '<iframe src="javascript://youtube.com/%0Aalert()"></iframe>', ''],
  ])('S6 %s', (_, body, html) => {
    expect(toHtml(body)).toBe(html)
  })

  test('S6 a frame in a link follows the link', () => {
    const html = toHtml(`<a href="https://a.example/">x<iframe src="${watch}"></iframe></a>`)
    expect(html).toBe(`<a href="https://a.example/" ${rel}>x</a>${figure}`)
  })

  test('the label of a frame does not count as text of the article', () => {
    const article = clean(`<p>a</p><iframe src="${watch}"></iframe>`)
    expect(article.text).toBe('a')
    expect(clean(`<iframe src="${watch}"></iframe>`)).toMatchObject({ text: '', parts: [figure] })
  })
})

describe('links', () => {
  test.each([
    ['https', 'https://a.example/b', `<a href="https://a.example/b" ${rel}>x</a>`],
    ['http', 'http://a.example/b', `<a href="http://a.example/b" ${rel}>x</a>`],
    ['mailto', 'mailto:a@b.example', '<a href="mailto:a@b.example">x</a>'],
    ['relative to the root', '/author/10', `<a href="https://news.example/author/10" ${rel}>x</a>`],
    ['relative', 'b', `<a href="https://news.example/2014/article/b" ${rel}>x</a>`],
    ['relative to the scheme', '//a.example/b', `<a href="https://a.example/b" ${rel}>x</a>`],
    ['script', 'javascript:alert(1)', 'x'],
    ['script with a line break', 'java&#10;script:alert(1)', 'x'],
    ['script after white space', ' \u0001javascript:alert(1)', 'x'],
    ['data', 'data:text/html,<script>alert(1)</script>', 'x'],
    ['file', 'file:///C:/a', 'x'],
    ['a typo in the scheme', 'ttps://a.example', 'x'],
    ['about', 'about:blank', 'x'],
    ['unparsable', 'http://“a b', 'x'],
    ['empty', '', 'x'],
  ])('S16 %s', (_, href, html) => {
    expect(toHtml(`<p><a href="${href}">x</a></p>`)).toBe(`<p>${html}</p>`)
  })

  test('S12 lose target, ping and download of the source', () => {
    const html = toHtml('<a href="https://a.example/" target=_top ping=//p.example download>x</a>')
    expect(html).toBe(`<a href="https://a.example/" ${rel}>x</a>`)
  })

  test('S16 relative ones become text if the URL of the article is unknown', () => {
    const article = cleanArticle({ body: '<p><a href="/b">x</a></p>', bodyForm: 'html' })
    expect(article.parts).toEqual(['<p>x</p>'])
  })

  test('around a picture without alternative text are named after their host', () => {
    expect(toHtml('<a href="https://www.a.example/b"><img src="/c.jpg"></a>')).toContain(
      'title="a.example"',
    )
    expect(toHtml('<p>a<a href="https://a.example/"></a></p>')).toBe('<p>a</p>')
  })

  test('with an obfuscated e-mail address show it', () => {
    const body = '<p><a class="__cf_email__" data-cfemail="422302206c21">[email]</a></p>'
    expect(toHtml(body)).toBe('<p><a href="mailto:a@b.c">a@b.c</a></p>')
    expect(toHtml('<p><span data-cfemail="zz">[email]</span></p>')).toBe('<p>[email]</p>')
  })
})

describe('pictures', () => {
  const good = 'https://i.example/a.jpg'
  const placeholder =
    'data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7'

  test.each([
    ['src', `<img src="${good}" data-src="https://i.example/b.jpg">`],
    ['data-src', `<img src="${placeholder}" data-src="${good}">`],
    ['data-original', `<img data-original="${good}" data-lazy-src="https://i.example/b.jpg">`],
    ['data-lazy-src', `<img src="" data-lazy-src="${good}">`],
    ['srcset, the largest', `<img srcset="https://i.example/s.jpg 300w, ${good} 1100w">`],
    ['srcset after a placeholder', `<img srcset="${placeholder} 1w, ${good} 2x">`],
    ['src beside a placeholder srcset', `<img src="${good}" srcset="${placeholder}">`],
    ['source element', `<picture><source srcset="${good}" onerror="this.srcset=1"><img></picture>`],
    ['data-src instead of a spacer', `<img src="/i/blank.gif" data-src="${good}">`],
    ['data-srcset instead of a gif', `<img src="/t.gif" data-srcset="/s.jpg 3w, ${good} 9w">`],
    ['data-original instead of a drawing', `<img src="/wait.svg?1" data-original="${good}">`],
    ['an http URL', '<img src="http://i.example/a.jpg">'],
    ['a URL without scheme', '<img src="//i.example/a.jpg">'],
    ['its noscript twin', `<img src="${placeholder}"><noscript><img src="${good}"></noscript>`],
    ['an identical twin', `<img src="${good}?w=10"><noscript><img src="${good}"></noscript>`],
    ['the twin of a preview', `<img src="/low.jpg"> <noscript><img src="${good}"></noscript>`],
    ['noscript alone', `<noscript><p><img src="${good}"></p></noscript>`],
  ])('S15 have exactly one URL, from %s', (_, body) => {
    expect(toHtml(body).replace('?w=10', '')).toBe(`<img src="${good}" alt="" ${lazy}>`)
  })

  test('S16 with another scheme than https are removed and leave a mark', () => {
    expect(toHtml(`<p>a<img src="${placeholder}"></p>`)).toBe('<p>a</p>')
    for (const src of ['file:///a.png', 'blob:https://a.example/1', 'javascript:1']) {
      expect(toHtml(`<p>a<img src="${src}" alt="b"></p>`)).toBe(
        '<p>a<span data-left-out="picture">▨ b</span></p>',
      )
    }
  })

  test('S11 keep alternative text and size, load lazily and send no referrer', () => {
    const body = '<img src="/a b.jpg" alt=" A \n b" width="640px" height="480" sizes=x usemap=#x>'
    expect(toHtml(body)).toBe(
      `<img src="https://news.example/a%20b.jpg" alt="A b" width="640" height="480" ${lazy}>`,
    )
  })

  test.each([
    ['its data attributes', '<img src="/a.jpg" data-width="640" data-height="480">', [640, 480]],
    [
      'data attributes of its parent',
      '<div data-width="640" data-height="480"><img src="/a.jpg"></div>',
      [640, 480],
    ],
    [
      'attributes rather than data attributes',
      '<img src="/a.jpg" width=64% height=480 data-width=1>',
      [undefined, 480],
    ],
    [
      'nothing from one data attribute',
      '<img src="/a.jpg" data-width="640">',
      [undefined, undefined],
    ],
  ])('take their size from %s', (_, body, [width, height]) => {
    const image = clean(`${body}<p>a</p>`).leadImage
    expect([image?.width, image?.height]).toEqual([width, height])
  })

  test.each([
    ['a spacer', '/i/spacer.gif?1'],
    ['a transparent pixel', '/i/transparent-1x1.png'],
  ])('do not include %s', (_, src) => {
    expect(toHtml(`<p>a<img src="${src}"></p>`)).toBe('<p>a</p>')
    expect(toHtml('<img src="/pixel-art.png">')).toContain('/pixel-art.png')
  })

  test.each([
    ['the first picture', '<img src="/a.jpg" width=640 alt=A><img src="/b.jpg">', '/a.jpg'],
    ['not an avatar', '<img class="avatar" src="/a.jpg"><img src="/b.jpg">', '/b.jpg'],
    ['not an icon', '<img src="/img/icon-x.png"><img src="/b.jpg">', '/b.jpg'],
    ['not a small one', '<img src="/a.jpg" width=32 height=32><img src="/b.jpg">', '/b.jpg'],
    ['not a tracking pixel', '<img src="/a.jpg" width=1 height=1><img src="/b.jpg">', '/b.jpg'],
  ])('the lead image is %s', (_, body, path) => {
    expect(clean(body).leadImage?.url).toBe(`https://news.example${path}`)
  })

  test('the lead image has size and alternative text as far as known', () => {
    expect(clean('<img src="/a.jpg" width=640 height=100% alt=A>').leadImage).toEqual({
      url: 'https://news.example/a.jpg',
      width: 640,
      alt: 'A',
    })
    expect(clean('<p>a</p>').leadImage).toBeUndefined()
  })
})

describe('audio and video are kept only as direct files', () => {
  test.each([
    [
      'a file',
      '<audio autoplay loop src="http://a.example/b.mp3">no</audio>',
      '<audio controls="" preload="none" src="https://a.example/b.mp3"></audio>',
    ],
    [
      'several sources',
      '<video poster=/p.jpg width=640><source src=/a.webm><source src=/a.mp4 type=video/mp4></video>',
      '<video controls="" preload="none" width="640"><source src="https://news.example/a.webm"><source src="https://news.example/a.mp4" type="video/mp4"></video>',
    ],
    [
      'a stream, which becomes a link',
      '<video src="https://a.example/x.m3u8"></video>',
      `<p><a href="https://a.example/x.m3u8" ${rel}>a.example</a></p>`,
    ],
    [
      'a web page, which becomes a link',
      '<video src="https://a.example/watch"></video>',
      `<p><a href="https://a.example/watch" ${rel}>a.example</a></p>`,
    ],
  ])('%s', (_, body, html) => {
    expect(toHtml(body)).toBe(html)
  })
})
