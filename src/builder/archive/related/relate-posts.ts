import { numberNames } from '../recurrence/group-windows.ts'
import type { OrderedPost } from '../order/order-posts.ts'
import { findAlike } from './alike-posts.ts'
import { dropHabits } from './drop-habits.ts'
import { dropScattered } from './drop-scattered.ts'
import { findRelated } from './find-related.ts'
import { judgeTerms } from './judge-terms.ts'
import { collectWords, type PostWords } from './post-words.ts'
import { RelatedPosts } from './related-posts.ts'
import { SaidTerms } from './said-terms.ts'
import { SharedTopics } from './shared-topics.ts'
import { surveyTerms, toPostPublisher } from './survey-terms.ts'
import type { TermTable } from './term-table.ts'
import { chooseTopics, listAllTopics, type AllTopics } from './topic-lists.ts'
import { TranslatedPosts } from './translated-posts.ts'
import { weighTerms } from './weigh-terms.ts'

/** What the posts of an archive are about, and which lead on to which. */
export interface Relations {
  related: RelatedPosts
  topics: AllTopics
  words: PostWords
  terms: { table: TermTable; isTerm: Uint8Array }
}

/**
 * Finds out from the posts' terms alone, without a dictionary, what they are about and which belong together. A function
 * of the posts in their order, so a build on top of another finds the same. `posts` are in ordinal order.
 */
export function relatePosts(posts: readonly OrderedPost[]): Relations {
  const survey = surveyTerms(posts)
  const terms = { table: survey.table, isTerm: judgeTerms(survey) }
  const topics = listAllTopics(posts, terms)
  const sources = numberNames(listSources(posts), posts.length)
  const { slots } = survey.table
  const words = collectWords(posts)
  dropHabits(topics, { slots, words, ...sources })
  const translated = new TranslatedPosts(posts)
  const alike = findAlike(posts, words, { ...sources, translated })
  const said = new SaidTerms(topics, words, slots)
  dropScattered(topics, alike, { survey, said })
  const { weights, rarity } = weighTerms(topics, survey.table)
  const chosen = chooseTopics(topics, weights)
  const shared = new SharedTopics(chosen, rarity, said)
  const columns = findRelated(posts, { alike, translated, sources: sources.groupOf, shared })
  const related = new RelatedPosts(posts, { columns, chosen, terms })
  return { related, topics, terms, words }
}

function* listSources(posts: readonly OrderedPost[]): Generator<string> {
  for (const { cached } of posts) yield toPostPublisher(cached)
}
