// @vitest-environment jsdom
import { expect, test } from 'vitest'
import { markEmphasis } from './mark-emphasis.ts'

function toFragment(html: string): DocumentFragment {
  const template = document.createElement('template')
  template.innerHTML = html
  return template.content
}

test.each([
  ['marks a short run in a sentence with dots', '<p>港口的<em>灯塔</em>亮了</p>', 'emphasis-dots'],
  ['marks a whole paragraph as an aside', '<p><em>本文首发于港报</em></p>', 'emphasis-aside'],
  ['does not mark a long run', `<p>a<em>${'灯塔'.repeat(20)}</em></p>`, ''],
  ['does not mark Latin letters', '<p>港口的<em>lamp</em>亮了</p>', ''],
])('%s', (_, html, mark) => {
  const root = toFragment(html)
  markEmphasis(root)
  expect(root.querySelector('em')?.className).toBe(mark)
})
