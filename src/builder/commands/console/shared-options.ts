import { Option, type Command } from 'commander'
import {
  parseBaseOption,
  parseCanonicalOption,
  parseFeedsOption,
  parseHostOption,
  parseOriginOption,
  parsePortOption,
  parseRedirectsOption,
  parseTimeZoneOption,
} from './parse-options.ts'

/** Adds the option of all commands that show days. */
export function withTimeZone(command: Command): Command {
  return command.option(
    '--time-zone <zone>',
    'time zone of the day headings',
    parseTimeZoneOption,
    'UTC',
  )
}

/** What `--pages` decides, as the help says it. */
export const pagesHelp = 'which pages to prerender: all, none or latest:<n>'

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

/** Adds the option of all commands that read posts for readers. */
export function withDrafts(command: Command): Command {
  return command.option('--drafts', 'take in drafts, unpublished and unlisted posts')
}

/** Adds the options that decide what a site looks like. */
export function withSiteOptions(command: Command): Command {
  return withDrafts(withTimeZone(command))
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
    .option(
      '--quiet-addresses',
      'keep searches and filters behind # in addresses, so that no host can log them',
    )
    .option(
      '--canonical <page>',
      'page that an article names as canonical: archive or original',
      parseCanonicalOption,
      'archive',
    )
}

/** Adds the options of commands that report on files. */
export function withReportOptions(command: Command): Command {
  return command
    .option('--strict', 'exit with code 1 if there is any problem')
    .option('--report <file>', 'write a report on all files as JSON')
}

/** Adds the options of commands that serve a site. */
export function withListenOptions(command: Command): Command {
  return command
    .option('--port <number>', 'port to listen on, or the next free one', parsePortOption, 4173)
    .option('--host <name>', 'address to listen on', 'localhost')
    .option(
      '--allow-host <name>',
      'further name of this machine to answer to; may be repeated',
      parseHostOption,
      [],
    )
}
