import { binUnits, type BinUnit } from '#core/selection/bin-unit.ts'
import type { CalendarForm } from './paths.ts'

/** Reads the form of the calendar from its address. */
export function parseCalendarForm(params: URLSearchParams): CalendarForm {
  const form = params.get('form')
  return form === 'table' || form === 'bars' ? form : 'map'
}

/** Reads from the address of a calendar what a bar stands for; `undefined` where it names nothing known. */
export function parseBinUnit(params: URLSearchParams): BinUnit | undefined {
  return binUnits.find((unit) => unit === params.get('by'))
}
