import { describe, expect, test } from 'vitest'
import type { FieldValue } from '../front-matter/field-value.ts'
import { parseDefaults, withDefaults } from './post-defaults.ts'

function given(file: string, defaults: unknown, own: Record<string, string> = {}) {
  const fields = new Map<string, FieldValue>(
    Object.entries(own).map(([key, text]) => [key, { value: text, text, line: 2 }]),
  )
  const all = withDefaults(fields, { file, defaults: parseDefaults(defaults) })
  return Object.fromEntries([...all].map(([key, { value }]) => [key, value]))
}

const scoped = (path: string, values: object, type?: string) => ({ scope: { path, type }, values })

describe('the defaults of a site', () => {
  test.each([
    ['n/_posts/a.md', [scoped('', { author: 'A' })], {}, { author: 'A' }],
    ['n/_posts/a.md', [scoped('', { author: 'A' })], { Author: 'B' }, { Author: 'B' }],
    ['n/_posts/a.md', [scoped('', { author: 'A' }, 'posts')], {}, { author: 'A' }],
    ['n/_posts/a.md', [scoped('', { author: 'A' }, 'pages')], {}, {}],
    ['n/_drafts/a.md', [scoped('', { author: 'A' }, 'drafts')], {}, { author: 'A' }],
    ['n/_drafts/a.md', [scoped('', { author: 'A' }, 'posts')], {}, {}],
    ['n/_notes/a.md', [scoped('', { author: 'A' }, 'notes')], {}, { author: 'A' }],
    ['n/log/_posts/a.md', [scoped('log', { lang: 'fr' })], {}, { lang: 'fr' }],
    ['n/logs/_posts/a.md', [scoped('log', { lang: 'fr' })], {}, {}],
    ['n/log/_posts/a.md', [scoped('l*/_posts', { lang: 'fr' })], {}, { lang: 'fr' }],
    [
      'n/log/_posts/a.md',
      [scoped('log', { lang: 'fr' }), scoped('', { lang: 'de' })],
      {},
      { lang: 'fr' },
    ],
    ['n/a.md', [scoped('', { lang: 'fr' }), scoped('', { lang: 'de' })], {}, { lang: 'de' }],
    [
      'n/a.md',
      [scoped('', { categories: ['a', 'b'] })],
      { categories: 'b c' },
      { categories: ['a', 'b', 'c'] },
    ],
    ['n/a.md', [{ values: { lang: 'fr' } }], {}, { lang: 'fr' }],
    ['n/a.md', ['x', { scope: {} }, null], {}, {}],
    ['n/a.md', 'x', {}, {}],
  ])('give %s with %j beside its own %j the fields %j', (file, defaults, own, expected) => {
    expect(given(file, defaults, own)).toEqual(expected)
  })
})
