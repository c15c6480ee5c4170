import { useTranslation } from '#reader/language/use-translation.ts'
import styles from './keyboard-table.module.css'

const keys = [
  { keys: ['j', 'k'], action: 'move' },
  { keys: ['Enter', 'o'], action: 'open' },
  { keys: ['u'], action: 'back' },
  { keys: ['n', 'p'], action: 'neighbours' },
  { keys: ['v'], action: 'original' },
  { keys: ['c'], action: 'copy' },
  { keys: ['l'], action: 'listen' },
  { keys: ['m', 'M'], action: 'notes' },
  { keys: ['s'], action: 'save' },
  { keys: ['m'], action: 'mark' },
  { keys: ['a'], action: 'lists' },
  { keys: ['x', 'X'], action: 'select' },
  { keys: ['/'], action: 'search' },
  { keys: ['h', 'H'], action: 'hits' },
  { keys: ['f'], action: 'filter' },
  { keys: ['g'], action: 'calendar' },
  { keys: ['t'], action: 'theme' },
  { keys: [','], action: 'settings' },
  { keys: ['Esc Esc Esc'], action: 'forget' },
  { keys: ['?'], action: 'help' },
] as const

/** Every keyboard shortcut of the reader and what it does. */
export function KeyboardTable() {
  const { t } = useTranslation()
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">{t('keyboard.key')}</th>
          <th scope="col">{t('keyboard.action')}</th>
        </tr>
      </thead>
      <tbody>
        {keys.map(({ keys: names, action }) => (
          <tr key={action}>
            <td>
              {names.map((name) => (
                <kbd key={name}>{name}</kbd>
              ))}
            </td>
            <td>{t(`keyboard.${action}`)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
