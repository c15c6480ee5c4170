/** What a made post says; every part has a value of its own, and `null` leaves a part out. */
export interface PostText {
  title?: string | null
  /** Front matter `date`, as written. */
  date?: string | null
  author?: string | null
  from?: string | null
  tags?: readonly string[] | null
  categories?: readonly string[] | null
  /** More lines of front matter, as they are. */
  more?: readonly string[]
  /** What the epoch comment holds; made from `date` unless given. */
  epoch?: string | null
  /** Title of the heading link; `title` unless given. */
  headTitle?: string | null
  /** HTML below the head; wrapped in `<div>` lines as mirrors do. */
  body?: string
}

const example = {
  title: 'The ferry to the islands runs again',
  date: '2020-03-09T10:15:00.000Z',
  author: 'Harbour Gazette',
  from: 'https://example.org/news/ferry',
  body: '<p>The ferry left at nine.</p>',
}

/** Writes a post file in the form of the mirror repositories: front matter, epoch comment, heading link, rule, body. */
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
