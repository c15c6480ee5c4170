import { describe, expect, test } from 'vitest'
import { makeFaultFinder } from './engine-floor/list-faults.ts'

const find = makeFaultFinder()

describe('a built script is too young with', () => {
  test.each([
    ['a sorted copy', 'export const a = [].toSorted()', 'toSorted'],
    ['a reversed copy', 'const b = [1].toReversed()', 'toReversed'],
    ['a test of addresses', 'URL.canParse(location.href)', 'URL.canParse'],
    ['a lookbehind', 'const c = /(?<=a)b/', '/(?<=a)b/'],
    ['a negative lookbehind', 'const c = /(?<!a)b/u', '/(?<!a)b/u'],
    ['a pattern with set notation', 'const d = /[a--b]/v', '/[a--b]/v'],
    ['an event of its own', "addEventListener('scrollsnapchange', f)", "'scrollsnapchange'"],
    ['joined signals', 'AbortSignal.any([one, two])', 'AbortSignal.any'],
    ['groups', 'Map.groupBy(list, key)', 'groupBy'],
    ['a promise with its ends', 'Promise.withResolvers()', 'withResolvers'],
    ['an observer', 'new PressureObserver(f)', 'PressureObserver'],
  ])('%s', (_, code, fault) => {
    expect(find('x.js', code)).toContain(fault)
  })
})

describe('a built style sheet is too young with', () => {
  test.each([
    ['two colours in one', ':root{--paper:light-dark(#fff,#000)}', 'light-dark()'],
    ['nested rules', '.a{color:red;&:hover{color:blue}}', 'nesting'],
    ['a range of widths', '@media (width>=700px){a{color:red}}', 'media ranges'],
    ['a negated feature', '@media not (min-width:700px){a{color:red}}', '@media not ()'],
    ['a starting style', '@starting-style{a{opacity:0}}', '@starting-style'],
    ['anchors', 'a{position-anchor:--b}', 'position-anchor:'],
    ['sizes by content', 'textarea{field-sizing:content}', 'field-sizing:'],
  ])('%s', (_, code, fault) => {
    expect(find('x.css', code)).toContain(fault)
  })
})

test.each([
  ['x.js', 'const a = [...b].sort(), { take, union } = c; c.take(union).findLast(Boolean)'],
  ['x.js', "CSS.highlights.set('passage', new Highlight())"],
  ['x.css', '@layer base{.a:hover,.b:focus-visible{inset:0;color:var(--ink,#000)}}'],
  ['x.css', '@media (min-width:700px){.a::before{content:"light-dark(a) & @x"}}'],
])('%s passes with %s', (name, code) => {
  expect(find(name, code)).toEqual([])
})
