import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { NavigationType, useLocation, useNavigationType } from 'react-router-dom'
import { useNavigate } from '#reader/router/use-router.ts'
import { openFilter, withQuery } from '#core/selection/timeline-filter.ts'
import { onReaderClock } from '#reader/data/clock/reader-clock.ts'
import { Icon } from '#reader/ui/icon.tsx'
import { isInputMethodKey } from '#reader/ui/input-method-key.ts'
import { lazyPart } from '#reader/ui/lazy-part.tsx'
import { useTranslation } from '#reader/language/use-translation.ts'
import { showSearchWords } from '#reader/language/language.ts'
import { isTyped, timelinePath } from '#reader/links/paths.ts'
import { LateSearch } from './late-search.tsx'
import styles from './search-box.module.css'

const SearchAsYouType = lazyPart(async () => {
  const loading = import('./search-as-you-type.tsx')
  // Waited for together, so that a failure of one is not lost when the other fails first.
  const [{ SearchAsYouType: Part }] = await Promise.all([loading, showSearchWords()])
  return Part
}, LateSearch)

/** Id of the search field. */
const fieldId = 'search'

/** Focuses the search field from anywhere. */
export function focusSearch(): void {
  const field = document.querySelector<HTMLInputElement>(`#${fieldId}`)
  field?.focus()
  // Select the text, so that typing replaces it.
  field?.select()
}

/** The search field. Search-as-you-type is loaded when the field is first used; until then only Enter searches. */
export function SearchBox() {
  const { t } = useTranslation()
  const { search, state } = useLocation()
  const type = useNavigationType()
  const navigate = useNavigate()
  const client = useQueryClient()
  const field = useRef<HTMLInputElement>(null)
  const [isUsed, setUsed] = useState(false)
  const query = new URLSearchParams(search).get('q') ?? ''
  // Whether the text was changed after the last step of the history or search was asked for, which may still be loading.
  const isAhead = useRef(false)
  useEffect(() => {
    const step = () => {
      isAhead.current = false
    }
    window.addEventListener('popstate', step)
    return () => {
      window.removeEventListener('popstate', step)
    }
  }, [])
  useEffect(() => {
    const input = field.current
    const isKept = isAhead.current && document.activeElement === input
    isAhead.current = false
    // While the reader types, the field is ahead of the address.
    if (input === null || isKept || (type !== NavigationType.Pop && isTyped(state))) return
    if (input.value === query) return
    input.value = query
    // Whoever came to the field before the text did types another, as after coming to it.
    if (document.activeElement === input) input.select()
  }, [query, type, state])
  return (
    <search className={styles.box}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          isAhead.current = false
          // Once loaded, search-as-you-type handles Enter itself.
          if (event.defaultPrevented) return
          event.preventDefault()
          field.current?.blur()
          const open = onReaderClock(client, openFilter)
          void navigate(timelinePath(withQuery(open, field.current?.value ?? '')))
        }}
      >
        <Icon name="search" />
        <input
          ref={field}
          id={fieldId}
          type="search"
          className={styles.field}
          aria-label={t('search.name')}
          placeholder={t('search.hint')}
          defaultValue={query}
          enterKeyHint="search"
          autoComplete="off"
          spellCheck={false}
          onKeyDown={(event) => {
            if (event.key !== 'Escape' || isInputMethodKey(event.nativeEvent)) return
            // The browser would clear the field.
            event.preventDefault()
            event.currentTarget.blur()
          }}
          onInput={() => {
            isAhead.current = true
          }}
          onFocus={() => {
            setUsed(true)
          }}
        />
        {isUsed ? <SearchAsYouType field={field} /> : null}
      </form>
    </search>
  )
}
