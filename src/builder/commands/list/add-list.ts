import { InvalidArgumentError } from 'commander'
import {
  takenFormatNames,
  parseTakenFormatName,
  type TakenFormatName,
} from '#article/reference/list-formats.ts'
import type { AddCommand } from '../console/add-command.ts'
import { parseAddressOption, parseKeepOption } from '../console/parse-options.ts'
import { listOrders, type ListOrderName } from './list-order-name.ts'

/** `broadsheet list`. */
export const addList: AddCommand = (program, run) => {
  program
    .command('list')
    .description(
      'write a list of posts of a built site for a spreadsheet or a reference manager, or as a book',
    )
    .argument('<folder>', 'folder of the site')
    .argument('[query]', 'query as in the reader; without one, every post', '')
    .option('--format <name>', `one of ${takenFormatNames.join(', ')}`, parseFormat, 'csv')
    .option('--order <order>', `one of ${listOrders.join(', ')}`, parseOrder, 'newest')
    .option('--versions', 'older versions of posts too')
    .option('--out <file>', 'file to write instead of the console; must not exist')
    .option(
      '--pictures <which>',
      'pictures that the archive keeps, in a book: none or keep',
      parseKeepOption,
      'keep',
    )
    .option(
      '--address <address>',
      'full address of the site; default: what the build was told',
      parseAddressOption,
    )
    // A query may begin with a hyphen, which excludes a term.
    .allowUnknownOption()
    .action(async (folder, query, flags) => {
      const { runList } = await import('./list-command.ts')
      await run((io) => runList(folder, query, { flags, io }))
    })
}

function parseFormat(text: string): TakenFormatName {
  const name = parseTakenFormatName(text)
  if (name === undefined) {
    throw new InvalidArgumentError(`Give one of ${takenFormatNames.join(', ')}.`)
  }
  return name
}

function parseOrder(text: string): ListOrderName {
  const order = listOrders.find((name) => name === text)
  if (order === undefined) throw new InvalidArgumentError(`Give one of ${listOrders.join(', ')}.`)
  return order
}
