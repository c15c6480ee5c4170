import { expect, test } from 'vitest'
import { listAddresses } from './list-addresses.ts'

test.each([
  ['a link', 'https://a.example/b', ['https://a.example/b']],
  [
    'a whole citation',
    'Mei, “Fog” (https://a.example/b). Archived: http://b.example/posts/x?y=1, 2020.',
    ['https://a.example/b', 'http://b.example/posts/x?y=1'],
  ],
  ['a Chinese one', '原文：https://a.example/b，存档', ['https://a.example/b']],
  ['one twice', 'https://a.example https://a.example', ['https://a.example']],
  ['none', 'as ftp://a.example says', []],
  ['parentheses of its own', 'https://a.example/Foo_(bar)', ['https://a.example/Foo_(bar)']],
  ['parentheses within', 'see https://a.example/Foo_(bar)/b.', ['https://a.example/Foo_(bar)/b']],
  [
    'parentheses in parentheses',
    '(https://a.example/Foo_(bar)), and',
    ['https://a.example/Foo_(bar)'],
  ],
  ['a link in Markdown', '[Foo](https://a.example/Foo_(bar)).', ['https://a.example/Foo_(bar)']],
  ['a reference', '[https://a.example/b[1]]', ['https://a.example/b[1]']],
  ['Chinese parentheses', '（https://a.example/海（一））', ['https://a.example/海（一）']],
  ['Chinese titles', '《https://a.example/b》与', ['https://a.example/b']],
  ['an apostrophe', "https://a.example/it's-so", ["https://a.example/it's-so"]],
  ['one in quotation marks', "'https://a.example/it's-so', she", ["https://a.example/it's-so"]],
  ['front matter', "from: 'https://a.example/b'\n", ['https://a.example/b']],
  [
    'an apostrophe at the end, which is its own',
    "https://a.example/the-ships'",
    ["https://a.example/the-ships'"],
  ],
  ['a damaged sign in percent', 'https://a.example/%E0%A4%A', ['https://a.example/%E0%A4%A']],
])('the addresses of %s are found', (_, text, addresses) => {
  expect(listAddresses(text)).toEqual(addresses)
})

test('of more addresses than are looked up all are listed', () => {
  const many = Array.from({ length: 12 }, (_, at) => `https://a.example/${at}`)
  expect(listAddresses(many.join(' '))).toHaveLength(12)
})
