import { useSuspenseQuery, type QueryClient } from '@tanstack/react-query'
import { useMemo, useState, type ReactNode } from 'react'
import { toNumberText } from '#article/number-text.ts'
import type { PostId } from '#core/post/post-id.ts'
import { manifestQuery } from '#reader/data/archive/site-queries.ts'
import {
  listNotes,
  noteColors,
  type DeskNote,
  type NoteColor,
} from '#reader/data/desk/kept-notes.ts'
import { openSiteDesk } from '#reader/data/desk/site-desk.ts'
import { Segmented } from '#reader/ui/segmented.tsx'
import { useDesk } from '#reader/ui/use-desk.ts'
import { showArticleWords } from '#reader/language/language.ts'
import { useTranslation } from '#reader/language/use-translation.ts'
import { notesPath, postPath, toSharedAddress } from '#reader/links/paths.ts'
import { Link } from '#reader/router/link.tsx'
import { usePageAddress } from '#reader/ui/head/use-page-address.ts'
import { useTitle } from '#reader/ui/use-title.ts'
import { findNotes, type NoteGroup, type NoteOrder } from './find-notes.ts'
import { NoteFiles } from './note-files.tsx'
import styles from './notes.module.css'

/** Prefetches the words of highlights, which articles have. */
export function loadNotes(client: QueryClient) {
  return async (): Promise<null> => {
    await Promise.all([showArticleWords(), client.ensureQueryData(manifestQuery())])
    return null
  }
}

/** All highlights and notes of this device, by article; searched by words and colour. */
export function NotesRoute() {
  const { t } = useTranslation()
  const { data: manifest } = useSuspenseQuery(manifestQuery())
  const desk = useDesk(openSiteDesk)
  const revision = desk?.readRevision() ?? 0
  const listed = useMemo(
    () => (desk && revision >= 0 ? listNotes(desk) : { notes: [], broken: 0 }),
    [desk, revision],
  )
  const [words, setWords] = useState('')
  const [color, setColor] = useState<NoteColor>()
  const [order, setOrder] = useState<NoteOrder>('article')
  const groups = findNotes(listed.notes, { words, color }, order)
  const count = groups.flat().length
  useTitle(t('notes.title'), manifest.title)
  usePageAddress(manifest, notesPath)
  const toAddress = (post: PostId) => toSharedAddress(postPath(post), manifest.address)
  return (
    <div className={styles.page}>
      <h1>{t('notes.title')}</h1>
      <p className={styles.quiet}>{t('notes.device')}</p>
      <div className={styles.tools}>
        <label className={styles.search}>
          <span>{t('notes.search')}</span>
          <input type="search" value={words} onChange={(event) => setWords(event.target.value)} />
        </label>
        <fieldset className={styles.colors}>
          <legend className="visually-hidden">{t('notes.color')}</legend>
          {noteColors.map((one) => (
            <button
              key={one}
              type="button"
              data-color={one}
              aria-pressed={color === one}
              aria-label={t(`article.notes.${one}`)}
              title={t(`article.notes.${one}`)}
              onClick={() => setColor(color === one ? undefined : one)}
            />
          ))}
        </fieldset>
        <Segmented
          label={t('notes.order')}
          value={order}
          options={[
            { value: 'article', label: t('notes.byArticle') },
            { value: 'color', label: t('notes.byColor') },
          ]}
          onChange={setOrder}
        />
      </div>
      <output className={styles.quiet}>
        {t('notes.count', { count, number: toNumberText(count) })}
      </output>
      {groups.map((group) =>
        order === 'article' ? (
          <ArticleGroup key={group[0].post} notes={group} />
        ) : (
          <ColorGroup key={group[0].color} notes={group} />
        ),
      )}
      {listed.broken === 0 ? null : (
        <p className={styles.quiet}>{t('article.notes.broken', { number: listed.broken })}</p>
      )}
      {desk ? <NoteFiles desk={desk} notes={groups.flat()} toAddress={toAddress} /> : null}
    </div>
  )
}

function ArticleGroup({ notes }: { notes: NoteGroup }) {
  const [{ post, title }] = notes
  return (
    <section className={styles.group}>
      <h2>
        <Link to={postPath(post)}>{title}</Link>
      </h2>
      <ol>
        {notes.map((note) => (
          <Note key={note.id} note={note} />
        ))}
      </ol>
    </section>
  )
}

function ColorGroup({ notes }: { notes: NoteGroup }) {
  const { t } = useTranslation()
  return (
    <section className={styles.group}>
      <h2>{t(`article.notes.${notes[0].color}`)}</h2>
      <ol>
        {notes.map((note) => (
          <Note key={note.id} note={note}>
            <Link to={postPath(note.post)} className={styles.article}>
              {note.title}
            </Link>
          </Note>
        ))}
      </ol>
    </section>
  )
}

function Note({ note, children }: { note: DeskNote; children?: ReactNode }) {
  const { color, anchor, text } = note
  return (
    <li data-color={color}>
      <blockquote>{anchor.exact}</blockquote>
      {text === undefined ? null : <p className={styles.text}>{text}</p>}
      {children}
    </li>
  )
}
