import { Command, InvalidArgumentError, Option } from 'commander'

/** Parts of the bench that can be run alone. */
export const parts = [
  'build',
  'rebuild',
  'browser',
  'dev',
  'peers',
  'search',
  'whole',
  'lighthouse',
] as const
export type Part = (typeof parts)[number]

/** What a run of the bench is asked for. */
export interface BenchOptions {
  /** Sizes of generated archives; empty when real posts are given. */
  sizes: number[]
  /** Folders of real posts, one a collection. */
  posts: string[]
  /** Runs of each program. */
  runs: number
  parts: readonly Part[]
  /** Folder for archives, sites and results. */
  work: string
}

/** Reads the command line; prints the help and ends on wrong usage. */
export function parseBenchOptions(argv: readonly string[]): BenchOptions {
  const flags = new Command('bench')
    .description('Measures building and reading on archives of any size.')
    .option('--size <posts>', 'size of a generated archive, repeatable (6000)', collectSize, [])
    .option('--posts <folders...>', 'folders of real posts instead, one a collection')
    .option('--runs <number>', 'runs of each program', parseCount, 3)
    .addOption(new Option('--only <part>', 'one part alone').choices(parts))
    .option('--out <folder>', 'folder for archives, sites and results', 'node_modules/.cache/bench')
    .parse(argv, { from: 'user' })
    .opts<{ size: number[]; posts?: string[]; runs: number; only?: Part; out: string }>()
  const isOpen = flags.size.length === 0 && flags.posts === undefined
  return {
    sizes: isOpen ? [6_000] : flags.size,
    posts: flags.posts ?? [],
    runs: flags.runs,
    parts: flags.only === undefined ? parts : [flags.only],
    work: flags.out,
  }
}

function collectSize(text: string, sizes: number[]): number[] {
  return [...sizes, parseCount(text)]
}

function parseCount(text: string): number {
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new InvalidArgumentError('Give a whole number.')
  return Number(text)
}
