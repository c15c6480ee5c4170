import { describe, expect, test } from 'vitest'
import { toDatelineText } from './dateline-pattern.ts'
import { findDatelines } from './find-datelines.ts'
import { parseSourceHtml } from './source/source-html.ts'

function find(body: string): string[] {
  return findDatelines(parseSourceHtml(body).nodes)
}

describe('a dateline', () => {
  test.each([
    ['30/08/2020 - 22:43', '30/08/2020 - 22:43'],
    ['在 星期四, 07/17/2014 - 08:58 提交', '星期四, 07/17/2014 - 08:58'],
    ['2014年10月12日', '2014年10月12日'],
    ['2018 年 8 月 4 日', '2018 年 8 月 4 日'],
    ['2018 年 8 月 4 日，星期六', '2018 年 8 月 4 日，星期六'],
    ['2014年10月12日 星期日 下午3:05', '2014年10月12日 星期日 下午3:05'],
    ['发布于 2014-03-01 10:00', '2014-03-01 10:00'],
    ['发布时间：2014-03-01 10:00:59 | ', '2014-03-01 10:00:59'],
    ['Published on October 12, 2014', 'October 12, 2014'],
    ['Sept. 3rd, 2019 at 8:05 p.m. EDT', 'Sept. 3rd, 2019 at 8:05 p.m. EDT'],
    ['Fri, 12 Oct 2014 08:58:01 +0800', 'Fri, 12 Oct 2014 08:58:01 +0800'],
    ['2020.08.30', '2020.08.30'],
    ['2020/8/30', '2020/8/30'],
    ['2020-08-30T22:43:00Z', '2020-08-30T22:43:00Z'],
    ['22:43 2020-08-30', '22:43 2020-08-30'],
  ])('is recognized in %s', (line, text) => {
    expect(toDatelineText(line)).toBe(text)
  })

  test.each([
    ['a sentence', '2014年10月12日，他在北京去世'],
    ['a year', '2014年'],
    ['a phone number', '010-8888-1234'],
    ['a range', '2014.10.12-2015.10.12'],
    ['a modification date', '更新于 2014-03-01 10:00'],
    ['a historical date', '1789-07-14'],
    ['a version', 'v2.10.2014-rc1'],
    ['nothing', ''],
  ])('is not %s: %s', (_, line) => {
    expect(toDatelineText(line)).toBeUndefined()
  })

  // A pattern that tries every way to part such a line would not come to an end.
  test.each(['20', '2014 ', '2014-', '星期', '10:', ' ', 'Published on '])(
    'S20 is no repetition of "%s", of whatever length',
    (part) => {
      for (let length = 3; length <= 90; length++) {
        expect(toDatelineText(part.repeat(90).slice(0, length))).toBeUndefined()
      }
      expect(toDatelineText(part.repeat(1_000_000))).toBeUndefined()
    },
  )
})

describe('datelines of an article are found', () => {
  test.each([
    [
      'in an element of its own',
      '<div><div>30/08/2020 - 22:43</div><p>a</p></div>',
      ['30/08/2020 - 22:43'],
    ],
    [
      'next to the author',
      '<div><span><a href=/author/10>温云超</a>\n 在 星期二, 02/04/2014 - 09:36 提交\n</span></div>',
      ['星期二, 02/04/2014 - 09:36'],
    ],
    [
      'in the datetime of a time element',
      '<time class="entry-date published" datetime="2019-05-02T10:00:00+08:00">2019年5月2日</time>',
      ['2019-05-02T10:00:00+08:00'],
    ],
    [
      'with those that have a time of day first',
      '<p>2014年10月12日</p><p>12/10/2014 - 08:30</p>',
      ['12/10/2014 - 08:30', '2014年10月12日'],
    ],
    ['across several elements', '<div><b>30/08/2020</b> <i>22:43</i></div>', ['30/08/2020 22:43']],
    ['without duplicates', '<p>2014-10-12</p><p>2014-10-12</p>', ['2014-10-12']],
    [
      'but not if they are modification dates',
      '<time class="updated" datetime="2020-05-30T17:13:51+08:00">2020年5月30日</time>',
      [],
    ],
    ['but not inside a sentence', '<p>他于<b>2014年10月12日</b>在北京去世。</p>', []],
    [
      'but not in a time element inside a sentence',
      '<p>On <time datetime="2014-10-12">Sunday</time> he died, they said.</p>',
      [],
    ],
    [
      "but not in readers' comments",
      '<div id="comments" class="comments-area"><p>12/10/2014 - 08:30</p></div>',
      [],
    ],
    ['but not far from the start', `${'<p>a</p>'.repeat(60)}<p>2014-10-12</p>`, []],
    ['but not in scripts', '<script>2014-10-12</script><style>2014-10-12</style>', []],
  ])('%s', (_, body, datelines) => {
    expect(find(body)).toEqual(datelines)
  })
})
