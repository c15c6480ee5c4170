import { useState } from 'react'
import { useTranslation } from '#reader/language/use-translation.ts'
import { useDayFormat } from './use-day-format.ts'

/** When the next build is due, or that it is overdue. */
export function NextBuild({ day }: { day: string }) {
  const { t } = useTranslation()
  const format = useDayFormat()
  const [today] = useState(() => new Date().toISOString().slice(0, 10))
  const key = day < today ? 'about.signature.late' : 'about.signature.next'
  return <p>{t(key, { day: format(day) })}</p>
}
