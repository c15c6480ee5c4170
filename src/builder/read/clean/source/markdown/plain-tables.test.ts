import { expect, test } from 'vitest'
import { cleanArticle } from '../../clean-article.ts'

const head = '<table><thead><tr><th>a</th><th>b</th></tr></thead><tbody>'

test.each([
  [
    'a row of more cells than the head',
    'a | b\n--|--\n1 | 2 | 3',
    '<td>1</td><td>2</td><td>3</td>',
  ],
  ['a sign in code', 'a | b\n:--|--:\n`x|y` | 2', '<td><code>x|y</code></td><td>2</td>'],
  ['an escaped sign', 'a | b\n--|--\nx \\| y | 2', '<td>x | y</td><td>2</td>'],
  ['fewer cells', 'a | b\n--|--\n1', '<td>1</td><td></td>'],
])('a table without signs at both ends keeps %s', (_, body, row) => {
  const html = cleanArticle({ body: `${body}\n\nc | d`, bodyForm: 'markdown' }).parts.join('')
  expect(html).toBe(`${head}<tr>${row}</tr></tbody></table><p>c | d</p>`)
})

test('a rule ends a table of kramdown though no sign ends it', () => {
  const body = '| a | b |\n|---|---\n| 1 | 2 |\n|===\n| 3 | 4 |'
  const rows = '<tr><td>1</td><td>2</td></tr><tr><td>3</td><td>4</td></tr>'
  const html = cleanArticle({ body, bodyForm: 'markdown' }).parts.join('')
  expect(html).toBe(`${head}${rows}</tbody></table>`)
})
