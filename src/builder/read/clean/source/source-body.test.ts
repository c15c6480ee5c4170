import { describe, expect, test } from 'vitest'
import { toBodyForm } from '../../body/body-form.ts'
import { cleanArticle } from '../clean-article.ts'
import { toSourceHtml } from './source-body.ts'

/** Cleans a body in its detected format. */
function toHtml(body: string, fileName = 'a.md'): string {
  const { parts } = cleanArticle({ body, bodyForm: toBodyForm(body, fileName) })
  return parts.join('').replace(/ (?:rel|target|decoding|loading|referrerpolicy)="[^"]*"/g, '')
}

// Two pieces of Markdown syntax, so that the body is detected as Markdown.
const marks = '\n\n- a\n- b'
const list = '<ul><li>a</li><li>b</li></ul>'

describe('B15 a Markdown body is rendered with', () => {
  test.each([
    ['emphasis before a Chinese comma', '**重要**，後面', '<p><strong>重要</strong>，後面</p>'],
    [
      'emphasis around Chinese quotes',
      '這是**「海牆」**的事',
      '<p>這是<strong>「海牆」</strong>的事</p>',
    ],
    ['emphasis that ends in a colon', '**重點：**內容', '<p><strong>重點：</strong>內容</p>'],
    ['emphasis in the middle of a sentence', '他*不着急*。', '<p>他<em>不着急</em>。</p>'],
    ['strikethrough', '~~舊的~~新的', '<p><s>舊的</s>新的</p>'],
    ['headings below the h1 of the page', '# 海牆\n\n## 港口', '<h2>海牆</h2><h3>港口</h3>'],
    ['a Setext heading', '海牆\n======', '<h2>海牆</h2>'],
    [
      'a numbered list that does not start at 1',
      '3. 三\n4. 四',
      '<ol start="3"><li>三</li><li>四</li></ol>',
    ],
    ['a list in a list', '+ 一\n  + 二', '<ul><li>一<ul><li>二</li></ul></li></ul>'],
    ['a quote', '> 潮水不等人', '<blockquote><p>潮水不等人</p></blockquote>'],
    [
      'code that shows tags',
      '```\n<div>**x**</div>\n```',
      '<pre><code>&lt;div&gt;**x**&lt;/div&gt;\n</code></pre>',
    ],
    [
      'a table',
      '| 日 | 潮 |\n|---|--:|\n| 一 | 二 |',
      '<table><thead><tr><th>日</th><th>潮</th></tr></thead><tbody><tr><td>一</td><td>二</td></tr></tbody></table>',
    ],
    [
      'a link before a full stop',
      '見[海牆](https://a.example/海)。',
      '<p>見<a href="https://a.example/%E6%B5%B7">海牆</a>。</p>',
    ],
    [
      'a picture',
      '![燈](https://a.example/a.jpg)',
      '<p><img src="https://a.example/a.jpg" alt="燈"></p>',
    ],
    [
      'a plain URL',
      '見https://a.example/b，另見',
      '<p>見<a href="https://a.example/b">https://a.example/b</a>，另見</p>',
    ],
    ['a line break inside a Chinese sentence', '海牆和\n港口', '<p>海牆和港口</p>'],
    ['a thematic break', '海牆\n\n---\n\n港口', '<p>海牆</p><hr><p>港口</p>'],
    [
      'phrasing tags',
      '水 H<sub>2</sub>O<br>和 <b>燈</b>',
      '<p>水 H<sub>2</sub>O<br>和 <b>燈</b></p>',
    ],
    [
      'a picture as an HTML tag',
      '<img src="https://a.example/a.jpg" onerror=x>',
      '<p><img src="https://a.example/a.jpg" alt=""></p>',
    ],
    ['what only looks like a tag', 'a <nonsense> b <3', '<p>a &lt;nonsense&gt; b &lt;3</p>'],
    ['a hashtag at the start of a line', '#海牆 #港口', '<p>#海牆 #港口</p>'],
    ['a row of asterisks in a line', '燈 ********** 燈', '<p>燈 ********** 燈</p>'],
    ['a number and a period without a space', '1.海牆', '<p>1.海牆</p>'],
    ['asterisks as multiplication signs', '2 * 3 * 4', '<p>2 * 3 * 4</p>'],
    ['a snake_case name', 'snake_case_name', '<p>snake_case_name</p>'],
  ])('%s', (_, body, html) => {
    expect(toHtml(`燈**塔**${marks}\n\n${body}`)).toBe(`<p>燈<strong>塔</strong></p>${list}${html}`)
  })
})

describe('what only looks like Markdown stays text in other files', () => {
  test.each([
    ['drawn lines', '*****\n\n海牆 =====', '<p>*****</p><p>海牆 =====</p>'],
    ['hashtags at the start of lines', '#海牆\n#港口', '<p>#海牆<br>#港口</p>'],
    ['a single pair of double asterisks', '一個 **海牆** 而已', '<p>一個 **海牆** 而已</p>'],
    ['numbers without spaces', '1.海牆\n2.港口', '<p>1.海牆<br>2.港口</p>'],
    [
      'Markdown syntax in HTML',
      '<p># 海牆</p><p>- a</p><p>- b **c** **d**</p>',
      '<p># 海牆</p><p>- a</p><p>- b **c** **d**</p>',
    ],
    [
      'Markdown syntax in HTML, one line each',
      '<div>\n# 海牆\n\n- a\n- b\n</div>',
      '<div># 海牆 - a - b</div>',
    ],
  ])('%s', (_, body, html) => {
    expect(toHtml(body, 'a.html')).toBe(html)
  })
})

test.each([
  [{}, '<p>Fog :tada:\nand :) salt</p>\n'],
  [{ emoji: true }, '<p>Fog 🎉\nand :) salt</p>\n'],
  [{ hardBreaks: true }, '<p>Fog :tada:<br>\nand :) salt</p>\n'],
  [{ emoji: true, hardBreaks: true }, '<p>Fog 🎉<br>\nand :) salt</p>\n'],
] as const)('Markdown is read as its site means it: %o', (habits, html) => {
  expect(toSourceHtml('Fog :tada:\nand :) salt\n', 'markdown', habits)).toBe(html)
})

test('names of emoji in code and times stay as they are', () => {
  const html = toSourceHtml('`:tada:` at 10:30:45, :nosuchname:', 'markdown', { emoji: true })
  expect(html).toBe('<p><code>:tada:</code> at 10:30:45, :nosuchname:</p>\n')
})
