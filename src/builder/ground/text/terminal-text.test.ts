import { expect, test } from 'vitest'
import { toTerminalJson, toTerminalText } from './terminal-text.ts'

const hostile = 'a\u001b[31mred\u0007 \u009b2J b\u202ec\u2066d\ne\r\t\u0000\u007f'

test.each([
  ['colours and cursor moves', '\u001b[31mred\u009b2J\u0007', '[31mred2J'],
  ['direction overrides', 'a\u202eb\u2066c\u200f', 'abc'],
  ['line ends and tabs', ' a\r\n\tb\u2028c ', 'a b c'],
  ['half a surrogate pair', 'a\ud83d', 'a\ufffd'],
  ['Chinese and emoji', '春天 👩‍👧', '春天 👩‍👧'],
])('makes %s safe on a line', (_, text, shown) => {
  expect(toTerminalText(text)).toBe(shown)
})

test('JSON keeps every character and escapes those a terminal would act on', () => {
  const json = toTerminalJson({ title: hostile })
  // oxlint-disable-next-line no-control-regex
  expect(json).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e\u2066]/)
  expect(JSON.parse(json)).toEqual({ title: hostile })
})
