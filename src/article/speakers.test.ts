import { expect, test } from 'vitest'
import { listSpeakers } from './speakers.ts'

const article = { kind: 'article', collection: 'seed' } as const
const video = { ...article, kind: 'video', sourceHost: 'youtube.com' } as const

test.each([
  [{ ...article, sourceHost: 'rfi.fr', author: '世界之聲' }, ['rfi.fr', '世界之聲']],
  [
    { ...article, sourceHost: 'rfi.fr', sourceName: 'RFI', author: 'A. Keeper' },
    ['RFI', 'A. Keeper'],
  ],
  [{ ...article, author: '世界之聲' }, ['seed', '世界之聲']],
  [{ ...article, sourceHost: 'nei.st', author: 'Nei.st' }, ['Nei.st']],
  [
    { ...article, sourceHost: 'iyouport.org', sourceName: 'iYouPort', author: 'iYouPort' },
    ['iYouPort'],
  ],
  [{ ...video, author: '明鏡歷史台' }, ['明鏡歷史台']],
  [{ ...video, author: 'A. Keeper', sourceName: 'Harbour TV' }, ['Harbour TV', 'A. Keeper']],
  [
    { ...article, sourceHost: 'rfi.fr', author: 'Ada Vale', coauthors: ['Ben Rook'] },
    ['rfi.fr', 'Ada Vale', 'Ben Rook'],
  ],
  [{ ...article, author: 'Ada Vale', coauthors: ['seed'] }, ['Ada Vale', 'seed']],
  [video, ['youtube.com']],
  [article, ['seed']],
])('who speaks in %o: %o', (post, names) => {
  expect(listSpeakers(post).map(({ name }) => name)).toEqual(names)
})

test('names lead to the facets of what they stand for', () => {
  const post = { ...article, sourceHost: 'rfi.fr', sourceName: 'RFI', author: 'A. Keeper' }
  expect(listSpeakers(post).map(({ facet, value }) => [facet, value])).toEqual([
    ['source', 'rfi.fr'],
    ['author', 'A. Keeper'],
  ])
})
