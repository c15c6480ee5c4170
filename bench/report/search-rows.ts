import { bounded, boundedPair, format, row, type FigureRow, type Pair } from './figure-row.ts'
import { toCostText, toPeak, toWall } from './cost-text.ts'
import type { Agreement, MedianAndP95, Output, SearchFigures } from './results.ts'
import type { SearchTargets } from './targets.ts'

/** A line of the search table: the peer's figure beside Broadsheet's. */
export interface SearchRow extends FigureRow {
  /** Empty where the peer was left out or has no such figure. */
  peer: string
}

/** All figures of search. */
export function toSearchRows(figures: SearchFigures, bounds: SearchTargets): SearchRow[] {
  return [
    ...toAgreementRows(figures),
    ...toQueryRows(figures, bounds),
    ...toIndexRows(figures, bounds),
  ]
}

function toAgreementRows({ agreement, queries, pagefind }: SearchFigures): SearchRow[] {
  const what = `recall of ${queries.toLocaleString('en')} queries`
  return [
    beside(toWhole(what, agreement.recall), pagefind && toShare(pagefind.agreement.recall)),
    beside(
      toWhole('precision', agreement.precision),
      pagefind && `${toShare(pagefind.agreement.precision)} in the first 200`,
    ),
    beside(
      row('queries with exactly the right posts', toExactText(agreement)),
      pagefind && toExactText(pagefind.agreement),
    ),
    beside(
      row('queries that found nothing', String(agreement.empty)),
      pagefind && String(pagefind.agreement.empty),
    ),
  ]
}

function toQueryRows(figures: SearchFigures, bounds: SearchTargets): SearchRow[] {
  const { cold, warmMs, pagefind } = figures
  return [
    beside(
      boundedPair('cold query: bytes on the wire, median / p95', {
        values: toKilobytes(cold.servedBytes),
        most: bounds.coldKilobytes,
        unit: 'KB',
      }),
      pagefind && `${toPairText(toKilobytes(pagefind.cold.bytes))} KB`,
    ),
    beside(
      row(
        'cold query: bytes of the files, median / p95',
        `${toPairText(toKilobytes(cold.bytes))} KB`,
      ),
    ),
    beside(
      bounded('cold query: requests, p95', {
        value: cold.requests.p95,
        most: bounds.coldRequests,
        unit: '',
      }),
      pagefind && format(pagefind.cold.requests.p95),
    ),
    beside(
      bounded('warm query: rows on the screen, median', {
        value: warmMs.rows.median,
        most: bounds.warmMs,
        unit: 'ms',
      }),
      pagefind && `${format(pagefind.warmMs.median)} ms`,
    ),
    beside(
      row('warm query: rows on the screen, p95', `${format(warmMs.rows.p95)} ms`),
      pagefind && `${format(pagefind.warmMs.p95)} ms`,
    ),
    beside(
      row(
        'warm query: first hit marked, median / p95',
        `${toPairText([warmMs.marked.median, warmMs.marked.p95])} ms`,
      ),
    ),
  ]
}

function toIndexRows(figures: SearchFigures, bounds: SearchTargets): SearchRow[] {
  const { built, index, foldedBytes, pagefind } = figures
  const isCompared = built.without.length > 0
  const more = (toWall(built.withSearch) - toWall(built.without)) / 1000
  return [
    beside(
      bounded(`index as a part of the folded text (${format(foldedBytes / 1e6)} MB)`, {
        value: index.bytes / foldedBytes,
        most: bounds.partOfText,
        unit: '',
      }),
      pagefind && format(pagefind.index.bytes / foldedBytes),
    ),
    beside(
      row('index', toSizeText(index)),
      pagefind && `${toSizeText(pagefind.index)}, and texts of ${toSizeText(pagefind.texts)}`,
    ),
    beside(
      row('build with search', toCostText(built.withSearch)),
      pagefind && toCostText([pagefind.cost]),
    ),
    ...(isCompared
      ? [beside(row('build with search: more than without', `${format(more)} s`))]
      : []),
    beside(
      bounded('build with search: peak memory', {
        value: toPeak(built.withSearch),
        most: bounds.indexingMegabytes,
        unit: 'MB',
      }),
      pagefind && `${format(toPeak([pagefind.cost]))} MB`,
    ),
    ...(isCompared
      ? [beside(row('build without search: peak memory', `${format(toPeak(built.without))} MB`))]
      : []),
  ]
}

function toExactText({ exact }: Agreement): string {
  return exact.toLocaleString('en')
}

function toSizeText({ files, bytes }: Output): string {
  return `${format(bytes / 1e6)} MB in ${files.toLocaleString('en')} files`
}

function beside(figure: FigureRow, peer = ''): SearchRow {
  return { ...figure, peer }
}

/** A share that is to be whole; what rounds up to it is not. */
function toWhole(what: string, share: number): FigureRow {
  return { what, measured: toShare(share), target: '1.00', isMet: share === 1 }
}

/** Two places, never rounded up: 0.9999 is not 1. */
function toShare(share: number): string {
  return (Math.floor(share * 100 + 1e-9) / 100).toFixed(2)
}

function toKilobytes({ median, p95 }: MedianAndP95): Pair {
  return [median / 1000, p95 / 1000]
}

function toPairText([median, p95]: Pair): string {
  return `${format(median)} / ${format(p95)}`
}
