import { useSuspenseQuery } from '@tanstack/react-query'
import { toDoorFacts } from '#article/door/door-facts.ts'
import { toDoorPath } from '#article/door/door-paths.ts'
import { FrontDoor } from '#article/door/front-door.tsx'
import type { InterfaceLanguage } from '#article/languages/interface-languages.ts'
import { loadDoorMessages } from '#article/door/load-door-messages.ts'
import { toPeriodText } from '#article/view/period-text.ts'
import { countYears, toTimelineDays } from '#core/selection/calendar.ts'
import { countSelection } from '#core/selection/selection.ts'
import { openFilter } from '#core/selection/timeline-filter.ts'
import { manifestQuery, openingQuery } from '#reader/data/archive/site-queries.ts'
import { selectionQuery } from '#reader/data/filter/filter-query.ts'
import { interfaceWords } from '#reader/language/interface-words.ts'
import { useLocale } from '#reader/language/use-locale.ts'
import { useTranslation } from '#reader/language/use-translation.ts'
import { toHref } from '#reader/links/paths.ts'

/** Adds the words of the front door in a language to those of the interface. */
export async function loadDoorWords(language: InterfaceLanguage): Promise<void> {
  interfaceWords.add(language, await loadDoorMessages(language))
}

/** The day of the latest post; nothing in an archive without dates. */
export function LatestPost() {
  const { t } = useTranslation()
  const locale = useLocale()
  const { data: opening } = useSuspenseQuery(openingQuery())
  const { data: selection } = useSuspenseQuery(selectionQuery(openFilter))
  const day = toTimelineDays(opening.calendar, selection).at(-1)?.day
  return day === undefined ? null : t('door.latest', { day: toPeriodText(day, locale) })
}

/** The front door, built from manifest and opening, where the page that started the reader had none. */
export function BuiltDoor() {
  const { t } = useTranslation()
  const locale = useLocale()
  const { data: manifest } = useSuspenseQuery(manifestQuery())
  const { data: opening } = useSuspenseQuery(openingQuery())
  const { data: selection } = useSuspenseQuery(selectionQuery(openFilter))
  const { calendar, topics = [], longReads = [] } = opening
  const { description, about, languages, facets } = manifest
  return (
    <FrontDoor
      facts={toDoorFacts({
        posts: countSelection(selection),
        text: description ?? about?.split('\n')[0],
        languages,
        facets,
        years: countYears(calendar, selection),
        topics,
        longReads,
      })}
      words={t}
      locale={locale}
      toLink={(target) => {
        const to = toDoorPath(target)
        return { href: toHref(to), to }
      }}
      switchId="door-rest"
      isToolbar
    />
  )
}
