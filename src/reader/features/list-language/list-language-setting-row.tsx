import { useSuspenseQuery } from '@tanstack/react-query'
import { useLocation } from 'react-router-dom'
import { useNavigate } from '#reader/router/use-router.ts'
import { toLanguageName } from '#article/languages/language-name.ts'
import { parseTimelineFilter } from '#core/selection/timeline-filter.ts'
import { manifestQuery } from '#reader/data/archive/site-queries.ts'
import { withListLanguage } from '#reader/data/filter/list-language.ts'
import { useTranslation } from '#reader/language/use-translation.ts'
import { homePath, timelinePath } from '#reader/links/paths.ts'
import { Segmented } from '#reader/ui/segmented.tsx'
import { changeSettings, useSetting } from '#reader/ui/use-settings.ts'

/**
 * The language of all lists, in the settings of an archive of several. A list that is open follows: what it shows and what
 * is remembered are the same.
 */
export function ListLanguageSettingRow() {
  const { t } = useTranslation()
  const { languages } = useSuspenseQuery(manifestQuery()).data
  const stored = useSetting('listLanguage')
  const { pathname, search } = useLocation()
  const navigate = useNavigate()
  if (languages.length < 2) return null
  return (
    <Segmented<string>
      label={t('settings.listLanguage')}
      value={languages.includes(stored) ? stored : ''}
      options={[
        { value: '', label: t('listLanguage.all') },
        ...languages.map((language) => ({
          value: language,
          label: toLanguageName(language, language),
        })),
      ]}
      onChange={(listLanguage) => {
        changeSettings({ listLanguage })
        if (pathname !== homePath) return
        const filter = parseTimelineFilter(new URLSearchParams(search))
        void navigate(timelinePath(withListLanguage(filter, listLanguage)))
      }}
    />
  )
}
