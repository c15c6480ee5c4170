/** Parts of a generated post; each has a default, and `null` leaves it out. */
export interface PostText {
  title?: string | null
  /** Front matter `date`, as written. */
  date?: string | null
  author?: string | null
  from?: string | null
  tags?: readonly string[] | null
  categories?: readonly string[] | null
  /** More lines of front matter, verbatim. */
  more?: readonly string[]
  /** Content of the epoch comment; derived from `date` by default. */
  epoch?: string | null
  /** Title of the heading link; `title` by default. */
  headTitle?: string | null
  /** HTML below the heading; wrapped in `<div>` lines, as in the mirrors. */
  body?: string
}

const example = {
  title: 'The ferry to the islands runs again',
  date: '2020-03-09T10:15:00.000Z',
  author: 'Harbour Gazette',
  from: 'https://example.org/news/ferry',
  body: '<p>The ferry left at nine.</p>',
}

/**
 * Text of a post file in the format of the mirror repositories: front matter, epoch comment, heading link, rule,
 * body.
 */
export function makePostText(parts: PostText = {}): string {
  const { title, date, author, from, body } = { ...example, ...parts }
  const tags = parts.tags === undefined ? [author ?? example.author] : parts.tags
  const categories = parts.categories === undefined ? tags : parts.categories
  const lines = [
    'layout: post',
    title === null ? '' : `title: "${title.replace(/["\\]/g, '\\$&')}"`,
    date === null ? '' : `date: ${date}`,
    author === null ? '' : `author: ${author}`,
    from === null ? '' : `from: ${from}`,
    tags === null ? '' : `tags: [ ${tags.join(', ')} ]`,
    ...(parts.more ?? []),
    categories === null ? '' : `categories: [ ${categories.join(', ')} ]`,
  ].filter((line) => line !== '')
  const head = makeHead({ ...parts, title, date, from })
  return `---\n${lines.join('\n')}\n---\n${head}\n<div>\n${body}\n</div>\n`
}

function makeHead({ title, date, from, epoch, headTitle }: PostText): string {
  const ms = Date.parse(date ?? '')
  const comment = epoch === undefined ? (Number.isNaN(ms) ? null : String(ms)) : epoch
  const text = headTitle === undefined ? title : headTitle
  const lines = comment === null ? [] : [`<!--${comment}-->`]
  if (typeof text === 'string' && typeof from === 'string')
    lines.push(`[${text}](${from})`, '------')
  return lines.map((line) => `${line}\n`).join('')
}
