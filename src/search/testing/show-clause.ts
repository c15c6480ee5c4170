import { umlautSign } from '../fold/marks.ts'
import type { Clause } from '../query/search-query.ts'

/** A clause as one might type it, folded; `*` marks a prefix, braces stand around alternatives, `:` behind a letter for a vowel of no weight. */
export function showClause(clause: Clause): string {
  return `${clause.isExcluded ? '-' : ''}${showWanted(clause)}`
}

function showWanted(clause: Clause): string {
  if (clause.kind === 'any') {
    return `{${clause.alternatives.map((own) => own.map(showClause).join(' ')).join(' | ')}}`
  }
  if (clause.kind === 'facet') return `${clause.facet}:${clause.value}`
  if (clause.kind === 'date') return `days:${clause.days.from ?? ''}..${clause.days.to ?? ''}`
  return `${clause.field === 'title' ? 'title:' : ''}${clause.phrase.replaceAll(umlautSign, ':')}${clause.isPrefix ? '*' : ''}`
}
