import type { AddCommand } from '../console/add-command.ts'
import { parseBytesOption, parseCountOption } from '../console/parse-options.ts'

/** `broadsheet images`. */
export const addImages: AddCommand = (program, run) => {
  program
    .command('images')
    .description('download the pictures of posts and store them next to the posts')
    .argument('<folders...>', 'folders of posts')
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
    .action(async (folders, flags) => {
      const { runImages } = await import('./images-command.ts')
      await run((io) => runImages(folders, flags, io))
    })
}
