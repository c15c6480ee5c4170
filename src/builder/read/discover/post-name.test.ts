import { expect, test } from 'vitest'
import { isMarkdownName } from '#core/post/markup-name.ts'
import { nameUnreadMarkup, toPostName, toPostNameOfFile } from './post-name.ts'

test.each([
  ['_posts', '2020-01-02-tide.md', '2020-01-02-tide.md'],
  ['content/post/fog-horn', 'index.md', 'fog-horn.md'],
  ['content/post/fog-horn', 'index.fr.md', 'fog-horn.fr.md'],
  ['content/post/fog-horn', 'Index.MD', 'fog-horn.MD'],
  ['content/post/2020-01-02-fog', 'index.markdown', '2020-01-02-fog.markdown'],
  ['a/$&', 'index.md', '$&.md'],
  ['content', 'index-funds.md', 'index-funds.md'],
  ['', 'index.md', 'index.md'],
  ['_posts', 'index.md', 'index.md'],
])('the post of %s/%s is known as %s', (folder, name, known) => {
  expect(toPostName(folder, name)).toBe(known)
  expect(toPostNameOfFile(['harbour', folder, name].filter((part) => part !== '').join('/'))).toBe(
    known,
  )
})

test.each([
  ['a.md', true],
  ['a.MKDN', true],
  ['a.mdx', true],
  ['a.md.bak', false],
  ['md', false],
])('%s is Markdown: %s', (name, is) => {
  expect(isMarkdownName(name)).toBe(is)
})

test.each([
  ['a.textile', 'Textile'],
  ['a.ORG', 'Org'],
  ['a.constructor', undefined],
  ['a.md', undefined],
])('%s is written in %s, which is not read', (name, markup) => {
  expect(nameUnreadMarkup(name)).toBe(markup)
})
