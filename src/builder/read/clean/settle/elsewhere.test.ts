import { describe, expect, test } from 'vitest'
import { cleanArticle, type CleanArticle } from '../clean-article.ts'

function clean(body: string): CleanArticle {
  return cleanArticle({ body, bodyForm: 'html', sourceUrl: 'https://news.example/a' })
}

function toHtml(body: string): string {
  return clean(body)
    .parts.join('')
    .replaceAll(' decoding="async" loading="lazy" referrerpolicy="no-referrer"', '')
    .replaceAll(' rel="noopener noreferrer nofollow ugc" target="_blank"', '')
}

describe('text for browsers without scripts that was kept as text', () => {
  test.each([
    [
      'words',
      '<p>The quay.</p><noscript>&lt;p&gt;plum &lt;b&gt;jam&lt;/b&gt;&lt;/p&gt;</noscript>',
      '<p>The quay.</p><p>plum <b>jam</b></p>',
    ],
    [
      'a picture',
      '<p>The quay.</p><noscript>&lt;img src="/q.jpg" alt="plum"&gt;</noscript>',
      '<p>The quay.</p><img src="https://news.example/q.jpg" alt="plum">',
    ],
    [
      'the twin of a picture',
      '<p>The quay.</p><p><img data-src="/q.jpg" alt="plum"><noscript>&lt;img src="/q.jpg"&gt;</noscript></p>',
      '<p>The quay.</p><p><img src="https://news.example/q.jpg" alt="plum"></p>',
    ],
    ['a comparison', '<p>a</p><noscript>1 &lt; 2</noscript>', '<p>a</p>1 &lt; 2'],
  ])('%s', (_, body, html) => {
    expect(toHtml(body)).toBe(html)
  })
})

describe('elements of programs that browsers do not know', () => {
  test.each([
    [
      'a picture of a component',
      '<p>a</p><el-image src="/q.jpg" alt="plum"></el-image>',
      '<p>a</p><img src="https://news.example/q.jpg" alt="plum">',
    ],
    [
      'a post elsewhere',
      '<p>a</p><amp-twitter data-tweetid="1234567890"></amp-twitter>',
      '<p>a</p><p><a href="https://x.com/i/status/1234567890">x.com</a></p>',
    ],
    [
      'one that names its address',
      '<p>a</p><amp-facebook data-href="https://social.example/1"></amp-facebook>',
      '<p>a</p><p><a href="https://social.example/1">social.example</a></p>',
    ],
    [
      'a player without an address',
      '<p>a</p><amp-brightcove data-account="1"></amp-brightcove>',
      '<p>a</p><span data-left-out="player">▨</span>',
    ],
    [
      'a picture in the background that has a label',
      '<p>a</p><div role="img" aria-label="plum" style="background: url(\'/q.jpg\') no-repeat"></div>',
      '<p>a</p><img src="https://news.example/q.jpg" alt="plum">',
    ],
    [
      'a label of a picture that cannot be had',
      '<p>a</p><p>b <span role="img" aria-label="plum"></span></p>',
      '<p>a</p><p>b <span data-left-out="picture">▨ plum</span></p>',
    ],
    ['a sign with a label', '<p>a <span role="img" aria-label="plum">☂</span></p>', '<p>a ☂</p>'],
    [
      'a formula',
      '<p>a <amp-mathml inline data-formula="\\(x_{5}\\)"></amp-mathml></p>',
      '<p>a <code>x_{5}</code></p>',
    ],
    ['what only counts', '<p>a</p><amp-pixel src="https://t.example/p"></amp-pixel>', '<p>a</p>'],
    ['a component with words', '<p>a</p><video-card src="/x">plum</video-card>', '<p>a</p>plum'],
  ])('%s', (_, body, html) => {
    expect(toHtml(body)).toBe(html)
  })

  test('are counted where a link or a mark stands for them', () => {
    const body = '<p>a</p><amp-twitter data-tweetid="1234567890"></amp-twitter>'
    expect(clean(`${body}<amp-brightcove data-account="1"></amp-brightcove>`).changes).toEqual({
      frame: 1,
      player: 1,
    })
  })
})

describe('words in attributes that browsers show', () => {
  test.each([
    [
      'the name of a group of choices',
      '<select><optgroup label="plum"><option>jam</option></optgroup></select>',
      '<div>plum<div>jam</div></div>',
    ],
    ['a choice', '<select><option label="plum"></option></select>', '<div>plum</div>'],
    ['an empty text area', '<p>a</p><textarea placeholder="plum"></textarea>', '<p>a</p>plum'],
    [
      'the places of a map',
      '<p>a</p><map name="m"><area href="/b" alt="plum"><area href="/c" alt="jam"></map>',
      '<p>a</p><a href="https://news.example/b">plum</a> <a href="https://news.example/c">jam</a>',
    ],
    [
      'the title of a lost picture',
      '<p>a <img src="cid:1" title="plum"></p>',
      '<p>a <span data-left-out="picture">▨ plum</span></p>',
    ],
  ])('%s', (_, body, html) => {
    expect(toHtml(body)).toBe(html)
  })
})

describe('a frame with a page of its own and an address', () => {
  test('shows the page, as browsers do, and leads on', () => {
    expect(
      toHtml('<p>a</p><iframe srcdoc="<p>plum</p>" src="https://map.example/"></iframe>'),
    ).toBe('<p>a</p><p>plum</p><p><a href="https://map.example/">map.example</a></p>')
  })

  test('is the film where it leads to one', () => {
    const film = 'https://www.youtube.com/embed/w7Ft2ymGmfc'
    expect(toHtml(`<iframe srcdoc="<a>▶</a>" src="${film}"></iframe>`)).toBe(
      '<figure><a href="https://www.youtube.com/watch?v=w7Ft2ymGmfc">youtube.com/watch?v=w7Ft2ymGmfc</a></figure>',
    )
  })
})

describe('what hides text', () => {
  test.each([
    ['a comment in the style', '<p style="/* x */display:none">plum</p>'],
    ['a comment in a declaration', '<p style="display/**/:none">plum</p>'],
    ['`popover`', '<div popover>plum</div>'],
    ['`content-visibility`', '<p style="content-visibility: hidden">plum</p>'],
    ['a hidden word of a drawing', '<svg width="9"><text display="none">plum</text></svg>'],
    ['another', '<svg width="9"><g style="visibility:hidden"><text>plum</text></g></svg>'],
  ])('%s', (_, body) => {
    expect(toHtml(`<p>The quay was empty.</p>${body}`)).toBe('<p>The quay was empty.</p>')
  })

  test('leaves nothing raw where it is shown all the same', () => {
    const inside = `${'plum jam and more plum '.repeat(20)}<svg width="200"><text>12 m</text></svg>`
    const { parts, changes } = clean(`<p>Quay.</p><div style="display:none">${inside}</div>`)
    expect(parts.join('')).toContain('<span data-left-out="drawing">▨ 12 m</span>')
    expect(changes).toEqual({ drawing: 1 })
  })

  test('does not hide what is visible again inside', () => {
    const inside = '<span style="visibility:visible">plum</span>'
    const { text } = clean(`<p>The quay was empty.</p><p style="visibility:hidden">${inside}</p>`)
    expect(text).toContain('plum')
  })
})

describe('addresses that a script completes', () => {
  test.each([
    ['a list of sizes', `data-src='{"wide":"https://p.example/w.jpg"}'`, 'https://p.example/w.jpg'],
    [
      'a query of widths',
      'data-interchange="[https://p.example/q.jpg, (default)]"',
      'https://p.example/q.jpg',
    ],
    [
      'a width',
      'data-src="https://p.example/s_{width}x.jpg" data-widths="[180, 720]"',
      'https://p.example/s_720x.jpg',
    ],
  ])('%s', (_, attribute, url) => {
    expect(toHtml(`<p>a</p><img src="/blank.gif" ${attribute} alt="q">`)).toBe(
      `<p>a</p><img src="${url}" alt="q">`,
    )
  })
})

describe('a small form of a picture', () => {
  test('goes for the one without scripts', () => {
    const small = 'https://m.example/max/60/1.jpg?q=20'
    const large = 'https://m.example/max/1200/1.jpg'
    expect(
      toHtml(`<p>a</p><p><img src="${small}"><noscript><img src="${large}"></noscript></p>`),
    ).toBe(`<p>a</p><p><img src="${large}" alt=""></p>`)
  })

  test('leaves no mark beside the picture that it stands for', () => {
    const bad = '<img src="data:image/jpeg;base64,AAAA" alt="plum">'
    expect(
      toHtml(`<p>a</p><div>${bad}<picture><img src="/p.jpg" alt="plum"></picture></div>`),
    ).toBe('<p>a</p><div><img src="https://news.example/p.jpg" alt="plum"></div>')
  })
})
