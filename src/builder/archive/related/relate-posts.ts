import { numberNames } from '../recurrence/group-windows.ts'
import type { OrderedPost } from '../order/order-posts.ts'
import { dropHabits } from './drop-habits.ts'
import { findRelated } from './find-related.ts'
import { judgeTerms } from './judge-terms.ts'
import { RelatedPosts } from './related-posts.ts'
import { surveyTerms, toPostPublisher } from './survey-terms.ts'
import type { TermTable } from './term-table.ts'
import { chooseTopics, listAllTopics, type AllTopics } from './topic-lists.ts'
import { weighTerms } from './weigh-terms.ts'

/** What the posts of an archive are about, and which lead on to which. */
export interface Relations {
  related: RelatedPosts
  topics: AllTopics
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
  const { slots } = survey.table
  dropHabits(topics, { slots, ...numberNames(listSources(posts), posts.length) })
  const lists = chooseTopics(topics, weighTerms(topics, survey.table))
  const columns = findRelated(posts, lists)
  // The rest of the lists is no longer needed.
  const { terms: chosen, slots: chosenSlots } = lists
  const related = new RelatedPosts(posts, {
    columns,
    lists: { terms: chosen, slots: chosenSlots },
    terms,
  })
  return { related, topics, terms }
}

function* listSources(posts: readonly OrderedPost[]): Generator<string> {
  for (const { cached } of posts) yield toPostPublisher(cached)
}
