import type { Command } from '../app/command.ts'
import type { Lectern } from '../app/lectern.ts'
import { offerPictures } from './offer-pictures.ts'

export function canAddPictures({ document }: Lectern): boolean {
  const { path, readOnly, failure } = document.get()
  return path !== undefined && readOnly === undefined && failure === undefined
}

export const pictureCommands: readonly Command[] = [
  {
    id: 'insert.picture',
    label: 'Insert pictures…',
    group: 'Insert',
    also: 'insert a picture image photo screenshot',
    keys: ['Mod+Alt+P'],
    enabled: canAddPictures,
    run: choosePictures,
  },
]

function choosePictures(lectern: Lectern): void {
  const input = document.createElement('input')
  input.type = 'file'
  input.multiple = true
  input.accept = 'image/png,image/jpeg,image/gif,image/webp,image/avif,image/svg+xml'
  input.addEventListener('change', () => {
    void offerPictures(lectern, [...(input.files ?? [])]).catch(lectern.notices.report)
  })
  input.click()
}
