import { useEffect, useState } from 'react'
import type { DialogProps } from '../app/dialogs.ts'
import { useLectern } from '../app/lectern-context.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Notice } from '../ui/Notice.tsx'
import { addPictures } from './add-pictures.ts'
import styles from './AddPicturesDialog.module.css'
import { smallerCopy } from './picture-copy.ts'
import { type PictureFile, showSize } from './picture-file.ts'

/** Offers smaller copies of large photos, and of those that say where they were taken. */
export function AddPicturesDialog({ argument, onClose }: DialogProps) {
  const lectern = useLectern()
  const pictures = argument as readonly PictureFile[]
  const [making] = useState(() =>
    Promise.all(pictures.map(picture => (picture.offer === undefined ? picture : smallerCopy(picture)))),
  )
  const [copies, setCopies] = useState<readonly PictureFile[]>()
  useEffect(() => {
    let current = true
    making.then(made => current && setCopies(made), lectern.notices.report)
    return () => {
      current = false
    }
  }, [making, lectern])
  const add = (chosen: readonly PictureFile[]) => {
    onClose()
    void addPictures(lectern, chosen).catch(lectern.notices.report)
  }
  const tellsPlace = pictures.some(picture => picture.offer === 'place')
  return (
    <Dialog
      title={pictures.length === 1 ? 'Add a smaller copy?' : 'Add smaller copies?'}
      onClose={onClose}
      actions={
        <>
          <Button onClick={() => add(pictures)}>{pictures.length === 1 ? 'As it is' : 'As they are'}</Button>
          <Button
            look="primary"
            autoFocus
            onClick={() => void making.then(add).catch(lectern.notices.report)}
          >
            {pictures.length === 1 ? 'Add the smaller copy' : 'Add smaller copies'}
          </Button>
        </>
      }
    >
      {tellsPlace && (
        <Notice tone="warning">
          The camera wrote into the file where it was taken. The copy does not say it.
        </Notice>
      )}
      <ul className={styles.pictures}>
        {pictures.map((picture, index) => (
          <PictureRow key={`${picture.name} ${index}`} picture={picture} copy={copies?.[index]} />
        ))}
      </ul>
    </Dialog>
  )
}

interface PictureRowProps {
  readonly picture: PictureFile
  readonly copy: PictureFile | undefined
}

function PictureRow({ picture, copy }: PictureRowProps) {
  return (
    <li className={styles.picture}>
      <span className={styles.thumbnail}>
        {copy && <img alt="" ref={image => showBlob(image, copy.blob)} />}
      </span>
      <span className={styles.facts}>
        <span className={styles.name}>{picture.name}</span>
        <span>As it is: {describe(picture)}</span>
        <span>
          {copy ? (copy === picture ? 'Small enough already' : `Copy: ${describe(copy)}`) : 'Making a copy…'}
        </span>
      </span>
    </li>
  )
}

function showBlob(image: HTMLImageElement | null, blob: Blob): (() => void) | undefined {
  if (!image) return undefined
  const url = URL.createObjectURL(blob)
  image.src = url
  return () => URL.revokeObjectURL(url)
}

function describe({ width, height, blob }: PictureFile): string {
  return width === 0 ? showSize(blob.size) : `${width} × ${height}, ${showSize(blob.size)}`
}
