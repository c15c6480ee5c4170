import { renderToStaticMarkup } from 'react-dom/server'
import { toLocale } from '#article/date-words.ts'
import { toDoorFacts, type DoorFacts } from '#article/door/door-facts.ts'
import { toDoorPath } from '#article/door/door-paths.ts'
import { toQuietPath } from '#core/address/quiet-address.ts'
import { FrontDoor, type DoorTarget } from '#article/door/front-door.tsx'
import {
  interfaceLanguages,
  type InterfaceLanguage,
} from '#article/languages/interface-languages.ts'
import { loadDoorMessages } from '#article/door/load-door-messages.ts'
import { loadListMessages } from '#article/load-messages.ts'
import { toPeriodText } from '#article/view/period-text.ts'
import { makeWords } from '#article/words.ts'
import { browsePath, toListPath } from '#contract/browse-paths.ts'
import type { Manifest } from '#contract/manifest.ts'
import type { PostId } from '#core/post/post-id.ts'
import type { OrderedPost } from '#builder/archive/order/order-posts.ts'
import { escapeHtml } from '#core/html/escape-html.ts'
import { buildCalendar } from '#builder/site/shape/calendar.ts'
import { findLongReads } from '#builder/site/shape/long-reads.ts'
import { toNewestTopics } from '#builder/site/shape/newest-topics.ts'
import { countLanguages } from '#builder/site/shape/manifest.ts'
import type { SitePlan } from '#builder/site/plan/site-plan.ts'

/** What the front door of a site is made from. */
export interface DoorPlan {
  facts: DoorFacts
  /** Newest day with a post; absent without one. */
  latest: string | undefined
  /** Language of the page. */
  language: InterfaceLanguage
  base: string
  /** Whether queries stand behind `#` in addresses. */
  isQuiet: boolean
  /** Whether the site has lists without JavaScript. */
  hasLists: boolean
  /** Whether a post has a page of its own. */
  hasPage: (id: PostId) => boolean
}

/** Gathers the facts of the front door, the same that the reader has from manifest and opening. */
export function planDoor(
  { posts, options, discovery: { collections }, language, place, topics }: SitePlan,
  { facets, ...pages }: Pick<DoorPlan, 'hasLists' | 'hasPage'> & { facets: Manifest['facets'] },
): DoorPlan {
  const only = collections.length === 1 ? collections[0]?.config : undefined
  const { years, shown, latest } = countYears(posts, options.timeZone)
  const facts = toDoorFacts({
    posts: shown,
    text: only?.description ?? only?.about?.split('\n')[0],
    languages: countLanguages(posts),
    facets,
    years,
    topics: toNewestTopics(topics),
    longReads: findLongReads(posts),
  })
  const isQuiet = options.quietAddresses === true
  return { facts, latest, language, base: place.base, isQuiet, ...pages }
}

function countYears(posts: readonly OrderedPost[], timeZone: string) {
  const years = new Map<string, number>()
  let shown = 0
  let latest: string | undefined
  for (const { day, start, end } of buildCalendar(posts, timeZone).days) {
    let count = 0
    for (let at = start; at < end; at++) if (posts[at]?.supersededBy === undefined) count++
    shown += count
    if (day === undefined || count === 0) continue
    latest = day
    years.set(day.slice(0, 4), (years.get(day.slice(0, 4)) ?? 0) + count)
  }
  return { years: [...years].map(([year, count]) => ({ year, count })), shown, latest }
}

/**
 * Renders the front door in the language of the page, and for the reader a template in every language of the interface:
 * its script and its first requests then need neither the words nor the markup.
 */
export async function toDoorHtml(plan: DoorPlan): Promise<string> {
  if (plan.facts.posts === 0) return ''
  const doors = await Promise.all(
    interfaceLanguages.map(async (language) => {
      const { latest, html } = await renderDoor(plan, language, true)
      return `<template data-door="${language}" data-latest="${escapeHtml(latest)}">${html}</template>`
    }),
  )
  const { latest, html } = await renderDoor(plan, plan.language, false)
  const line = `<p class="door-device"><span>${escapeHtml(latest)}</span></p>`
  return `<section class="door">${html}${line}</section>${doors.join('')}`
}

async function renderDoor(plan: DoorPlan, language: InterfaceLanguage, isOfReader: boolean) {
  const { facts, latest, base, isQuiet } = plan
  const [rows, door] = await Promise.all([loadListMessages(language), loadDoorMessages(language)])
  const words = makeWords({ ...rows, ...door }, language)
  const locale = toLocale(language)
  const html = renderToStaticMarkup(
    <FrontDoor
      facts={facts}
      words={words}
      locale={locale}
      toLink={(target) => {
        const to = toDoorPath(target)
        return isOfReader
          ? { href: `${base}${(isQuiet ? toQuietPath(to) : to).slice(1)}`, to }
          : { href: toStaticHref(target, plan) }
      }}
      switchId="door-rest"
      isToolbar={isOfReader}
    />,
  )
  return {
    html,
    latest: latest === undefined ? '' : words('door.latest', { day: toPeriodText(latest, locale) }),
  }
}

function toStaticHref(target: DoorTarget, plan: DoorPlan): string | undefined {
  const path = toStaticPath(target, plan)
  return path === undefined ? undefined : `${plan.base}${path}`
}

/** Where a link leads without JavaScript; `undefined` = nowhere. */
function toStaticPath(target: DoorTarget, { hasLists, hasPage }: DoorPlan): string | undefined {
  if ('post' in target) return hasPage(target.post) ? `posts/${target.post}/` : undefined
  if (!hasLists) return undefined
  if ('facet' in target) return toListPath(target)
  if ('month' in target) return target.term === undefined ? toListPath(target) : undefined
  return 'year' in target ? `${browsePath}#y${target.year}` : `${browsePath}#month`
}
