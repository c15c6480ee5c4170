import { toDateParts, type Reference } from './reference.ts'

/**
 * Styles for citing a web page: APA 7 (section 10.16), MLA 9, Chicago 17 (14.207, bibliography) and GB/T 7714—2015
 * (8.8, electronic resources).
 */
export const citationStyles = ['apa', 'mla', 'chicago', 'gbt'] as const
export type CitationStyle = (typeof citationStyles)[number]

/** What a style needs of a reference. */
export type StyledReference = Pick<
  Reference,
  'title' | 'authors' | 'source' | 'published' | 'original' | 'archive'
>

/**
 * Cites an article in a style, as one line of text. Authors stand as written: whether a name is that of a person, and
 * which part of it is the family name, is not known. The address is that of the original, else of the archive.
 * @param accessed the day of access, `YYYY-MM-DD`.
 */
export function toStyledCitation(
  reference: StyledReference,
  style: CitationStyle,
  accessed: string,
): string {
  return writers[style]({
    ...reference,
    address: reference.original ?? reference.archive,
    accessed,
  })
}

type Cited = StyledReference & { address: string; accessed: string }

const writers: Readonly<Record<CitationStyle, (cited: Cited) => string>> = {
  apa: ({ authors, title, source, published, address, accessed }) => {
    const date = `(${toApaDate(published)})`
    // Without an author the title comes first.
    const head =
      authors.length === 0
        ? [end(title), `${date}.`]
        : [end(joinApaNames(authors)), `${date}.`, end(title)]
    // What has no date may have become something else.
    const place =
      published === undefined ? `Retrieved ${toLongDate(accessed)}, from ${address}` : address
    return join([...head, end(source), place])
  },
  mla: ({ authors, title, source, published, address }) => {
    const names = authors.length > 2 ? `${authors[0]}, et al` : joinNames(authors, ' and ')
    return join([end(names), quote(title), `${list([source, toShortDate(published), address])}.`])
  },
  chicago: ({ authors, title, source, published, address }) =>
    join([
      end(
        authors.length > 10
          ? `${authors.slice(0, 7).join(', ')}, et al`
          : joinNames(authors, ', and ', ' and '),
      ),
      quote(title),
      end(list([source, toLongDate(published)])),
      `${address}.`,
    ]),
  gbt: ({ authors, title, published, address, accessed }) => {
    const isChinese = /\p{Script=Han}/u.test(title + authors.join(''))
    const rest = authors.length > 3 ? [isChinese ? '等' : 'et al'] : []
    const day = toDateParts(published).join('-')
    const dates = `${day === '' ? '' : `(${day})`}[${accessed}].`
    return join([
      end([...authors.slice(0, 3), ...rest].join(', ')),
      `${title}[EB/OL].`,
      dates,
      `${address}.`,
    ])
  },
}

/** Of more than twenty authors the first nineteen and the last are named. */
function joinApaNames(names: readonly string[]): string {
  return names.length > 20
    ? `${names.slice(0, 19).join(', ')}, … ${names.at(-1)}`
    : joinNames(names, ', & ', ' & ')
}

function joinNames(names: readonly string[], last: string, between = last): string {
  const [only = '', ...more] = names
  if (more.length === 0) return only
  const sign = more.length === 1 ? between : last
  return `${names.slice(0, -1).join(', ')}${sign}${names.at(-1)}`
}

/** Ends a part with a full stop, unless it ends with a sign that ends a sentence. */
function end(part = ''): string {
  return part === '' || /[.?!。？！…]$/u.test(part) ? part : `${part}.`
}

function quote(title: string): string {
  return `“${end(title.replaceAll(/[“”]/g, (mark) => (mark === '“' ? '‘' : '’')))}”`
}

const shortMonths = 'Jan. Feb. Mar. Apr. May June July Aug. Sept. Oct. Nov. Dec.'.split(' ')
const longMonths =
  'January February March April May June July August September October November December'.split(' ')

function toApaDate(published: string | undefined): string {
  const [year, month, day] = toDateParts(published)
  if (year === undefined) return 'n.d.'
  return list([year, toWords([longMonths[Number(month) - 1], toPlain(day)])])
}

function toShortDate(published: string | undefined): string {
  const [year, month, day] = toDateParts(published)
  return toWords([toPlain(day), shortMonths[Number(month) - 1], year])
}

function toLongDate(published: string | undefined): string {
  const [year, month, day] = toDateParts(published)
  const monthAndDay = toWords([longMonths[Number(month) - 1], toPlain(day)])
  return day === undefined ? toWords([monthAndDay, year]) : list([monthAndDay, year])
}

function toPlain(day: string | undefined): string | undefined {
  return day === undefined ? undefined : String(Number(day))
}

const toWords = (parts: readonly (string | undefined)[]) => parts.filter(Boolean).join(' ')
const list = (parts: readonly (string | undefined)[]) => parts.filter(Boolean).join(', ')
const join = toWords
