// @vitest-environment jsdom
import { describe, expect, test } from 'vitest'
import { canSanitize, sanitizeHtml } from './sanitize-article.ts'

function toHtml(html: string): string {
  const box = document.createElement('div')
  box.append(sanitizeHtml(html))
  return box.innerHTML
}

test('S3 the sanitizer works in this environment', () => {
  expect(canSanitize()).toBe(true)
})

describe('S1 nothing executable survives', () => {
  test.each([
    ['a script', 'x<script>alert(1)</script>y', 'xy'],
    ['a handler', '<p onclick="alert(1)">x</p>', '<p>x</p>'],
    [
      'an image with a handler',
      '<img src="https://a.example/x.png" onerror="alert(1)">',
      '<img data-src="https://a.example/x.png">',
    ],
    ['a frame with its own page', '<iframe srcdoc="<script>alert(1)</script>">x</iframe>y', 'y'],
    ['an SVG', '<svg onload="alert(1)"><circle/></svg>x', 'x'],
    ['an object', '<object data="x.swf">x</object>y', 'y'],
    [
      'a form',
      '<form action="https://a.example"><input name="a"><button formaction="javascript:1">Send</button></form>',
      'Send',
    ],
    [
      'markup for template engines',
      '<p dangerouslysetinnerhtml="{&quot;__html&quot;:1}">{{x}}</p>',
      '<p>{{x}}</p>',
    ],
  ])('%s', (_, html, clean) => {
    expect(toHtml(html)).toBe(clean)
  })
})

describe('S2 mutation XSS', () => {
  test.each([
    ['noscript', '<noscript><p title="</noscript><img src=x onerror=alert(1)>">'],
    [
      'MathML',
      '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=alert(1)&gt;">',
    ],
    ['SVG in style', '<svg></p><style><a id="</style><img src=1 onerror=alert(1)>">'],
    ['forms', '<form><math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>'],
    ['a template', '<template><img src=x onerror=alert(1)></template>'],
    ['an attribute that ends the title', '<p title="</title><script>alert(1)</script>">x</p>'],
  ])('through %s leaves no active element', (_, html) => {
    const fragment = sanitizeHtml(html)
    expect(fragment.querySelector('script, svg, math, style, template, noscript, form')).toBeNull()
    for (const element of fragment.querySelectorAll('*')) {
      expect(element.getAttributeNames().some((name) => name.startsWith('on'))).toBe(false)
    }
  })
})

test('S7 the content of a frame, object or noscript is not shown as text', () => {
  const inside = [
    'iframe',
    'object',
    'noscript',
    'noembed',
    'noframes',
    'script',
    'style',
    'template',
  ]
  for (const tag of inside)
    expect(toHtml(`<p>a</p><${tag}>hidden</${tag}><p>b</p>`)).toBe('<p>a</p><p>b</p>')
})

test('S8 removes styles, classes and style sheets', () => {
  const html =
    '<div style="position:fixed;inset:0" class="x"><style>*{}</style><link rel="stylesheet" href="https://a.example/x.css">x</div>'
  expect(toHtml(html)).toBe('<div>x</div>')
})

test('S9 a sanitized article requests nothing by itself', () => {
  const fragment = sanitizeHtml(
    `<img src="https://a.example/1.png" srcset="https://a.example/2.png 2x"><picture><source srcset="https://a.example/3.png"></picture>
     <video poster="https://a.example/4.png" src="https://a.example/5.mp4" autoplay preload="auto"></video><audio src="https://a.example/6.mp3" autoplay></audio>
     <link rel="preload" href="https://a.example/7"><input type="image" src="https://a.example/8"><body background="https://a.example/9">
     <table background="https://a.example/10"><tr><td>x</td></tr></table><object data="https://a.example/11"></object><track src="https://a.example/12">`,
  )
  expect(
    fragment.querySelector(
      '[src]:not(audio, video), [srcset], [poster], [background], [data], [autoplay], link, object',
    ),
  ).toBeNull()
  for (const media of fragment.querySelectorAll('audio, video')) {
    expect(media.getAttribute('preload')).toBe('none')
    expect(media.hasAttribute('controls')).toBe(true)
  }
})

describe('S10 tracking pixels', () => {
  test.each([
    [
      'one pixel wide and high are removed',
      '<img src="https://a.example/x.gif" width="1" height="1">',
      '',
    ],
    ['of no size are removed', '<img src="https://a.example/x.gif" width="0" height="0">', ''],
    [
      'of known counters are removed',
      '<img src="https://medium.com/_/stat?event=post.clientViewed">',
      '',
    ],
    [
      'do not include thin rules, which are kept',
      '<img src="https://a.example/x.gif" width="600" height="1">',
      '<img height="1" width="600" data-src="https://a.example/x.gif">',
    ],
  ])('%s', (_, html, clean) => {
    expect(normalise(toHtml(html))).toBe(normalise(clean))
  })
})

function normalise(html: string): string {
  return html.replace(/<img ([^>]*)>/, (_, inside: string) =>
    inside.split(' ').toSorted().join(' '),
  )
}

describe('S12 links', () => {
  test.each([
    [
      'open in a new tab without opener',
      '<a href="https://a.example/" target="_top" ping="https://b.example" download>x</a>',
    ],
    [
      'cannot override that',
      '<a href="https://a.example/" rel="opener" target="main" referrerpolicy="unsafe-url">x</a>',
    ],
  ])('%s', (_, html) => {
    const link = sanitizeHtml(html).querySelector('a')
    expect(
      Object.fromEntries([...(link?.attributes ?? [])].map(({ name, value }) => [name, value])),
    ).toEqual({
      href: 'https://a.example/',
      target: '_blank',
      rel: 'noopener noreferrer nofollow ugc',
      referrerpolicy: 'no-referrer',
    })
  })

  test('within the article stay on the page', () => {
    expect(toHtml('<a href="#user-content-a" target="_blank">x</a>')).toBe(
      '<a href="#user-content-a">x</a>',
    )
  })

  test('are not changed by base or refresh elements, which are removed', () => {
    expect(
      toHtml(
        '<base href="https://a.example/"><meta http-equiv="refresh" content="0;url=https://a.example">x',
      ),
    ).toBe('x')
  })
})

test('S13 keeps document getters unchanged', () => {
  const names = [
    'getElementById',
    'querySelector',
    'body',
    'head',
    'cookie',
    'location',
    'forms',
    'defaultView',
    'createElement',
    'title',
    'currentScript',
    'activeElement',
  ]
  const before = names.map((name) => Reflect.get(document, name) as unknown)
  const box = document.createElement('div')
  document.body.append(box)
  box.append(
    sanitizeHtml(
      names
        .map(
          (name) =>
            `<img name="${name}" src="https://a.example/x"><form name="${name}"><input name="${name}" form="${name}"></form><a id="${name}" name="${name}">x</a><object id="${name}"></object>`,
        )
        .join(''),
    ),
  )
  const after = names.map((name) => Reflect.get(document, name) as unknown)
  expect(after).toEqual(before)
  expect(names.map((name) => typeof Reflect.get(window, name))).not.toContain('HTMLAnchorElement')
  expect(box.querySelector('[name]')).toBeNull()
  for (const element of box.querySelectorAll('[id]')) expect(element.id).toMatch(/^user-content-/)
  box.remove()
})

describe('S16 the URL policy', () => {
  test.each([
    ['https', 'https://a.example/', true],
    ['http', 'http://a.example/', true],
    ['mailto', 'mailto:a@a.example', true],
    ['javascript', 'javascript:alert(1)', false],
    ['javascript with a tab', 'java\tscript:alert(1)', false],
    ['javascript in capitals', '  JaVaScRiPt:alert(1)', false],
    ['vbscript', 'vbscript:x', false],
    ['data', 'data:text/html,<script>alert(1)</script>', false],
    ['file', 'file:///etc/passwd', false],
    ['about', 'about:blank', false],
    ['blob', 'blob:https://a.example/1', false],
    ['a misspelt scheme', 'ttps://a.example', false],
    ['no scheme', '//a.example/x', false],
    ['a path of this site', '/about', false],
    ['an id of this page', '#root', false],
  ])('for a link: %s', (_, url, kept) => {
    const link = sanitizeHtml(
      `<a href="${url.replaceAll('"', '&quot;').replaceAll('<', '&lt;')}">x</a>`,
    ).querySelector('a')
    expect(link?.textContent).toBe('x')
    expect(link?.hasAttribute('href')).toBe(kept)
  })

  test.each([
    ['https', 'https://a.example/x.png', true],
    ['http', 'http://a.example/x.png', false],
    ['data', 'data:image/gif;base64,R0lGODlhAQABAAAAACw=', false],
    ['of this site', '/x.png', false],
    ['mailto', 'mailto:a@a.example', false],
  ])('for a picture: %s', (_, url, kept) => {
    expect(sanitizeHtml(`<img src="${url}">`).querySelector('img[data-src]') !== null).toBe(kept)
  })
})

test('keeps the elements and attributes of ordinary articles', () => {
  const html =
    '<h2 lang="ja" dir="ltr">t</h2><p title="a">x <time datetime="2020-08-30">d</time><br><ruby>字<rt>zì</rt></ruby></p>' +
    '<ol start="3" reversed="" type="a"><li value="5">x</li></ol><dl><dt>a</dt><dd>b</dd></dl><figure><figcaption>c</figcaption></figure>' +
    '<table><tbody><tr><th scope="col" colspan="2">a</th><td rowspan="2">b</td></tr></tbody></table><details open=""><summary>s</summary>x</details>' +
    '<blockquote cite="https://a.example/">q</blockquote><pre><code>c</code></pre><bdo dir="rtl">x</bdo><audio src="https://a.example/x.mp3" controls="" preload="none"></audio>'
  expect(toHtml(html)).toBe(html)
})
