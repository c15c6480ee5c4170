import { expect, test } from 'vitest'
import { toTerminalJson, toTerminalLine, toTerminalLines } from './terminal-text.ts'

const hostile = 'a\u001b[31mred\u0007 \u009b2J b\u202ec\u2066d\ne\r\t\u0000\u007f'

test.each([
  ['colours and cursor moves', '\u001b[31mred\u009b2J\u0007', '\\u001b[31mred\\u009b2J\\u0007'],
  ['direction overrides', 'a\u202eb\u2066c\u200f', 'a\\u202eb\\u2066c\\u200f'],
  ['line ends and tabs', '  a\r\n\tb\u2028c', '  a\\u000d\\u000a\\u0009b\\u2028c'],
  ['half a surrogate pair', 'a\ud83d', 'a\\ud83d'],
  ['Chinese and emoji', '春天 👩‍👧', '春天 👩‍👧'],
])('makes %s safe on a line', (_, text, shown) => {
  expect(toTerminalLine(text)).toBe(shown)
})

test('keeps the lines of a text, and nothing else that a terminal acts on', () => {
  const text = '\ufeffa\tb\r\nc\rd\u001b[2J\n\u2066e\u2069'
  const shown = '\ufeffa\tb\r\nc\\u000dd\\u001b[2J\n\u2066e\u2069'
  for (const end of ['\n', '\r', '']) expect(toTerminalLines(text + end)).toBe(shown + end)
})

test('JSON keeps every character and escapes those a terminal would act on', () => {
  const json = toTerminalJson({ title: hostile })
  // oxlint-disable-next-line no-control-regex
  expect(json).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e\u2066]/)
  expect(JSON.parse(json)).toEqual({ title: hostile })
})
