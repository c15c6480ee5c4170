import { useState } from 'react'
import { useQuery } from '@tanstack/react-query'
import {
  findOwnList,
  findSharedList,
  type TimelineFilter,
} from '#core/selection/timeline-filter.ts'
import { takeOffList } from '#reader/data/desk/edit-lists.ts'
import { listDeskLists } from '#reader/data/desk/desk-lists.ts'
import {
  missingListedQuery,
  missingSavedQuery,
  unsavePosts,
} from '#reader/data/desk/missing-saved.ts'
import { useTranslation } from '#reader/language/use-translation.ts'
import { notesPath, ownListPath, savedPath } from '#reader/links/paths.ts'
import { Link } from '#reader/router/link.tsx'
import { useNavigate } from '#reader/router/use-router.ts'
import { FailureNotice } from '#reader/ui/failure-notice.tsx'
import { deskDialog } from './desk-dialog.ts'
import { MissingPosts } from './missing-posts.tsx'
import { NewListForm } from './new-list-form.tsx'
import { ShareList } from './share-list.tsx'
import { SharedHead } from './shared-head.tsx'
import { useOpenDesk } from './use-open-desk.ts'
import styles from './lists.module.css'

/** Stands above posts that somebody saved or shared. */
export function DeskHead({ filter }: { filter: TimelineFilter }) {
  const shared = findSharedList(filter)
  return (
    <>
      {shared === undefined ? null : <SharedHead value={shared} />}
      {filter.choices.has('saved') ? <SavedHead filter={filter} /> : null}
    </>
  )
}

/** Stands above saved posts: the lists there are, what can be done with the one that is shown, and what is missing of it. */
function SavedHead({ filter }: { filter: TimelineFilter }) {
  const { t } = useTranslation()
  const desk = useOpenDesk()
  const list = findOwnList(filter)
  const isKnown = list !== undefined && desk?.get('list', list) !== undefined
  const lists = desk === undefined ? [] : listDeskLists(desk)
  const isEmpty = isKnown && lists.some(({ id, posts }) => id === list && posts === 0)
  const isAll = list === undefined
  return (
    <>
      <nav className={styles.lists} aria-label={t('desk.lists.name')}>
        <Link to={savedPath} aria-current={isAll ? 'page' : undefined}>
          {t('saved.all')}
        </Link>
        {lists.map(({ id, name }) => (
          <Link key={id} to={ownListPath(id)} aria-current={id === list ? 'page' : undefined}>
            <bdi>{name}</bdi>
          </Link>
        ))}
        <NewList />
        {isKnown ? (
          <button
            type="button"
            className="button"
            onClick={() => deskDialog.write({ kind: 'edit', list })}
          >
            {t('desk.lists.edit')}
          </button>
        ) : null}
        {isKnown ? <ShareList key={list} list={list} /> : null}
        <Link to={notesPath}>{t('notes.title')}</Link>
      </nav>
      {list === undefined || isKnown ? null : <p>{t('desk.lists.unknown')}</p>}
      {isEmpty ? <p>{t('desk.lists.empty')}</p> : null}
      {list === undefined ? <MissingSavedPosts /> : <MissingListed list={list} />}
    </>
  )
}

/** A button that gives way to a field for the name, and then to the list. */
function NewList() {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const [isAsked, setAsked] = useState(false)
  if (!isAsked) {
    return (
      <button type="button" className="button" onClick={() => setAsked(true)}>
        {t('desk.lists.new')}
      </button>
    )
  }
  return (
    <NewListForm
      hasFocus
      onMade={(made) => {
        setAsked(false)
        return navigate(ownListPath(made))
      }}
    />
  )
}

function MissingSavedPosts() {
  const { data: missing = [], error, refetch } = useQuery(missingSavedQuery())
  if (error !== null) return <FailureNotice error={error} onRetry={() => void refetch()} />
  return <MissingPosts missing={missing} onRemove={(posts) => void unsavePosts(posts)} />
}

function MissingListed({ list }: { list: string }) {
  const { data: missing = [], error, refetch } = useQuery(missingListedQuery(list))
  if (error !== null) return <FailureNotice error={error} onRetry={() => void refetch()} />
  return <MissingPosts missing={missing} onRemove={(posts) => void takeOffList(list, posts)} />
}
