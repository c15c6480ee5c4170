import { useSyncExternalStore } from 'react'
import type { PostSummary } from '#contract/timeline-shard.ts'
import { chosenPosts } from '#reader/data/desk/chosen-posts.ts'
import { sayTrouble } from '#reader/data/desk/desk-news.ts'
import { turnPost } from '#reader/data/desk/turn-post.ts'
import { useTranslation } from '#reader/language/use-translation.ts'
import { shownDesk, type PostState } from '#reader/storage/desk/shown-desk.ts'
import { DeskIcon } from '#reader/ui/desk-icon.tsx'
import { ChosenMark } from './chosen-mark.tsx'
import { deskDialog } from './desk-dialog.ts'
import styles from './desk.module.css'

const actions = ['saved', 'read'] as const

/** Buttons that save the post of a row, mark it as read and put it on lists. A keyboard has a key for each: they are no stops of Tab. */
export function RowActions({ post }: { post: PostSummary }) {
  const { t } = useTranslation()
  // `undefined` where nobody selects.
  const isChosen = useSyncExternalStore(chosenPosts.subscribe, () =>
    chosenPosts.read()?.has(post.id),
  )
  if (isChosen !== undefined) return <ChosenMark post={post} isChosen={isChosen} />
  return (
    <span className={styles.row}>
      {actions.map((what) => (
        <Action key={what} what={what} post={post} label={t(`desk.${what}`)} />
      ))}
      <button
        type="button"
        tabIndex={-1}
        className={styles.action}
        data-desk="lists"
        aria-label={t('desk.lists.put')}
        title={t('desk.lists.put')}
        onClick={() => deskDialog.write({ kind: 'choose', posts: [post] })}
      >
        <DeskIcon what="lists" isOn={false} />
      </button>
    </span>
  )
}

function Action({ what, post, label }: { what: PostState; post: PostSummary; label: string }) {
  const isOn = useSyncExternalStore(shownDesk.subscribe, () => shownDesk.has(what, post)) ?? false
  return (
    <button
      type="button"
      tabIndex={-1}
      className={styles.action}
      data-desk={what}
      aria-pressed={isOn}
      aria-label={label}
      title={label}
      onClick={() => void turnPost(post, what).then(sayTrouble)}
    >
      <DeskIcon what={what} isOn={isOn} />
    </button>
  )
}
