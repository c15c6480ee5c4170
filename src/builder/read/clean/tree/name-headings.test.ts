import { expect, test } from 'vitest'
import { cleanArticle } from '../clean-article.ts'

const long = `<p>${'The sea wall holds. '.repeat(400)}</p>`

/** Ids of the headings of an article; empty for a heading without one. */
function toIds(body: string): string[] {
  const html = cleanArticle({ body, bodyForm: 'html' }).parts.join('')
  return [...html.matchAll(/<h[2-6](?: id="user-content-([^"]*)")?/g)].map(([, id]) => id ?? '')
}

test.each<[name: string, body: string, ids: string[]]>([
  [
    'the headings of a long article are numbered',
    `<h1>a</h1>${long}<h2>b</h2><h3>c</h3>`,
    ['section-1', 'section-2', 'section-3'],
  ],
  [
    'a heading that a link points to keeps its id',
    `<a href="#n">x</a><h2>a</h2><h2 id="n">b</h2><h2>c</h2>${long}`,
    ['section-1', 'n', 'section-3'],
  ],
  [
    'no id is assigned twice',
    `<a href="#section-1">x</a><p id="section-1">y</p><h2>a</h2><h2>b</h2><h2>c</h2>${long}`,
    ['section-2', 'section-3', 'section-4'],
  ],
  ['two headings get none', `<h2>a</h2><h2>b</h2>${long}`, ['', '']],
  ['a short article gets none', '<h2>a</h2><h2>b</h2><h2>c</h2><p>d</p>', ['', '', '']],
])('%s', (_, body, ids) => {
  expect(toIds(body)).toEqual(ids)
})
