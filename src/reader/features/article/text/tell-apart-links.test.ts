// @vitest-environment jsdom
import { expect, test } from 'vitest'
import { tellApartLinks } from './tell-apart-links.ts'

function toFragment(html: string): DocumentFragment {
  const template = document.createElement('template')
  template.innerHTML = html
  return template.content
}

/** Links that replace frames, each to a different page of one host. */
function makeFrames(count: number): string {
  return Array.from(
    { length: count },
    (_, at) => `<p><a href="https://maps.example.net/m${at}">maps.example.net</a></p>`,
  ).join('')
}

test.each([
  ['names a few frames of one host by the host', makeFrames(3), 'maps.example.net'],
  ['adds the path to many frames of one host', makeFrames(4), 'maps.example.net/m0'],
  [
    'leaves links in sentences alone',
    makeFrames(4).replaceAll('</a>', '</a>.'),
    'maps.example.net',
  ],
])('%s', (_, html, text) => {
  const root = toFragment(html)
  tellApartLinks(root)
  expect(root.querySelector('a')?.textContent).toBe(text)
})
