import { describe, expect, test } from 'vitest'
import { cleanArticle } from './clean-article.ts'

const sourceUrl = 'https://news.example/2014/article/21?x=1'

function toHtml(body: string): string {
  return cleanArticle({ body, bodyForm: 'html', sourceUrl }).parts.join('')
}

describe('ids', () => {
  test('S13 S14 are kept, with a prefix, if a link points to them; of duplicates only the first', () => {
    const html = toHtml('<a href="#root">x</a><p id=root>a</p><p id=root>b</p><p id=main>c</p>')
    expect(html).toBe(
      '<a href="#user-content-root">x</a><p id="user-content-root">a</p><p>b</p><p>c</p>',
    )
  })

  test('S14 include names of links, and URLs of the page itself can point to them', () => {
    const html = toHtml(`<p><a href="${sourceUrl}#n%C3%A9">1</a> <a name="né">b</a></p>`)
    expect(html).toBe(
      '<p><a href="#user-content-n%C3%A9">1</a> <span id="user-content-né">b</span></p>',
    )
  })

  test.each([
    ['another scheme and host', 'http://www.news.example/2020/05/a/#b'],
    ['no trailing slash', 'https://news.example/2020/05/a#b'],
    ['the name of its file', 'https://news.example/2020/05/a/index.html#b'],
  ])('are linked by the address of the page itself with %s', (_, href) => {
    const { parts } = cleanArticle({
      body: `<p><a href="${href}">1</a> <b id=b>2</b></p>`,
      bodyForm: 'html',
      sourceUrl: 'https://news.example/2020/05/a/',
    })
    expect(parts.join('')).toBe(
      '<p><a href="#user-content-b">1</a> <b id="user-content-b">2</b></p>',
    )
  })

  test('that only the original has are linked there', () => {
    const href = `${sourceUrl}#comments`
    expect(toHtml(`<p><a href="${href}">1</a></p>`)).toContain(`<a href="${href}"`)
    expect(toHtml(`<p><a href="https://news.example/?p=2#x">q</a><b id=x>b</b></p>`)).toContain(
      '<a href="https://news.example/?p=2#x"',
    )
  })

  test('S13 come without name, form and for attributes', () => {
    expect(
      toHtml('<img name=getElementById src=/a.png><form name=body><label for=x>a</label></form>'),
    ).not.toMatch(/name|form|for=/)
  })
})
