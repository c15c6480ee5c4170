import { describe, expect, test } from 'vitest'
import { toLocale } from '#article/date-words.ts'
import { interfaceLanguages } from '#article/languages/interface-languages.ts'
import { loadListMessages } from '#article/load-messages.ts'
import { pickNameWords } from '#article/view/name-words.ts'
import { toViewName } from '#article/view/view-name.ts'
import { makeWords, type Messages } from '#article/words.ts'
import { parseTimelineFilter } from '#core/selection/timeline-filter.ts'
import { loadPageWords } from '#reader/language/language.ts'
import { toEarlyName } from './early-name.ts'

const addresses = [
  '',
  '?unknown=1',
  '?q=gulls',
  '?q=date:2020&clock=Asia/Shanghai',
  '?q=%0A+sea%0Awall',
  `?q=${'x'.repeat(500)}`,
  '?tag=birds&tag=sea&not-author=Lu',
  '?not-source=a.example&not-kind=video',
  '?tag=a&tag=b&tag=c&tag=d',
  '?kind=video&language=zh-Hant&kind=toString',
  '?language=%3Cx%3E&collection={{value}}',
  '?year=2020&not-year=2021&clock=source',
  '?from=2020-08-30&to=2020-08-31',
  '?from=2020-01-01&to=2021-12-31&clock=Mars/Olympus',
  '?from=2020-13-01&to=2020-08-31',
  '?from=2020-03-05',
  '?sort=oldest',
  '?q=sea&sort=best&versions=all',
  '?sort=best',
]

describe.each(interfaceLanguages)('before the script has run, in %s', (language) => {
  test.each(addresses)('the name of %j is the one that the reader gives', async (address) => {
    const carried = JSON.stringify(pickNameWords(await loadListMessages(language), language))
    const filter = parseTimelineFilter(new URLSearchParams(address))
    const words = makeWords(
      Object.assign({}, ...(await loadPageWords(language))) as Messages,
      language,
    )
    expect(toEarlyName(address, JSON.parse(carried))).toBe(
      toViewName(filter, words, toLocale(language)),
    )
  })
})
