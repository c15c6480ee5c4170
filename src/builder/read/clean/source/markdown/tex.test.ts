import { describe, expect, test } from 'vitest'
import { cleanArticle } from '../../clean-article.ts'

function toHtml(body: string): string {
  const { parts } = cleanArticle({ body, bodyForm: 'markdown' })
  return parts.join('').replaceAll('user-content-', '')
}

describe('a formula in Markdown is shown as TeX:', () => {
  test.each([
    ['in dollars', 'So $h_1 * w_2 * d$ holds.', '<p>So <code>h_1 * w_2 * d</code> holds.</p>'],
    [
      'of one letter',
      "Let $x$ and $y'$ be $n$.",
      "<p>Let <code>x</code> and <code>y'</code> be <code>n</code>.</p>",
    ],
    ['in round brackets', 'So \\(h_{1}\\) holds.', '<p>So <code>h_{1}</code> holds.</p>'],
    ['in escaped brackets', 'So \\\\(h^2\\\\) holds.', '<p>So <code>h^2</code> holds.</p>'],
    ['in square brackets', '\\[ \\rho = m / V \\]', '<pre><code>\\rho = m / V\n</code></pre>'],
    ['over lines', '\\\\[\na_b\n\\\\]', '<pre><code>a_b\n</code></pre>'],
    [
      'in an environment',
      '\\begin{align*}\na &= b \\\\\nc &= d\n\\end{align*}',
      '<pre><code>\\begin{align*}\na &amp;= b \\\\\nc &amp;= d\n\\end{align*}\n</code></pre>',
    ],
  ])('%s', (_, body, html) => {
    expect(toHtml(body)).toBe(html)
  })

  test.each([
    ['prices', 'It is $5 or $6_7, as said.', '<p>It is $5 or $6_7, as said.</p>'],
    ['names of variables', '$HOME_A/$B_C and $D_E $F.', '<p>$HOME_A/$B_C and $D_E $F.</p>'],
    ['escaped brackets', 'A \\(note\\) and \\[x\\].', '<p>A (note) and [x].</p>'],
    ['code', '`$a_1$` b', '<p><code>$a_1$</code> b</p>'],
  ])('not in %s', (_, body, html) => {
    expect(toHtml(body)).toBe(html)
  })
})

describe('marks of note programs are not shown:', () => {
  test.each([
    ['a comment', 'a %% b\nc %% d, 100%% of 50%%', '<p>a d, 100%% of 50%%</p>'],
    ['the name of a block', 'High tide. ^tide-table', '<p>High tide.</p>'],
    ['that of an item', '- High tide ^q1w2e3', '<ul><li>High tide</li></ul>'],
    ['not a power', 'It is 2 ^128', '<p>It is 2 ^128</p>'],
    [
      'a tab',
      '=== "Ebb"\n\n    low **water**\n\nEnd',
      '<p><strong>Ebb</strong></p><p>low <strong>water</strong></p><p>End</p>',
    ],
  ])('%s', (_, body, html) => {
    expect(toHtml(body)).toBe(html)
  })
})

describe('old elements for listings keep their lines in Markdown:', () => {
  test.each([
    [
      'listing',
      '**a**\n\n<listing>\nb\n\n*c*\n</listing>\n\n**d**',
      'b\n\n*c*\n',
      '<p><strong>d</strong></p>',
    ],
    [
      'xmp',
      '**a**\n\n<xmp>b\n\n<i>\n</xmp>\n\n**d**',
      'b\n\n&lt;i&gt;\n',
      '<p><strong>d</strong></p>',
    ],
    ['plaintext', '**a**\n\n<plaintext>b\n\n**d**\n', 'b\n\n**d**\n', ''],
  ])('%s', (_, body, inside, rest) => {
    expect(toHtml(body)).toBe(`<p><strong>a</strong></p><pre>${inside}</pre>${rest}`)
  })
})
