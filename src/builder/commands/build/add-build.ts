import type { AddCommand } from '../console/add-command.ts'
import {
  parseDaysOption,
  parseMirrorOption,
  parsePagesOption,
  parseKeepOption,
} from '../console/parse-options.ts'
import { pagesHelp, withReportOptions, withSiteOptions } from '../console/shared-options.ts'
import { runBuild } from './build-command.ts'

/** `broadsheet build`. Loaded with the program: it is what runs most often. */
export const addBuild: AddCommand = (program, run) => {
  withReportOptions(withSiteOptions(program.command('build')))
    .description('build a site from folders of posts')
    .argument('<folders...>', 'folders of posts')
    .requiredOption('--out <folder>', 'folder to write the site to')
    .option('--cache <folder>', 'folder of the build cache (default: <out>.cache)')
    .option('--pages <choice>', pagesHelp, parsePagesOption, 'all')
    .option(
      '--mirror <url>',
      'copy of the site on another host, which readers may ask; may be repeated',
      parseMirrorOption,
    )
    .option(
      '--sources <choice>',
      'source files as they are, for readers to check: none or keep',
      parseKeepOption,
      'none',
    )
    .option('--sign <file>', 'daily key to sign the site with')
    .option('--expect-every <days>', 'days until the next signed build', parseDaysOption)
    .action((folders, flags) => run((io) => runBuild(folders, flags, io)))
}
