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

describe('words outside of ordinary elements are shown', () => {
  test.each([
    ['noscript', '<p>a</p><noscript><p>plum</p></noscript>', '<p>a</p><p>plum</p>'],
    ['noscript in a line', '<p>a <noscript>plum</noscript></p>', '<p>a plum</p>'],
    [
      'noscript that repeats its neighbour',
      '<p>plum</p><noscript><p>plum</p></noscript>',
      '<p>plum</p>',
    ],
    ['noframes', '<noframes><p>plum</p></noframes>', '<p>plum</p>'],
    ['noembed', '<noembed>plum <b>jam</b></noembed>', '<div>plum <b>jam</b></div>'],
    ['a frame without an address', '<iframe><p>plum</p></iframe>', '<p>plum</p>'],
    [
      'a frame that carries its page',
      '<iframe srcdoc="<p>plum</p><script>x</script>"></iframe>',
      '<p>plum</p>',
    ],
    ['an object without an address', '<object><p>plum</p></object>', '<p>plum</p>'],
    ['an applet', '<applet code="X"><p>plum</p></applet>', '<p>plum</p>'],
    ['a canvas', '<canvas width=9>plum</canvas>', '<div>plum</div>'],
    ['a player without a file', '<video><p>plum</p></video>', '<p>plum</p>'],
    [
      'a shadow root',
      '<x-y><template shadowrootmode="open"><p>plum</p></template></x-y>',
      '<p>plum</p>',
    ],
    ['a text field', '<p>a <input value="plum"></p>', '<p>a plum</p>'],
    ['a text area', '<textarea>plum\njam</textarea>', 'plum<br>jam'],
    [
      'a ticked box',
      '<ul><li><input type="checkbox" checked>plum</ul>',
      '<ul><li>☑ plum</li></ul>',
    ],
    ['an unknown element', '<x-y>plum</x-y>', 'plum'],
    [
      'an AMP player',
      '<amp-youtube data-videoid="NB_-x5x3Gv0"></amp-youtube>',
      '<figure><a href="https://www.youtube.com/watch?v=NB_-x5x3Gv0">youtube.com/watch?v=NB_-x5x3Gv0</a></figure>',
    ],
  ])('of %s', (_, body, html) => {
    expect(toHtml(body)).toBe(html)
  })

  test.each([
    ['a template that is none', '<p>a</p><template><p>plum</p></template>'],
    ['a hidden field', '<p>a</p><input type="hidden" value="plum">'],
    [
      'a field to copy the address of the page from',
      '<p>a</p><input readonly value="https://a.example/plum">',
    ],
    ['a password', '<p>a</p><input type="password" value="plum">'],
  ])('not of %s', (_, body) => {
    expect(toHtml(body)).toBe('<p>a</p>')
  })
})

describe('what the page does not show', () => {
  test.each([
    ['`hidden`', '<p hidden>plum</p>'],
    ['`hidden`, longer than what is shown', '<p hidden>plum jam and more plum jam by far</p>'],
    ['`display: none`', '<div style="color:red; DISPLAY : none !important">plum</div>'],
    ['`visibility: hidden`', '<span style="visibility:hidden">plum</span>'],
    ['the last of several `display`', '<p style="display:block;display:none">plum</p>'],
    ['a sheet of icons', '<svg display="none"><text>plum</text></svg>'],
    ['a closed dialog', '<dialog>plum</dialog>'],
    ['a hidden picture', '<img style="display:none" src="https://t.example/p.png" alt="plum">'],
  ])('is left out and counted: %s', (_, body) => {
    const { parts, text, changes } = clean(`<p>The quay was empty.</p>${body}`)
    expect(parts).toEqual(['<p>The quay was empty.</p>'])
    expect(text).not.toContain('plum')
    expect(changes).toEqual({ hidden: 1 })
  })

  test.each([
    [
      'a link leads into it',
      '<p>The quay was empty.<a href="#n">1</a></p><div hidden id="n">plum</div>',
    ],
    [
      'it is most of the text',
      `<p>Quay.</p><div style="display:none">${'plum jam and more plum jam, '.repeat(20)}</div>`,
    ],
    ['a search finds it', '<p>The quay was empty.</p><div hidden="until-found">plum</div>'],
    [
      'a script shows the picture',
      '<p>Quay.</p><img style="display:none" data-src="/p.png" alt="plum">',
    ],
    [
      'a later `display` shows it',
      '<p>The quay was empty.</p><p style="display:none;display:block">plum</p>',
    ],
    ['the dialog is open', '<p>The quay was empty.</p><dialog open>plum</dialog>'],
    ['it is only silent', '<p>The quay was empty.</p><p aria-hidden="true">plum</p>'],
  ])('stays where %s', (_, body) => {
    const { parts, changes } = clean(body)
    expect(parts.join('')).toContain('plum')
    expect(changes).toEqual({})
  })

  test('is on the whole page where only screen readers are told it', () => {
    const { text, page } = clean('<p>The quay.</p><span class="sr-only">plum</span>')
    expect(text).toBe('The quay.')
    expect(JSON.stringify(page)).toContain('plum')
    const body = 'The **quay**.\n\n<span class="sr-only">plum</span> and *pier*.'
    expect(cleanArticle({ body, bodyForm: 'markdown' }).text).toBe('The quay.\nand pier.')
    expect(toHtml('<p>a <a href="/x"><i></i><span class="sr-only">plum</span></a></p>')).toContain(
      'plum',
    )
  })
})

describe('what only a style says', () => {
  test.each([
    [
      'struck text',
      '<p>a <span style="text-decoration: line-through">b</span></p>',
      '<p>a <s>b</s></p>',
    ],
    [
      'a struck paragraph',
      '<p style="text-decoration-line:overline line-through">a <b>b</b></p>',
      '<p><s>a </s><b><s>b</s></b></p>',
    ],
    ['a class for it', '<p>a <span class="x strikethrough">b</span></p>', '<p>a <s>b</s></p>'],
    [
      'a raised number',
      '<p>10<span style="vertical-align:super">3</span></p>',
      '<p>10<sup>3</sup></p>',
    ],
    [
      'lines',
      '<p style="white-space:pre-wrap">\none\n  two  three\n</p>',
      '<p>one<br>\u00a0\u00a0two\u00a0 three</p>',
    ],
    ['lines without spaces', '<p style="white-space:pre-line">one\n  two</p>', '<p>one<br>two</p>'],
    ['lines by class', '<div class="whitespace-pre-wrap">one\ntwo</div>', '<div>one<br>two</div>'],
    [
      'lines of code',
      '<div><code style="white-space:pre">\none\n  two\n</code></div>',
      '<pre><code>one\n  two</code></pre>',
    ],
    [
      'lines of code that only a class parts',
      '<pre><code><span class="line">one</span><span class="line"><b>two</b></span></code></pre>',
      '<pre><code>one\n<b>two</b></code></pre>',
    ],
    [
      'lines of code that only a style parts',
      '<pre><span style="display:block">one</span><span style="display:block">two</span></pre>',
      '<pre>one\ntwo</pre>',
    ],
    [
      'lines of code with their breaks',
      '<pre><span class="line">one\n</span><span class="line">two</span>\n<span class="line">six</span></pre>',
      '<pre>one\ntwo\nsix</pre>',
    ],
    [
      'code with breaks',
      '<div><code>one<br>&nbsp;&nbsp;two</code></div>',
      '<div><code>one<br>\u00a0\u00a0two</code></div>',
    ],
    [
      'blocks with kept white space',
      '<div style="white-space:pre-wrap">\n<p>one</p>\n<p>two</p>\n</div>',
      '<p>one</p><p>two</p>',
    ],
  ])('stays: %s', (_, body, html) => {
    expect(toHtml(body)).toBe(html)
  })
})

describe('ruby', () => {
  test.each([
    [
      'with bases in front',
      '<ruby><rb>海</rb><rb>図</rb><rt>かい</rt><rt>ず</rt></ruby>',
      '<ruby>海<rt>かい</rt>図<rt>ず</rt></ruby>',
    ],
    [
      'with a second line',
      '<ruby>海図<rt>かいず</rt><rtc><rt>chart</rt></rtc></ruby>',
      '<ruby><ruby>海図<rt>かいず</rt></ruby><rt>chart</rt></ruby>',
    ],
    [
      'in pairs',
      '<ruby>海<rt>かい</rt>図<rt>ず</rt></ruby>',
      '<ruby>海<rt>かい</rt>図<rt>ず</rt></ruby>',
    ],
  ])('%s reads as its base', (_, body, html) => {
    expect(toHtml(`<p>${body}</p>`)).toBe(`<p>${html}</p>`)
    expect(clean(body).text).toBe('海図')
  })
})

describe('the base element', () => {
  test.each([
    ['of a folder', '<base href="/b/">', '<img src="c.png">', 'https://news.example/b/c.png'],
    [
      'of another host',
      '<base href="https://m.example/d/">',
      '<a href="e">x</a>',
      'https://m.example/d/e',
    ],
    [
      'without an address',
      '<base target="_top">',
      '<img src="c.png">',
      'https://news.example/c.png',
    ],
    [
      'that is no web address',
      '<base href="javascript:1">',
      '<img src="c.png">',
      'https://news.example/c.png',
    ],
    [
      'after the first',
      '<base href="/b/"><base href="/x/">',
      '<img src="c.png">',
      'https://news.example/b/c.png',
    ],
  ])('%s counts for addresses', (_, base, body, url) => {
    expect(toHtml(base + body)).toContain(`"${url}"`)
  })

  test('leaves links within the page there', () => {
    const body = '<base href="/b/"><a href="https://news.example/a#s">x</a><p id="s">y</p>'
    expect(toHtml(body)).toContain('href="#user-content-s"')
  })
})
