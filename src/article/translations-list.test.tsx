import { JSDOM } from 'jsdom'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import type { ArticleBody } from '#contract/body-pack.ts'
import { parsePostId, type PostId } from '#core/post/post-id.ts'
import { TranslationsList } from './translations-list.tsx'

function toId(text: string): PostId {
  const id = parsePostId(text)
  if (!id) throw new Error(`not a post id: ${text}`)
  return id
}

function render(
  translations: ArticleBody['translations'],
  listLanguage?: string,
): DocumentFragment {
  const body = { id: toId('2020-08-30-abcdefgh'), file: 'harbour/x.md', parts: [], translations }
  const hrefs = {
    facet: () => '',
    post: (id: PostId) => `/posts/${id}`,
    place: () => '',
    day: () => '',
  }
  const list = (
    <TranslationsList body={body} words={(key) => key} hrefs={hrefs} listLanguage={listLanguage} />
  )
  return JSDOM.fragment(renderToStaticMarkup(list))
}

test('links to the same post in other languages, each named in its own', () => {
  const shown = render([
    { id: toId('2020-08-30-aaaaaaaa'), language: 'fr', title: 'Le phare' },
    { id: toId('2020-08-30-bbbbbbbb'), language: 'ar' },
  ])
  const links = [...shown.querySelectorAll('a')].map((link) =>
    ['href', 'hreflang', 'dir', 'title'].map((name) => link.getAttribute(name)),
  )
  expect(links).toEqual([
    ['/posts/2020-08-30-aaaaaaaa', 'fr', 'ltr', 'Le phare'],
    ['/posts/2020-08-30-bbbbbbbb', 'ar', 'rtl', null],
  ])
  expect(shown.textContent).toContain('français')
})

test('a post in one language has no list', () => {
  expect(render(undefined).textContent).toBe('')
})

test('the one in the language that the reader chose stands first, by its title', () => {
  const translations = [
    { id: toId('2020-08-30-aaaaaaaa'), language: 'fr', title: 'Le phare' },
    { id: toId('2020-08-30-bbbbbbbb'), language: 'ar' },
  ]
  const named = (language: string) =>
    [...render(translations, language).querySelectorAll('a')].map((link) => link.textContent)
  expect(named('fr')).toEqual(['Le phare', 'العربية'])
  expect(named('ar')).toEqual(['العربية', 'français'])
  expect(named('de')).toEqual(['français', 'العربية'])
})
