import { Command, CommanderError } from 'commander'
import { BuildError } from '#builder/ground/build-error.ts'
import { readProgramVersion } from '#builder/ground/program/package-files.ts'
import { runBuild } from './build/build-command.ts'
import type { ConsoleIo } from './console/console-io.ts'
import {
  parseBaseOption,
  parseBytesOption,
  parseCountOption,
  parseFeedsOption,
  parseLegacyOption,
  parseLimitOption,
  parseOriginOption,
  parsePagesOption,
  parsePortOption,
  parseTargetArgument,
  parseTimeZoneOption,
} from './parse-options.ts'

/** Exit codes: all is well, nothing could be built (or `--strict` failed), wrong usage. */
const exitCodes = { done: 0, failed: 1, wrongUsage: 2 } as const

/** Runs a command line (without node and script) and gives its exit code. Whatever is expected to go wrong becomes one sentence. */
export async function main(argv: string[], io: ConsoleIo): Promise<number> {
  const result: { code: number } = { code: exitCodes.done }
  try {
    await makeProgram(io, result)
      .version(await readProgramVersion())
      .parseAsync(argv, { from: 'user' })
    return result.code
  } catch (error) {
    if (error instanceof CommanderError)
      return error.exitCode === 0 ? exitCodes.done : exitCodes.wrongUsage
    if (!(error instanceof BuildError)) throw error
    io.err(`broadsheet: ${error.message} ${error.hint}`)
    return exitCodes.failed
  }
}

function makeProgram(io: ConsoleIo, result: { code: number }): Command {
  const program = new Command('broadsheet')
    .description('Builds a fast, safe reader for folders of mirrored articles.')
    .exitOverride()
    .showHelpAfterError('(broadsheet --help shows how)')
    .configureOutput({
      writeOut: (text) => io.out(text.trimEnd()),
      writeErr: (text) => io.err(text.trimEnd()),
    })
  // What only serving needs is loaded when it is asked for: loading takes longer than a build after which nothing changed.
  const finish = async (code: Promise<number>): Promise<void> => {
    result.code = await code
  }
  withReportOptions(withSiteOptions(program.command('build')))
    .description('build a site from folders of posts')
    .argument('<folders...>', 'folders of posts')
    .requiredOption('--out <folder>', 'folder to write the site to')
    .option('--cache <folder>', 'folder that remembers what was built; <out>.cache when absent')
    .option('--pages <choice>', pagesHelp, parsePagesOption, 'all')
    .action((folders, flags) => finish(runBuild(folders, flags, io)))
  withListenOptions(program.command('serve'))
    .description('serve a built site')
    .argument('<folder>', 'folder of the site')
    .action(async (folder, flags) => {
      const { runServe } = await import('./serve/serve-command.ts')
      await finish(runServe(folder, flags, io))
    })
  withListenOptions(withSiteOptions(program.command('dev')))
    .description('build, serve, and build again whenever a post changes')
    .argument('[folders...]', 'folders of posts; the bundled examples when none is given')
    .option('--pages <choice>', `${pagesHelp}; above 1,000 posts none`, parsePagesOption)
    .action(async (folders, flags) => {
      const { runDev } = await import('./dev/dev-command.ts')
      await finish(runDev(folders, flags, io))
    })
  withReportOptions(withTimeZone(program.command('check')))
    .description('report on folders of posts, or verify a built site')
    .argument('<folders...>', 'folders of posts, or the folder of one built site')
    .action(async (folders, flags) => {
      const { runCheck } = await import('./check/check-command.ts')
      await finish(runCheck(folders, flags, io))
    })
  program
    .command('search')
    .description('search a built site')
    .argument('<folder>', 'folder of the site')
    .argument('<query>', 'words; "quotes", -not, title: and facets such as tag: as in the reader')
    .option('--limit <number>', 'most hits that are shown', parseLimitOption, 20)
    .option('--json', 'print the answer as JSON')
    // A query may begin with a hyphen: what is left out.
    .allowUnknownOption()
    .action(async (folder, query, flags) => {
      const { runSearch } = await import('./search/search-command.ts')
      await finish(runSearch(folder, query, { flags, io }))
    })
  withImagesOptions(program.command('images'))
    .description('download the pictures of posts and keep them beside the posts')
    .argument('<folders...>', 'folders of posts')
    .action(async (folders, flags) => {
      const { runImages } = await import('./images/images-command.ts')
      await finish(runImages(folders, flags, io))
    })
  withPublishOptions(program.command('publish'))
    .description('upload a built site to a store that speaks the S3 protocol: only what changed')
    .argument('<folder>', 'folder of the site')
    .argument('<target>', 's3://bucket or s3://bucket/prefix', parseTargetArgument)
    .action(async (folder, target, flags) => {
      const { runPublish } = await import('./publish/publish-command.ts')
      await finish(runPublish(folder, { target, flags, io }))
    })
  return program
}

function withImagesOptions(command: Command) {
  return command
    .option('--max-bytes <size>', 'most bytes of a download', parseBytesOption, 20_000_000)
    .option('--max-total <size>', 'most bytes of all pictures', parseBytesOption, 20_000_000_000)
    .option('--max-per-host <number>', 'most requests to a host', parseCountOption, 10_000)
    .option('--host-minutes <number>', 'most time with a host', parseCountOption, 120)
    .option('--timeout <seconds>', 'most time for a picture', parseCountOption, 30)
    .option('--width <pixels>', 'wider pictures are made smaller', parseCountOption, 1_600)
    .option('--retry', 'ask for failed pictures again at once')
    .option('--report <file>', 'write the account of all pictures as JSON')
}

function withPublishOptions(command: Command) {
  return command
    .option('--endpoint <url>', "address of a store that is not Amazon's")
    .option('--region <name>', 'region of the bucket; else as for the AWS command line')
    .option('--prune', 'remove files that neither this build nor the one before needs')
    .option('--dry-run', 'only say what would be done')
}

function withTimeZone(command: Command): Command {
  return command.option(
    '--time-zone <zone>',
    'zone of the day headings',
    parseTimeZoneOption,
    'UTC',
  )
}

const pagesHelp = 'prerendered pages: all, none or latest:<n>'

function withSiteOptions(command: Command): Command {
  return withTimeZone(command)
    .option('--title <text>', 'title of the archive')
    .option('--base <path>', 'path of the site on its host', parseBaseOption)
    .option(
      '--legacy <choice>',
      'old addresses of a Jekyll site: pages that lead to the posts, or none',
      parseLegacyOption,
      'none',
    )
    .option('--no-search', 'leave the search index out')
    .option(
      '--feeds <choice>',
      'what feeds hold: excerpt, full or none',
      parseFeedsOption,
      'excerpt',
    )
    .option(
      '--origin <url>',
      'scheme and host of the site, for feeds, the site map and a narrower policy',
      parseOriginOption,
    )
}

function withReportOptions(command: Command): Command {
  return command
    .option('--strict', 'fail when there is any problem')
    .option('--report <file>', 'write the account of all files as JSON')
}

function withListenOptions(command: Command): Command {
  return command
    .option(
      '--port <number>',
      'port to listen on; a taken one gets the next',
      parsePortOption,
      4173,
    )
    .option('--host <name>', 'address to listen on', 'localhost')
}
