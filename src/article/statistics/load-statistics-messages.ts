import type { InterfaceLanguage } from '../languages/interface-languages.ts'
import type { Messages } from '../words.ts'

/** Loads the messages of the statistics in one language; they need those of rows too. */
export async function loadStatisticsMessages(language: InterfaceLanguage): Promise<Messages> {
  const file = import(`../messages/statistics/${language}.json`) as Promise<{ default: Messages }>
  return (await file).default
}
