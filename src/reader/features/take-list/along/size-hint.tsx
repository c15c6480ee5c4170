import { useQuery } from '@tanstack/react-query'
import type { TimelineFilter } from '#core/selection/timeline-filter.ts'
import { useTranslation } from '#reader/language/use-translation.ts'
import type { TakenPictures } from '../taken-pictures.tsx'
import { sizeQuery } from './estimate-size.ts'

interface SizeHintProps {
  filter: TimelineFilter
  pictures: TakenPictures
}

/** Tells about how large the file of a list will be. */
export function SizeHint({ filter, pictures }: SizeHintProps) {
  const { t } = useTranslation()
  const { data: size, isError } = useQuery(sizeQuery(filter))
  if (size === undefined) return t(isError ? 'takeAlong.sizeUnknown' : 'takeAlong.sizing')
  return t(pictures === 'keep' ? 'takeAlong.size' : 'takeAlong.sizeWithout', {
    size: toMegabytes(size),
  })
}

/** A size as readers know it: `4.3`. */
export function toMegabytes(bytes: number): string {
  return (bytes / 1_000_000).toFixed(1)
}
