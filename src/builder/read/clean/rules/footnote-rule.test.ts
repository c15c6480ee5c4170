import { describe, expect, test } from 'vitest'
import { cleanArticle } from '../clean-article.ts'

function toHtml(body: string, bodyForm: 'html' | 'markdown' = 'html'): string {
  const { parts } = cleanArticle({ body, bodyForm, sourceUrl: 'https://a.example/x' })
  return parts.join('').replaceAll('user-content-', '')
}

const mark = (number: number) =>
  `<a href="#note-${number}" id="note-mark-${number}">[${number}]</a>`
const note = (number: number) =>
  `<a href="#note-mark-${number}" id="note-${number}">[${number}]</a>`

describe('footnotes with broken links are linked to each other again', () => {
  test.each([
    [
      'that point into a word processor file',
      '<p>a<a href="file:///C:/x.docx#_ftn1">[1]</a></p><p><a href="file:///C:/x.docx#_ftnref1">[1]</a> b</p>',
    ],
    [
      'that point into a draft',
      '<p>a<a href="https://docs.example/d#_ftn1">[1]</a></p><p><a href="https://blog.example/?p=2#_ftnref1">[1]</a> b</p>',
    ],
    [
      'that point to lost ids',
      '<p>a<a href="#fn:1">[1]</a></p><p><a href="#fnref:1">[1]</a> b</p>',
    ],
    [
      'with numbers garbled by copying',
      '<p>a<a href="https://d.example/#_ftn7">[1]</a></p><p><a href="https://d.example/#_ftnref3">[1]</a> b</p>',
    ],
    [
      'as LibreOffice writes them',
      '<p>a<a href="#sdfootnote1sym">[1]</a></p><p><a href="#sdfootnote1anc">[1]</a> b</p>',
    ],
  ])('%s', (_, body) => {
    expect(toHtml(body)).toBe(`<p>a${mark(1)}</p><p>${note(1)} b</p>`)
  })

  test('several references link to one note, which links back to the first', () => {
    const body =
      '<p><a href="#_ftn1">[1]</a> <a href="#_ftn1">[1]</a></p><p><a href="#_ftnref1">[1]</a> b</p>'
    expect(toHtml(body)).toBe(`<p>${mark(1)} <a href="#note-1">[1]</a></p><p>${note(1)} b</p>`)
  })
})

describe('Markdown footnotes', () => {
  test('link to their notes below the text and back', () => {
    const body =
      'A *wall*[^sea], a lamp[^2], the wall[^sea].\n\n[^2]: Lit in **1890**.\n[^sea]: See <x>.\n\nEnd[^x].'
    expect(toHtml(body, 'markdown')).toBe(
      '<p>A <em>wall</em><sup><a href="#fn-1" id="fnref-1">[1]</a></sup>, a lamp' +
        '<sup><a href="#fn-2" id="fnref-2">[2]</a></sup>, the wall<sup><a href="#fn-1">[1]</a></sup>.</p>' +
        '<p>End[^x].</p><hr><ol><li id="fn-1">See &lt;x&gt;. <a href="#fnref-1">↩</a></li>' +
        '<li id="fn-2">Lit in <strong>1890</strong>. <a href="#fnref-2">↩</a></li></ol>',
    )
  })

  test('stay text in code', () => {
    const html = toHtml('# A\n\n`a[^1]` b\n\n    [^1]: c\n\n[^1]: d', 'markdown')
    expect(html).toContain('<code>a[^1]</code>')
    expect(html).toContain('[^1]: c')
    expect(html).toContain('<li>d</li>')
  })
})

describe('other links stay as they are', () => {
  test.each([
    [
      'footnotes that work',
      '<p>a<a href="#fn1" id="fnref1">1</a></p><p id="fn1">b <a href="#fnref1">↩</a></p>',
      '<p>a<a href="#fn1" id="fnref1">1</a></p><p id="fn1">b <a href="#fnref1">↩</a></p>',
    ],
    [
      'a reference without a note',
      '<p>a<a href="https://b.example/x#_ftn1" rel="z">[1]</a></p>',
      '<p>a<a href="https://b.example/x#_ftn1" rel="noopener noreferrer nofollow ugc" target="_blank">[1]</a></p>',
    ],
  ])('%s', (_, body, html) => {
    expect(toHtml(body)).toBe(html)
  })
})
