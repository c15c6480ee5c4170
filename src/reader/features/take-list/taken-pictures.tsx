import { useTranslation } from '#reader/language/use-translation.ts'
import { Segmented } from '#reader/ui/segmented.tsx'

/** Whether pictures that the archive keeps go into a file. */
export type TakenPictures = (typeof choices)[number]

const choices = ['keep', 'none'] as const

interface TakenPictureChoiceProps {
  value: TakenPictures
  onChange: (value: TakenPictures) => void
}

/** Asks whether the pictures that the archive keeps are taken along. */
export function TakenPictureChoice({ value, onChange }: TakenPictureChoiceProps) {
  const { t } = useTranslation()
  return (
    <Segmented
      label={t('takeAlong.pictures.name')}
      value={value}
      options={choices.map((choice) => ({
        value: choice,
        label: t(`takeAlong.pictures.${choice}`),
      }))}
      onChange={onChange}
    />
  )
}
