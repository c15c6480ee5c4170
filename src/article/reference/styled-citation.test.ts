import { Cite } from '@citation-js/core'
import '@citation-js/plugin-csl'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cslFormat } from './csl.ts'
import { toStyledCitation, type StyledReference } from './styled-citation.ts'

const whole: StyledReference = {
  title: 'The harbour is closed',
  authors: ['Mei Lin'],
  source: 'Harbour News',
  published: '2020-08-30T21:56:11Z',
  original: 'https://harbour.example/a',
  archive: 'https://archive.example/posts/2020-08-30-aaaaaaaa/',
}
const three = ['Mei Lin', 'Oke', 'Harbour Desk']
const four = [...three, 'Lu']

const cite = (change: Partial<StyledReference>, style: Parameters<typeof toStyledCitation>[1]) =>
  toStyledCitation({ ...whole, ...change }, style, '2026-11-30')

describe('APA', () => {
  test.each<[string, Partial<StyledReference>, string]>([
    [
      'whole',
      {},
      'Mei Lin. (2020, August 30). The harbour is closed. Harbour News. https://harbour.example/a',
    ],
    [
      'without an author the title comes first',
      { authors: [] },
      'The harbour is closed. (2020, August 30). Harbour News. https://harbour.example/a',
    ],
    [
      'two authors',
      { authors: ['Mei Lin', 'Oke'] },
      'Mei Lin & Oke. (2020, August 30). The harbour is closed. Harbour News. https://harbour.example/a',
    ],
    [
      'more than twenty authors',
      { authors: Array.from({ length: 22 }, (_, at) => `N${at}`) },
      'N0, N1, N2, N3, N4, N5, N6, N7, N8, N9, N10, N11, N12, N13, N14, N15, N16, N17, N18, … N21. (2020, August 30). The harbour is closed. Harbour News. https://harbour.example/a',
    ],
    [
      'three authors',
      { authors: three },
      'Mei Lin, Oke, & Harbour Desk. (2020, August 30). The harbour is closed. Harbour News. https://harbour.example/a',
    ],
    [
      'only a month is known',
      { published: '2020-08' },
      'Mei Lin. (2020, August). The harbour is closed. Harbour News. https://harbour.example/a',
    ],
    [
      'no date, source or original',
      { published: undefined, source: undefined, original: undefined },
      'Mei Lin. (n.d.). The harbour is closed. Retrieved November 30, 2026, from https://archive.example/posts/2020-08-30-aaaaaaaa/',
    ],
    [
      'a title that asks',
      { title: 'Is it closed?' },
      'Mei Lin. (2020, August 30). Is it closed? Harbour News. https://harbour.example/a',
    ],
  ])('%s', (_, change, expected) => {
    expect(cite(change, 'apa')).toBe(expected)
  })
})

// Of the four styles only APA comes in a package. Both write names that are not parted as they stand.
test('APA agrees with citeproc on what is exported as CSL-JSON', () => {
  const name = fc.constantFrom('Mei Lin', 'Oke', 'Harbour Desk', '林梅', 'J. D. Vale')
  const date = fc.constantFrom(undefined, '2020', '2020-08', '2020-08-03', '2020-12-30T21:56:11Z')
  const made = fc.record({
    title: fc.constantFrom('The harbour is closed', 'Is it closed?', '港口关闭', 'Closed: why'),
    authors: fc.array(name, { maxLength: 24 }),
    source: fc.constantFrom(undefined, 'Harbour News', '海港报'),
    published: date,
    original: fc.constantFrom('https://harbour.example/a', 'https://harbour.example/b?c=d'),
  })
  fc.assert(
    fc.property(made, (reference) => {
      const item = cslFormat.entry(
        {
          ...whole,
          ...reference,
          id: 'a',
          kind: 'article',
          tags: [],
          categories: [],
          language: 'en',
          sourceTime: undefined,
        },
        { accessed: '2026-11-30', archiveTitle: 'Harbour archive', toAddress: String },
      )
      // Ours names no archive: the address is that of the original.
      const {
        archive,
        archive_location: place,
        ...rest
      } = JSON.parse(item) as Record<string, unknown>
      expect([archive, place]).toEqual(['Harbour archive', whole.archive])
      const cited = new Cite([rest]).format('bibliography', {
        template: 'apa',
        lang: 'en-US',
      })
      expect(cite(reference, 'apa')).toBe(cited.trim())
    }),
    { numRuns: 40 },
  )
})

describe('MLA', () => {
  test.each<[string, Partial<StyledReference>, string]>([
    [
      'whole',
      {},
      'Mei Lin. “The harbour is closed.” Harbour News, 30 Aug. 2020, https://harbour.example/a.',
    ],
    [
      'two authors',
      { authors: ['Mei Lin', 'Oke'] },
      'Mei Lin and Oke. “The harbour is closed.” Harbour News, 30 Aug. 2020, https://harbour.example/a.',
    ],
    [
      'three authors',
      { authors: three },
      'Mei Lin, et al. “The harbour is closed.” Harbour News, 30 Aug. 2020, https://harbour.example/a.',
    ],
    [
      'a year, no author',
      { authors: [], published: '2020' },
      '“The harbour is closed.” Harbour News, 2020, https://harbour.example/a.',
    ],
    [
      'a title with a quotation',
      { title: 'The “last” boat' },
      'Mei Lin. “The ‘last’ boat.” Harbour News, 30 Aug. 2020, https://harbour.example/a.',
    ],
  ])('%s', (_, change, expected) => {
    expect(cite(change, 'mla')).toBe(expected)
  })
})

describe('Chicago', () => {
  test.each<[string, Partial<StyledReference>, string]>([
    [
      'whole',
      {},
      'Mei Lin. “The harbour is closed.” Harbour News, August 30, 2020. https://harbour.example/a.',
    ],
    [
      'two authors',
      { authors: ['Mei Lin', 'Oke'] },
      'Mei Lin and Oke. “The harbour is closed.” Harbour News, August 30, 2020. https://harbour.example/a.',
    ],
    [
      'three authors',
      { authors: three },
      'Mei Lin, Oke, and Harbour Desk. “The harbour is closed.” Harbour News, August 30, 2020. https://harbour.example/a.',
    ],
    [
      'more than ten authors',
      { authors: Array.from({ length: 11 }, (_, at) => `N${at}`) },
      'N0, N1, N2, N3, N4, N5, N6, et al. “The harbour is closed.” Harbour News, August 30, 2020. https://harbour.example/a.',
    ],
    [
      'a month',
      { published: '2020-08' },
      'Mei Lin. “The harbour is closed.” Harbour News, August 2020. https://harbour.example/a.',
    ],
    [
      'neither source nor date',
      { source: undefined, published: undefined },
      'Mei Lin. “The harbour is closed.” https://harbour.example/a.',
    ],
  ])('%s', (_, change, expected) => {
    expect(cite(change, 'chicago')).toBe(expected)
  })
})

describe('GB/T 7714', () => {
  test.each<[string, Partial<StyledReference>, string]>([
    [
      'whole',
      {},
      'Mei Lin. The harbour is closed[EB/OL]. (2020-08-30)[2026-11-30]. https://harbour.example/a.',
    ],
    [
      'Chinese, four authors',
      { title: '港口关闭', authors: ['林梅', '卢', '陈', '王'] },
      '林梅, 卢, 陈, 等. 港口关闭[EB/OL]. (2020-08-30)[2026-11-30]. https://harbour.example/a.',
    ],
    [
      'four authors',
      { authors: four },
      'Mei Lin, Oke, Harbour Desk, et al. The harbour is closed[EB/OL]. (2020-08-30)[2026-11-30]. https://harbour.example/a.',
    ],
    [
      'neither author nor date',
      { authors: [], published: undefined },
      'The harbour is closed[EB/OL]. [2026-11-30]. https://harbour.example/a.',
    ],
  ])('%s', (_, change, expected) => {
    expect(cite(change, 'gbt')).toBe(expected)
  })
})
