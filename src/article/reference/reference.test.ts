import { expect, test } from 'vitest'
import { parsePostId } from '#core/post/post-id.ts'
import { toReference } from './reference.ts'

const id = parsePostId('2020-08-30-aaaaaaaa')
if (id === undefined) throw new Error('no such id')
const row = {
  id,
  title: 'A short title…',
  tags: ['sea'],
  collection: 'harbour',
  kind: 'article' as const,
  length: { count: 1, unit: 'words' as const },
}

test.each([
  [
    'takes the whole title from the body',
    {},
    { title: 'The whole\n title' },
    { title: 'The whole title' },
  ],
  [
    'names a post without a title by its text',
    { title: undefined, excerpt: 'A text.' },
    {},
    { title: 'A text.' },
  ],
  [
    'keeps a year alone a year',
    { publishedOn: '1984-01-01', timeFlags: ['yearOnly'] },
    {},
    { published: '1984' },
  ],
  [
    "keeps the source's own time as it is",
    { sourceTimestamp: { text: '30/08/2020 - 22:43', origin: 'dateline' } },
    {},
    { sourceTime: '30/08/2020 - 22:43' },
  ],
  [
    'reads what the mirror noted',
    { sourceTimestamp: { text: '1598824571000', origin: 'epochComment' } },
    {},
    { sourceTime: '2020-08-30T21:56:11Z' },
  ],
  [
    'leaves out what the mirror noted of the same instant',
    {
      publishedAt: '2020-08-30T21:56:11Z',
      sourceTimestamp: { text: '1598824571000', origin: 'epochComment' },
    },
    {},
    { sourceTime: undefined },
  ],
  [
    'leaves out a source that is the author',
    { author: 'Mei', sourceName: 'mei' },
    {},
    { source: undefined },
  ],
  [
    'names the host where the source has no name',
    { sourceHost: 'a.example' },
    {},
    { source: 'a.example' },
  ],
  [
    'has the hash of the source file where the body is known',
    {},
    { source: { sha256: '0f'.repeat(32) } },
    { sha256: '0f'.repeat(32) },
  ],
] as const)('%s', (_, part, body, expected) => {
  const summary = { ...row, ...part, timeFlags: 'timeFlags' in part ? [...part.timeFlags] : [] }
  expect(toReference(summary, body, { toAddress: (own) => `./${own}` })).toMatchObject(expected)
})
