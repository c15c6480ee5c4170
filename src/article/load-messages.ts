import type { InterfaceLanguage } from './languages/interface-languages.ts'
import type { Messages } from './words.ts'

type MessageFile = Promise<{ default: Messages }>

/** Loads the article's messages in one language, all below the key `article`. Only that language's file is loaded. */
export async function loadArticleMessages(language: InterfaceLanguage): Promise<Messages> {
  return (await (import(`./messages/${language}.json`) as MessageFile)).default
}

/** Loads the messages of lists without JavaScript in one language: those of rows, and those of the pages. */
export async function loadListMessages(language: InterfaceLanguage): Promise<Messages> {
  const [rows, browse] = await Promise.all([
    import(`./messages/rows/${language}.json`) as MessageFile,
    import(`./messages/browse/${language}.json`) as MessageFile,
  ])
  return { ...rows.default, ...browse.default }
}
