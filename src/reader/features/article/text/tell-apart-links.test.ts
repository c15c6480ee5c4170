// @vitest-environment jsdom
import { expect, test } from 'vitest'
import { tellApartLinks } from './tell-apart-links.ts'

function toFragment(html: string): DocumentFragment {
  const template = document.createElement('template')
  template.innerHTML = html
  return template.content
}

/** Links in place of frames, each to another page of one host. */
function makeFrames(count: number): string {
  return Array.from(
    { length: count },
    (_, at) => `<p><a href="https://maps.example.net/m${at}">maps.example.net</a></p>`,
  ).join('')
}

test.each([
  ['a few frames of one host are named by it', makeFrames(3), 'maps.example.net'],
  ['many are told apart by their path', makeFrames(4), 'maps.example.net/m0'],
  ['links in sentences stay', makeFrames(4).replaceAll('</a>', '</a>.'), 'maps.example.net'],
])('%s', (_, html, text) => {
  const root = toFragment(html)
  tellApartLinks(root)
  expect(root.querySelector('a')?.textContent).toBe(text)
})
