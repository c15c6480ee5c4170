// @vitest-environment jsdom
import { expect, test } from 'vitest'
import { PageHead } from './page-head.ts'

const page = 'https://archive.example/posts/2020-08-30-abcdefgh/'
const served = `<head><title>x</title><link rel="canonical" href="${page}"><link rel="icon" href="/i.svg">
<meta property="og:url" content="${page}"><meta property="og:site_name" content="Harbour">
<meta name="description" property="og:description" content="The lamp is lit.">
<meta name="citation_title" property="og:title" content="Lamp"><meta property="article:tag" content="a">
<meta name="DC.title" content="Lamp"><meta name="DC.identifier" content="x"><meta name="prism.publicationName" content="x"><meta name="z:itemType" content="webpage">
<script type="application/ld+json">{}</script><script type="module" src="/a.js"></script></head>`

function makeHead() {
  const page = new DOMParser().parseFromString(served, 'text/html')
  return { page, head: new PageHead(page, '/posts/2020-08-30-abcdefgh/') }
}

function read(page: Document) {
  return [...page.head.children].map((element) => element.outerHTML).join('\n')
}

test('the page that the host has sent keeps all it says', () => {
  const { page: shown, head } = makeHead()
  const before = read(shown)
  head.show('/posts/2020-08-30-abcdefgh/', { canonical: page, own: page })
  expect(read(shown)).toBe(before)
})

test('another page names itself, and takes nothing over from the one before', () => {
  const { page: shown, head } = makeHead()
  const own = 'https://archive.example/?tag=a'
  head.show('/', { canonical: own, own })
  expect(read(shown)).toBe(
    [
      '<title>x</title>',
      `<link rel="canonical" href="${own}">`,
      '<link rel="icon" href="/i.svg">',
      '<meta property="og:site_name" content="Harbour">',
      '<script type="module" src="/a.js"></script>',
      `<meta property="og:url" content="${own}">`,
    ].join('\n'),
  )
})

test('a page of which neither address is known has neither', () => {
  const { page: shown, head } = makeHead()
  head.show('/no/such/page', { canonical: undefined, own: undefined })
  expect(shown.querySelector('link[rel=canonical], meta[property="og:url"]')).toBeNull()
})
