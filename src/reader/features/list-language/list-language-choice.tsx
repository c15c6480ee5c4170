import { useSuspenseQuery } from '@tanstack/react-query'
import { toLanguageName } from '#article/languages/language-name.ts'
import type { FilterChange, TimelineFilter } from '#core/selection/timeline-filter.ts'
import { manifestQuery } from '#reader/data/archive/site-queries.ts'
import { toListLanguage, withListLanguage } from '#reader/data/filter/list-language.ts'
import { useTranslation } from '#reader/language/use-translation.ts'
import { ChoiceLine } from '#reader/ui/choice-line.tsx'
import { changeSettings } from '#reader/ui/use-settings.ts'

interface ListLanguageChoiceProps {
  filter: TimelineFilter
  onChange: (change: FilterChange) => unknown
}

/** Lets a reader choose the language of all lists, in an archive of several; each is offered under its own name. */
export function ListLanguageChoice({ filter, onChange }: ListLanguageChoiceProps) {
  const { t } = useTranslation()
  const { languages } = useSuspenseQuery(manifestQuery()).data
  if (languages.length < 2) return null
  const all = { value: '', label: t('listLanguage.all') }
  return (
    <ChoiceLine
      label={t('listLanguage.name')}
      value={toListLanguage(filter)}
      other={t('listLanguage.several')}
      options={[
        all,
        ...languages.map((language) => ({
          value: language,
          label: toLanguageName(language, language),
          lang: language,
        })),
      ]}
      onChange={(listLanguage) => {
        changeSettings({ listLanguage })
        onChange((last) => withListLanguage(last, listLanguage))
      }}
    />
  )
}
