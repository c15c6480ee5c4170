import { expect, test } from 'vitest'
import { cleanArticle } from '../clean-article.ts'

const outgoing = 'rel="noopener noreferrer nofollow ugc" target="_blank"'

test.each([
  [
    'become links that open in a new tab',
    '見https://example.org/a，另見',
    `見<a href="https://example.org/a" ${outgoing}>https://example.org/a</a>，另見`,
  ],
  [
    'show where they lead, not the address that stands for a post',
    'see https://archive.invalid/name/b.md?else=https%3A%2F%2Fquay.example%2Fb%2F',
    `see <a href="https://archive.invalid/name/b.md?else=https%3A%2F%2Fquay.example%2Fb%2F" ${outgoing}>https://quay.example/b/</a>`,
  ],
  [
    'stay text in a link',
    '<a href="https://example.net/">https://example.org/a</a>',
    `<a href="https://example.net/" ${outgoing}>https://example.org/a</a>`,
  ],
  ['stay text in code', '<code>https://example.org/a</code>', '<code>https://example.org/a</code>'],
  [
    'become mailto links if they are e-mail addresses',
    'a@lamp.example',
    '<a href="mailto:a@lamp.example">a@lamp.example</a>',
  ],
  [
    'are shown once if they are obfuscated e-mail addresses',
    '<span class="__cf_email__" data-cfemail="1a7b5a767b776a347f627b776a767f">[email&#160;protected]</span>',
    '<a href="mailto:a@lamp.example">a@lamp.example</a>',
  ],
  [
    'S2 never become markup',
    '&lt;img src=x onerror=alert(1)&gt; https://example.org/&lt;b&gt;',
    `&lt;img src=x onerror=alert(1)&gt; <a href="https://example.org/" ${outgoing}>https://example.org/</a>&lt;b&gt;`,
  ],
])('plain addresses %s', (_, html, shown) => {
  const { parts } = cleanArticle({ body: `<p>${html}</p>`, bodyForm: 'html' })
  expect(parts.join('')).toBe(`<p>${shown}</p>`)
})
