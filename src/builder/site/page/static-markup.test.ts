import * as fc from 'fast-check'
import { createElement, Fragment, type ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { toStaticMarkup } from './static-markup.ts'

const make = createElement

function Boat({ name, children }: { name?: string; children?: ReactNode }): ReactNode {
  if (name === undefined) return null
  return make('li', { 'aria-label': name, className: 'boat' }, name, ' ', children)
}

const picture = make('img', { src: 'a.png', alt: '' })

test.each<[claim: string, node: ReactNode]>([
  ['text with every sign that is escaped', `a & b < c > d "e" 'f'`],
  ['numbers, and nothing for what shows nothing', [0, 1.5, null, undefined, true, false, '']],
  ['components in components', make(Boat, { name: 'Anna' }, make(Boat, { name: 'Berta' }), 'x')],
  ['a component that shows nothing', make(Boat)],
  ['other names', make('time', { className: 'a', dateTime: '2020', title: `"'&<>` })],
  ['attributes without a value', make('p', { id: undefined, lang: '', title: undefined })],
  ['booleans', make('svg', { 'aria-hidden': true, focusable: 'false', 'data-open': false })],
  ['an address on the site', make('a', { href: '/a?b&c' })],
  ['an empty address', make('a', { href: '' })],
  ['a path', make('a', { href: 'x' })],
  ['an address of another kind', make('a', { href: 'javascript-is:x' })],
  ['elements without an end', make('p', {}, make('br'), make('wbr', { className: 'a' }))],
  ['what only React knows', make('details', { open: true }, make('pre', {}, '\na'))],
  ['a control', make('input', { id: 'a', defaultValue: '"', disabled: true })],
  ['a style', make('p', { style: { marginTop: 3 } }, 'a')],
  ['a picture for readers without script', make('canvas', {}, make('noscript', {}, picture))],
  ['a place to be filled', make('article-text')],
])('writes %s as React does', (_, node) => {
  expect(toStaticMarkup(node)).toBe(renderToStaticMarkup(node))
})

const text = fc.oneof(fc.string(), fc.constantFrom('&amp;', '<b>', `"'`, '港口'))
const attributes = fc.record(
  {
    className: text,
    id: text,
    lang: text,
    dir: fc.constantFrom('ltr', 'auto'),
    title: fc.oneof(text, fc.integer()),
    width: fc.nat(),
    hidden: fc.boolean(),
    'aria-label': fc.oneof(text, fc.boolean()),
    'data-to': fc.oneof(text, fc.nat()),
    tabIndex: fc.integer(),
  },
  { requiredKeys: [] },
)
const { node } = fc.letrec<{ node: ReactNode }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    text,
    fc.constantFrom(null, undefined, true, false, 0),
    fc.integer(),
    fc.array(tie('node'), { maxLength: 3 }).map((all) => make(Fragment, null, ...all)),
    fc.array(tie('node'), { maxLength: 3 }).map((all) => make(Boat, { name: 'a' }, ...all)),
    fc
      .tuple(
        fc.constantFrom('div', 'span', 'bdi', 'section', 'pre', 'b', 'label'),
        attributes,
        fc.array(tie('node'), { maxLength: 3 }),
      )
      .map(([tag, given, all]) => make(tag, given, ...all)),
    fc.tuple(fc.constantFrom('br', 'wbr', 'hr'), attributes).map(([tag, given]) => {
      return make(tag, given)
    }),
  ),
}))

test('writes any tree of elements as React does', () => {
  fc.assert(
    fc.property(node, (tree) => {
      expect(toStaticMarkup(tree)).toBe(renderToStaticMarkup(tree))
    }),
  )
})
