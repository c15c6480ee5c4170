import { useCallback, useEffect, useEffectEvent, useRef, type ReactNode } from 'react'
import { Link } from '#reader/router/link.tsx'
import { useNavigate } from '#reader/router/use-router.ts'
import { toNumberText } from '#article/number-text.ts'
import { useTranslation } from '#reader/language/use-translation.ts'
import { dayPath, siteBase } from '#reader/links/paths.ts'
import { lastVisit } from '#reader/storage/last-visit.ts'
import { lazyPart } from '#reader/ui/lazy-part.tsx'
import { hasDesk } from '#reader/storage/desk/desk-sign.ts'
import { builtDoors } from './prepare-door.ts'
import { findStaticDoor } from './static-door.ts'
import type { Visit } from './use-visit.ts'

const ContinueReading = lazyPart(async () => (await import('./late-begun.ts')).loadBegun())

/**
 * What stands above all posts: that of the page where it has one, else one that the reader builds. Remembers the visit.
 */
export function HomeDoor({ visit }: { visit: Visit }) {
  const { language } = useTranslation()
  const remember = useEffectEvent(() => {
    if (visit.next !== undefined) lastVisit.write(visit.next)
  })
  useEffect(() => {
    remember()
  }, [])
  const page = findStaticDoor(language)
  const built = builtDoors.get(language)
  return (
    <section className="door">
      <Ways key={language}>
        {page !== undefined ? <PageDoor page={page} /> : built && <built.BuiltDoor />}
      </Ways>
      <p className="door-device">
        {hasDesk(siteBase) ? <ContinueReading /> : null}
        <DeviceLine
          visit={visit}
          latest={page?.dataset['latest'] ?? (built && <built.LatestPost />)}
        />
      </p>
    </section>
  )
}

/** Has the router follow the links in markup that React did not make. */
function Ways({ children }: { children: ReactNode }) {
  const box = useRef<HTMLDivElement>(null)
  const navigate = useNavigate()
  const follow = useEffectEvent((event: MouseEvent) => {
    const to = (event.target as Element).closest('a')?.dataset['to']
    const isHeld = event.metaKey || event.ctrlKey || event.shiftKey || event.altKey
    if (to === undefined || isHeld) return
    event.preventDefault()
    void navigate(to)
  })
  useEffect(() => {
    const { current } = box
    const listener = (event: MouseEvent) => {
      follow(event)
    }
    current?.addEventListener('click', listener)
    return () => current?.removeEventListener('click', listener)
  }, [])
  return <div ref={box}>{children}</div>
}

function PageDoor({ page }: { page: HTMLTemplateElement }) {
  const fill = useCallback(
    (box: HTMLElement | null) => box?.replaceChildren(page.content.cloneNode(true)),
    [page],
  )
  return <div ref={fill} />
}

function DeviceLine({ visit, latest }: { visit: Visit; latest: ReactNode }) {
  const { t } = useTranslation()
  const { fresh, sameDays } = visit
  return (
    <>
      {fresh === 0 ? (
        <span>{latest}</span>
      ) : (
        <strong>{t('door.fresh', { count: fresh, number: toNumberText(fresh) })}</strong>
      )}
      {sameDays.length === 0 ? null : (
        <span>
          {t('door.sameDay')}
          {sameDays.map((day) => (
            <Link key={day} to={dayPath(day)}>
              {day.slice(0, 4)}
            </Link>
          ))}
        </span>
      )}
    </>
  )
}
