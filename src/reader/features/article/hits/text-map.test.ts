// @vitest-environment jsdom
import { describe, expect, test } from 'vitest'
import { toBodyText } from '#core/text/body-text.ts'
import { foldText } from '#search/fold/fold-text.ts'
import { mapText, toRange } from './text-map.ts'

function makeElement(html: string): Element {
  const { body } = new DOMParser().parseFromString(html, 'text/html')
  return body
}

describe('the text of an element', () => {
  test.each([
    ['paragraphs', '<p>港口</p><p>灯塔</p>'],
    ['line breaks', '港口<br>灯塔<br/>lights'],
    ['marks inside words', '<p>har<b>bour</b> <a href="x">港<i>口</i></a></p>'],
    [
      'lists and tables',
      '<ul><li>a</li><li>b</li></ul><table><tbody><tr><td>c</td><td>d</td></tr></tbody></table>',
    ],
    ['headings and quotes', '<h2>a</h2>b<blockquote>c<p>d</p></blockquote>e'],
    ['signs', '<p>a &lt; b &amp;amp; &quot;c&quot;&nbsp;d</p>'],
    ['readings', '<p><ruby>潮<rt>しお</rt></ruby>汐</p>'],
    ['code', '<pre>a\n  b</pre><code>c</code>d'],
    ['figures', '<figure><img src="x" alt="no"><figcaption>港</figcaption></figure>口'],
  ])('breaks words where the index breaks them: %s', (_name, html) => {
    expect(foldText(mapText(makeElement(html)).text)).toBe(foldText(toBodyText([html])))
  })

  test('leaves out elements that the reader adds', () => {
    const html =
      '<p>a<button>b</button></p><div class="player">c</div><span class="picture-box">d</span>'
    expect(foldText(mapText(makeElement(html)).text)).toBe('a')
  })
})

test('toRange maps a span of the text to its nodes', () => {
  const root = makeElement('<p>the har<b>bour</b> light</p><p>潮汐</p>')
  const map = mapText(root)
  for (const words of ['harbour', 'the', 'light', '潮汐', '汐', 'r']) {
    const start = map.text.indexOf(words)
    expect(toRange(map, start, start + words.length)?.toString()).toBe(words)
  }
  expect(toRange(mapText(makeElement('')), 0, 1)).toBeUndefined()
})
