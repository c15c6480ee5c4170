import { ClockSettingRow } from '#reader/features/clock/clock-setting-row.tsx'
import { DeskFileSettings } from '#reader/features/desk-file/desk-file-settings.tsx'
import { KeptSettings } from '#reader/features/keep-offline/kept-settings.tsx'
import { ListLanguageSettingRow } from '#reader/features/list-language/list-language-setting-row.tsx'
import { StoredSettings } from '#reader/features/stored/stored-settings.tsx'
import { SettingsDialog } from '#reader/features/settings/settings-dialog.tsx'
import { useTranslation } from '#reader/language/use-translation.ts'
import { notesPath } from '#reader/links/paths.ts'
import { Link } from '#reader/router/link.tsx'
import { leaveAtOnce } from './leave-at-once.ts'

/** The settings, with those that lists share. */
export function ReaderSettings({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation()
  return (
    <SettingsDialog
      lists={
        <>
          <ListLanguageSettingRow />
          <ClockSettingRow />
        </>
      }
      moving={<DeskFileSettings />}
      kept={
        <>
          <Link to={notesPath} className="button button-wide" onClick={onClose}>
            {t('notes.title')}
          </Link>
          <KeptSettings onClose={onClose} />
          <StoredSettings onForget={leaveAtOnce} />
        </>
      }
      onClose={onClose}
    />
  )
}
