import type { FileCount } from '../measure/count-files.ts'
import type { ProcessCost } from '../measure/run-process.ts'
import { toMedianAndP95 } from '../measure/statistics.ts'
import { figure, format, row, share, toCostText, toPeak, toWall, type Row } from '../report/row.ts'
import { toAgreement, type Answers } from './agreement.ts'

/** What was measured of one program's search. */
export interface EngineFigures {
  answers: Answers
  /** Results of a query that precision is taken from; all when absent. */
  looked?: number
  /** Queries with nothing fetched: bytes are those on the wire, headers included. */
  cold: readonly { requests: number; bytes: number; fileBytes?: number }[]
  /** Milliseconds until the rows of each query are on the screen, and until a hit is marked. */
  warm: readonly { rowsMs: number; markedMs?: number }[]
  index: FileCount
  /** What results are shown from, where that does not belong to the site anyway. */
  texts?: FileCount
  costs: readonly ProcessCost[]
  /** Builds without search, where they were run in turn. */
  without: readonly ProcessCost[]
}

/** What is right, found without any index. */
export interface Truth {
  expected: Answers
  /** UTF-8 bytes of the folded titles and bodies of all rows. */
  foldedBytes: number
}

/** All figures of search, another program's beside them. */
export function toSearchRows(truth: Truth, own: EngineFigures, peer?: EngineFigures): Row[] {
  const beside = peer === undefined ? [] : toEngineRows(truth, peer)
  return toEngineRows(truth, own).map((line) =>
    Object.assign(line, { peer: beside.find(({ what }) => what === line.what)?.measured }),
  )
}

function toEngineRows({ expected, foldedBytes }: Truth, engine: EngineFigures): Row[] {
  const { answers, looked, cold, warm, index, texts, costs, without } = engine
  const { recall, precision, exact, empty } = toAgreement(expected, answers, looked)
  const precise = share('precision', precision)
  const inFirst = looked === undefined ? '' : ` in the first ${looked}`
  const [, requests] = toMedianAndP95(cold.map(({ requests }) => requests))
  const [median, p95] = toMedianAndP95(warm.map(({ rowsMs }) => rowsMs))
  const marked = toMedianAndP95(warm.flatMap(({ markedMs }) => markedMs ?? []))
  const files = toKilobytes(cold.flatMap(({ fileBytes }) => fileBytes ?? []))
  const more = (toWall(costs) - toWall(without)) / 1000
  const beside = texts === undefined ? '' : `, and texts of ${toSize(texts)}`
  const rows = [
    share(`recall of ${format(expected.length)} queries`, recall),
    { ...precise, measured: precise.measured + inFirst },
    row('queries with exactly the right posts', format(exact)),
    row('queries that found nothing', format(empty)),
    figure(
      'cold query: bytes on the wire, median / p95',
      toKilobytes(cold.map(({ bytes }) => bytes)),
      'KB',
    ),
    figure('cold query: bytes of the files, median / p95', files, 'KB'),
    figure('cold query: requests, p95', requests),
    figure('warm query: rows on the screen, median', median, 'ms'),
    figure('warm query: rows on the screen, p95', p95, 'ms'),
    figure('warm query: first hit marked, median / p95', marked, 'ms'),
    figure(
      `index as a part of the folded text (${format(foldedBytes / 1e6)} MB)`,
      index.bytes / foldedBytes,
    ),
    row('index', toSize(index) + beside),
    row('build with search', toCostText(costs)),
    figure('build with search: more than without', more, 's'),
    figure('build with search: peak memory', toPeak(costs), 'MB'),
    figure('build without search: peak memory', toPeak(without), 'MB'),
  ]
  // What was not measured has no row.
  return rows.filter(({ values = [] }) => values.every((value) => Number.isFinite(value)))
}

function toKilobytes(bytes: readonly number[]): number[] {
  return toMedianAndP95(bytes).map((value) => value / 1000)
}

function toSize({ files, bytes }: FileCount): string {
  return `${format(bytes / 1e6)} MB in ${format(files)} files`
}
