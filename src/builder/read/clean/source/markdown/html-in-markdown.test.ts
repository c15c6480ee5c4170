import { describe, expect, test } from 'vitest'
import { cleanMarkdown } from '#builder/testing/clean-markdown.ts'

type Rows = [name: string, body: string, html: string][]

describe('B15 HTML in Markdown', () => {
  test.each<[string, string, string]>([
    ['ends with its element', '<p class="x">a</p>\n**b**', '<p>a</p><p><strong>b</strong></p>'],
    [
      'goes on over blank lines',
      '<div lang="de">\n\n  <p>a</p>\n\n      <p>b</p>\n\n</div>\n\n*c*',
      '<div lang="de"><p>a</p><p>b</p></div><p><em>c</em></p>',
    ],
    [
      'holds Markdown behind a blank line',
      '<details>\n<summary>a</summary>\n\n- b\n- c\n\n</details>',
      '<details><summary>a</summary><ul><li>b</li><li>c</li></ul></details>',
    ],
    [
      'holds a text behind a blank line',
      '<details>\n<summary>a</summary>\n\nb *c*\n\nd\n\n</details>',
      '<details><summary>a</summary><p>b <em>c</em></p><p>d</p></details>',
    ],
    [
      'is not Markdown where a text goes on',
      '<div lang="de">\n<p>a *b*\n\nc</p>\n\n    <p>d</p>\n</div>',
      '<div lang="de"><p>a *b* c</p><p>d</p></div>',
    ],
    [
      'holds indented Markdown',
      '<details>\n    <summary>a</summary>\n\n    - b\n    - c\n</details>',
      '<details><summary>a</summary><ul><li>b</li><li>c</li></ul></details>',
    ],
    [
      'holds Markdown when it asks for it',
      '<div lang="de" markdown="1">\na *b*\n</div>',
      '<div lang="de"><p>a <em>b</em></p></div>',
    ],
    [
      'keeps blank lines of code',
      '<div lang="de">\n<pre>a\n\nb</pre>\n\n</div>',
      '<div lang="de"><pre>a\n\nb</pre></div>',
    ],
    [
      'stands where a picture has the address of a film',
      '![](https://www.youtube.com/watch?v=w7Ft2ymGmfc)',
      '<figure><a href="https://www.youtube.com/watch?v=w7Ft2ymGmfc">youtube.com/watch?v=w7Ft2ymGmfc</a></figure>',
    ],
    [
      'or that of a post elsewhere',
      '![](https://x.com/ada/status/1234567890)',
      '<p><a href="https://x.com/ada/status/1234567890">x.com</a></p>',
    ],
    [
      'of phrases does not end Markdown',
      '<img src="https://quay.example/a.png">\n**a**',
      '<p><img src="https://quay.example/a.png" alt=""> <strong>a</strong></p>',
    ],
    [
      'in code is code',
      '`<b>`\n\n    <div>\n\n    x\n',
      '<p><code>&lt;b&gt;</code></p><pre><code>&lt;div&gt;\n\nx\n</code></pre>',
    ],
    [
      'as a comment goes',
      'a **b**\n\n<!-- more -->\n\nc **d** <!-- e --> f',
      '<p>a <strong>b</strong></p><p>c <strong>d</strong> f</p>',
    ],
    [
      'of its own names leaves its words',
      '<Note type="x">\n\n**a**\n\n</Note>\n\nb <Badge>c</Badge> <Card />',
      '<p><strong>a</strong></p><p>b c</p>',
    ],
    [
      'that is none is text',
      'A List<String> of <your name>',
      '<p>A List&lt;String&gt; of &lt;your name&gt;</p>',
    ],
  ] satisfies Rows)('%s', (_, body, html) => {
    expect(cleanMarkdown(body)).toBe(html)
  })
})
