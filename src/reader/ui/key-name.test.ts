import { expect, test } from 'vitest'
import { toKeyName } from './key-name.ts'

test.each([
  ['a letter', { key: 'j', code: 'KeyJ' }, 'j'],
  ['a letter with Shift', { key: 'H', code: 'KeyH', shiftKey: true }, 'H'],
  ['a letter with Caps Lock', { key: 'J', code: 'KeyJ' }, 'j'],
  ['a letter with Caps Lock and Shift', { key: 'h', code: 'KeyH', shiftKey: true }, 'H'],
  ['a Russian letter by its place', { key: 'о', code: 'KeyJ' }, 'j'],
  ['a Russian letter with Shift by its place', { key: 'Р', code: 'KeyH', shiftKey: true }, 'H'],
  ['a Korean letter by its place', { key: 'ㅓ', code: 'KeyJ' }, 'j'],
  ['a Greek letter by its place', { key: 'ξ', code: 'KeyJ' }, 'j'],
  ['a Hebrew letter by its place', { key: 'ח', code: 'KeyJ' }, 'j'],
  ['a key an input method has taken by its place', { key: 'Process', code: 'KeyJ' }, 'j'],
  ['a full-width letter', { key: 'ｊ', code: 'KeyJ' }, 'j'],
  ['a full-width question mark', { key: '？', code: 'Slash', shiftKey: true }, '?'],
  ['the Chinese enumeration comma as the slash it stands on', { key: '、', code: 'Slash' }, '/'],
  ['a Russian letter on the comma', { key: 'б', code: 'Comma' }, ','],
  ['an Arabic question mark', { key: '؟', code: 'Slash', shiftKey: true }, '?'],
  ['a Dvorak letter by what it types', { key: 'h', code: 'KeyJ' }, 'h'],
  ['an AZERTY comma by what it types', { key: ',', code: 'KeyM' }, ','],
  ['an AZERTY letter by what it types', { key: 'a', code: 'KeyQ' }, 'a'],
  ['a German slash by what it types', { key: '/', code: 'Digit7', shiftKey: true }, '/'],
  ['no letter for a Turkish ı, whose layout has an i', { key: 'ı', code: 'KeyI' }, 'ı'],
  ['a named key', { key: 'Enter', code: 'Enter' }, 'Enter'],
  ['no letter for a dead key', { key: 'Dead', code: 'KeyE' }, 'Dead'],
  ['no sign for a place without one', { key: 'ё', code: 'Backquote' }, 'ё'],
])('names %s', (_name, pressed, expected) => {
  expect(toKeyName({ shiftKey: false, ...pressed })).toBe(expected)
})
