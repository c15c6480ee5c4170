import type { ReactNode } from 'react'
import type { FacetName } from '#core/facet/facet.ts'
import type { PostId } from '#core/post/post-id.ts'
import { toMonthText, toSpanText, toYearText } from '../date-words.ts'
import { toLanguageName } from '../languages/language-name.ts'
import { toNumberText } from '../number-text.ts'
import type { Words } from '../words.ts'
import type { DoorFacts } from './door-facts.ts'

/** Languages that are named; of more, their number is told. */
const namedLanguages = 3
/** Height of the tallest bar, in units of the drawing. */
const barHeight = 28

/** Where a link of the front door leads. */
export type DoorTarget =
  | { year: string }
  /** All years before this one. */
  | { before: string }
  | { facet: FacetName; value: string }
  /** A month (`YYYY-MM`), or its posts that have a term. */
  | { month: string; term?: string }
  | { post: PostId }

/** Addresses of a target: `href` works where the markup stands, `to` is the reader's own path. */
export interface DoorLink {
  /** Absent when nothing without script leads there. */
  href: string | undefined
  /** Absent in pages without script. */
  to?: string
}

interface FrontDoorProps {
  facts: DoorFacts
  words: Words
  locale: string
  toLink: (target: DoorTarget) => DoorLink
  /** Id of the switch that shows the rest on a narrow screen. */
  switchId: string
  /** Set where arrow keys move among the links, as in a toolbar. */
  isToolbar?: boolean
}

/** What an archive is, and the ways into it. Above the newest posts, in the reader and without script alike. */
export function FrontDoor({ facts, isToolbar, ...rest }: FrontDoorProps) {
  const { words, locale } = rest
  return (
    <>
      <p className="door-facts">{toFactsText(facts, words, locale)}</p>
      {facts.text === undefined ? null : (
        <p className="door-text" dir="auto">
          {facts.text}
        </p>
      )}
      <div
        className="door-ways"
        role={isToolbar ? 'toolbar' : undefined}
        aria-label={isToolbar ? words('door.ways') : undefined}
      >
        <Years facts={facts} {...rest} />
        {facts.values.length + facts.topics.length + facts.longReads.length === 0 ? null : (
          <Rest facts={facts} {...rest} />
        )}
      </div>
    </>
  )
}

type PartProps = Omit<FrontDoorProps, 'isToolbar'>

/** The archive in one line: how much, from when to when, from whom, in which languages. */
function toFactsText(facts: DoorFacts, words: Words, locale: string): string {
  const { posts, sources, years, languages } = facts
  const [first, last] = [years.at(-1)?.year, years[0]?.year]
  const named = languages.slice(0, namedLanguages).map((tag) => toLanguageName(tag, locale))
  const more = languages.length - named.length
  if (more > 0) named.push(words('door.more', { number: more }))
  return [
    words('door.archive', { count: posts, number: toNumberText(posts) }),
    first === undefined || last === undefined || facts.earlier !== undefined
      ? ''
      : first === last
        ? toYearText(first, locale)
        : toSpanText(first, last, locale),
    sources > 1 ? words('door.sources', { count: sources, number: toNumberText(sources) }) : '',
    named.join(words('door.languageSeparator')),
  ]
    .filter((part) => part !== '')
    .join(' · ')
}

function Years({ facts: { years, earlier }, words, locale, toLink }: PartProps) {
  const oldest = years.at(-1)
  if (oldest === undefined) return null
  const most = years.reduce((high, { count }) => Math.max(high, count), earlier ?? 0)
  const toName = (year: string, count: number) =>
    words('door.year', { year, count, number: toNumberText(count) })
  return (
    <ul className="door-years" aria-label={words('door.years')}>
      {years.map(({ year, count }) => (
        <YearBar
          key={year}
          link={toLink({ year })}
          name={toName(toYearText(year, locale), count)}
          text={year}
          {...{ count, most }}
        />
      ))}
      {earlier === undefined ? null : (
        <YearBar
          link={toLink({ before: oldest.year })}
          name={toName(words('door.before', { year: toYearText(oldest.year, locale) }), earlier)}
          text={`< ${oldest.year}`}
          count={earlier}
          most={most}
        />
      )}
    </ul>
  )
}

interface YearBarProps {
  link: DoorLink
  name: string
  text: string
  count: number
  most: number
}

function YearBar({ link, name, text, count, most }: YearBarProps) {
  // At least a hairline: a quiet year is still there.
  const height = Math.max(1, Math.round((barHeight * count) / most))
  return (
    <li>
      <a href={link.href} data-to={link.to} aria-label={name}>
        <svg viewBox={`0 0 10 ${barHeight}`} preserveAspectRatio="none" aria-hidden="true">
          <rect x="0" y={barHeight - height} width="10" height={height} />
        </svg>
        <span>{text}</span>
        <span className="door-count">{toNumberText(count)}</span>
      </a>
    </li>
  )
}

function Rest({ facts, words, locale, toLink, switchId }: PartProps) {
  const { values, topics, longReads } = facts
  return (
    <>
      <input id={switchId} className="door-switch" type="checkbox" />
      <label className="door-switch-label" htmlFor={switchId}>
        {words('door.show')}
      </label>
      <div className="door-rest">
        {values.map(({ facet, top }) => (
          <section key={facet}>
            <h2>{words(`door.${facet}`)}</h2>
            <ul>
              {top.map(({ value, count }) => (
                <li key={value}>
                  <Anchor {...toLink({ facet, value })}>
                    <bdi>{value}</bdi>
                  </Anchor>
                  <span className="door-count">{` ${toNumberText(count)}`}</span>
                </li>
              ))}
            </ul>
          </section>
        ))}
        <Months topics={topics} {...{ words, locale, toLink }} />
        {longReads.length === 0 ? null : (
          <section>
            <h2>{words('door.longReads')}</h2>
            <ul className="door-reads">
              {longReads.map(({ id, title, language, minutes }) => (
                <li key={id}>
                  <Anchor {...toLink({ post: id })}>
                    <bdi lang={language}>{title}</bdi>
                  </Anchor>
                  <span className="door-count">{` ${words('door.minutes', { minutes })}`}</span>
                </li>
              ))}
            </ul>
          </section>
        )}
      </div>
    </>
  )
}

type MonthsProps = Pick<PartProps, 'words' | 'locale' | 'toLink'> & Pick<DoorFacts, 'topics'>

/** What the newest months are about: a month a row. */
function Months({ topics, words, locale, toLink }: MonthsProps) {
  if (topics.length === 0) return null
  return (
    <section>
      <h2>{words('door.months')}</h2>
      <ul className="door-months">
        {topics.map(({ month, terms }) => (
          <li key={month}>
            <Anchor {...toLink({ month })}>{toMonthText(month, locale)}</Anchor>
            <ul>
              {terms.map(({ term, posts }) => (
                <li key={term}>
                  <Anchor {...toLink({ month, term })}>
                    <bdi>{term}</bdi>
                  </Anchor>
                  <span className="door-count">{` ${toNumberText(posts)}`}</span>
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Anchor({ href, to, children }: DoorLink & { children: ReactNode }) {
  return (
    <a href={href} data-to={to}>
      {children}
    </a>
  )
}
