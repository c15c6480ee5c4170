import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseSimpleFields } from './parse-simple-fields.ts'
import { parseYaml } from './parse-yaml.ts'

/** Results of both parsers as plain values; `undefined` where a parser declines. */
function readBoth(yaml: string) {
  const simple = parseSimpleFields(yaml, 2)
  const whole = parseYaml(yaml, 2)
  return {
    simple: simple && [...simple],
    whole: 'fields' in whole && whole.repeated.length === 0 ? [...whole.fields] : undefined,
  }
}

const seed = `layout: post
title: "字节跳动：将遵守 | 'x' # 1, [a] {b}"
date: 2020-08-30T21:56:11.000Z
author: 法广 Radio-2
from: http://www.example.org//cn/%E4%B8%AD?a=1&b=(2)
tags: [ 法广, News ]
comments: True
categories: [法广]
`

test('reads front matter as mirrors write it', () => {
  const { simple, whole } = readBoth(seed)
  expect(simple).toBeDefined()
  expect(simple).toEqual(whole)
})

const piece = fc.constantFrom(
  '"',
  "'",
  '\\',
  ' ',
  ': ',
  ':',
  '#',
  ' #',
  '- ',
  '-',
  '[',
  ']',
  '{',
  '}',
  ',',
  '&',
  '*',
  '!',
  '|',
  '>',
  '%',
  '@',
  '`',
  '~',
  '?',
  '.',
  '+',
  '_',
  '/',
  '=',
  '(',
  ')',
  'http://',
  'https://a.b/c',
  '0',
  '1',
  '0x1f',
  '1e5',
  '.5',
  '2020-08-30',
  'T10:00:00Z',
  'true',
  'null',
  'No',
  'a',
  'Z',
  '中',
  'é',
  '🚢',
  '\t',
  '\u2028',
  '\u0085',
  '\ufeff',
  '\u200b',
  '...',
  '---',
)
const value = fc.oneof(
  fc.array(piece, { maxLength: 6 }).map((parts) => parts.join('')),
  fc.array(piece, { maxLength: 5 }).map((parts) => `"${parts.join('')}"`),
  fc.array(piece, { maxLength: 5 }).map((parts) => `[ ${parts.join('')} ]`),
  fc.string({ unit: 'grapheme' }).filter((text) => !text.includes('\n')),
)
const key = fc.constantFrom('title', 'tags', 'a', 'b_c', 'date', 'from', 'null', 'true')

test('agrees with the YAML parser on everything it accepts', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(key, value), { maxLength: 3 }), (pairs) => {
      const { simple, whole } = readBoth(pairs.map(([name, text]) => `${name}: ${text}\n`).join(''))
      expect(simple ?? whole).toEqual(whole)
    }),
    { numRuns: 3000 },
  )
})
