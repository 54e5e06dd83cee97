export { insertPictures } from './insert-pictures.ts'
export {
  type PictureHouse,
  type PictureSite,
  type PictureTeacher,
  learnPictureHouse,
  pictureFolder,
} from './picture-house.ts'
export { numberedName, pictureFileName } from './picture-name.ts'
export { type PictureType, activeSvg, pictureType, tellsPlace } from './picture-type.ts'
