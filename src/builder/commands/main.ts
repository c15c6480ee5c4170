import { Command, CommanderError, Option } from 'commander'
import { BuildError } from '#builder/ground/build-error.ts'
import { readProgramVersion } from '#builder/ground/program/package-files.ts'
import { runBuild } from './build/build-command.ts'
import type { ConsoleIo } from './console/console-io.ts'
import {
  parseBaseOption,
  parseBytesOption,
  parseCountOption,
  parseFeedsOption,
  parseLimitOption,
  parseOriginOption,
  parsePagesOption,
  parsePortOption,
  parseRedirectsOption,
  parseTargetArgument,
  parseTimeZoneOption,
} from './parse-options.ts'

/** Exit codes: success; the command failed (or `--strict` found problems); wrong usage. */
const exitCodes = { done: 0, failed: 1, wrongUsage: 2 } as const

/**
 * Runs a command line (without node and script) and returns the exit code. Expected failures are printed as one
 * sentence.
 */
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
    .showHelpAfterError('(run broadsheet --help for usage)')
    .configureOutput({
      writeOut: (text) => io.out(text.trimEnd()),
      writeErr: (text) => io.err(text.trimEnd()),
    })
  // Commands are imported on demand: loading all of them takes longer than a build in which nothing changed.
  const finish = async (code: Promise<number>): Promise<void> => {
    result.code = await code
  }
  withReportOptions(withSiteOptions(program.command('build')))
    .description('build a site from folders of posts')
    .argument('<folders...>', 'folders of posts')
    .requiredOption('--out <folder>', 'folder to write the site to')
    .option('--cache <folder>', 'folder of the build cache (default: <out>.cache)')
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
    .description('build, serve, and rebuild on every change')
    .argument('[folders...]', 'folders of posts (default: the bundled examples)')
    .option(
      '--pages <choice>',
      `${pagesHelp} (default: all, above 1,000 posts none)`,
      parsePagesOption,
    )
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
    .argument(
      '<query>',
      'query as in the reader: words, "phrases", -excluded, title: and facets such as tag:',
    )
    .option('--limit <number>', 'maximum number of hits to show', parseLimitOption, 20)
    .option('--json', 'print the result as JSON')
    // A query may begin with a hyphen, which excludes a term.
    .allowUnknownOption()
    .action(async (folder, query, flags) => {
      const { runSearch } = await import('./search/search-command.ts')
      await finish(runSearch(folder, query, { flags, io }))
    })
  withImagesOptions(program.command('images'))
    .description('download the pictures of posts and store them next to the posts')
    .argument('<folders...>', 'folders of posts')
    .action(async (folders, flags) => {
      const { runImages } = await import('./images/images-command.ts')
      await finish(runImages(folders, flags, io))
    })
  withPublishOptions(program.command('publish'))
    .description('upload a built site to S3-compatible storage: only files that changed')
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
    .option('--max-bytes <size>', 'maximum size of one download', parseBytesOption, 20_000_000)
    .option('--max-total <size>', 'maximum size of all pictures', parseBytesOption, 20_000_000_000)
    .option(
      '--max-per-host <number>',
      'maximum number of requests per host',
      parseCountOption,
      10_000,
    )
    .option('--host-minutes <number>', 'maximum number of minutes per host', parseCountOption, 120)
    .option('--timeout <seconds>', 'maximum number of seconds per picture', parseCountOption, 30)
    .option('--width <pixels>', 'scale wider pictures down to this width', parseCountOption, 1_600)
    .option('--retry', 'retry failed pictures now')
    .option('--report <file>', 'write a report on all pictures as JSON')
}

function withPublishOptions(command: Command) {
  return command
    .option('--endpoint <url>', 'URL of the storage service, if not Amazon S3')
    .option('--region <name>', 'region of the bucket (default: as for the AWS command line)')
    .option('--prune', 'delete files that neither this build nor the previous one needs')
    .option('--dry-run', 'only show what would be done')
}

function withTimeZone(command: Command): Command {
  return command.option(
    '--time-zone <zone>',
    'time zone of the day headings',
    parseTimeZoneOption,
    'UTC',
  )
}

const pagesHelp = 'which pages to prerender: all, none or latest:<n>'

/** An option that sets `redirectPages`, whatever its own name. */
class RedirectsOption extends Option {
  override attributeName(): string {
    return 'redirectPages'
  }
}

/** The former name of `--redirects`: accepted, but not in the help. */
function makeLegacyOption(): Option {
  return new RedirectsOption('--legacy <choice>').argParser(parseRedirectsOption).hideHelp()
}

function withSiteOptions(command: Command): Command {
  return withTimeZone(command)
    .option('--title <text>', 'title of the archive')
    .option('--base <path>', 'URL path of the site on its host', parseBaseOption)
    .addOption(
      new RedirectsOption(
        '--redirects <choice>',
        'redirects from the old addresses of a Jekyll site: pages or none',
      )
        .argParser(parseRedirectsOption)
        .default(false, 'none'),
    )
    .addOption(makeLegacyOption())
    .option('--no-search', 'build no search index')
    .option(
      '--feeds <choice>',
      'content of the feeds: excerpt, full or none',
      parseFeedsOption,
      'excerpt',
    )
    .option(
      '--origin <url>',
      'scheme and host of the site: for feeds, the sitemap and a stricter security policy',
      parseOriginOption,
    )
}

function withReportOptions(command: Command): Command {
  return command
    .option('--strict', 'exit with code 1 if there is any problem')
    .option('--report <file>', 'write a report on all files as JSON')
}

function withListenOptions(command: Command): Command {
  return command
    .option('--port <number>', 'port to listen on, or the next free one', parsePortOption, 4173)
    .option('--host <name>', 'address to listen on', 'localhost')
}
