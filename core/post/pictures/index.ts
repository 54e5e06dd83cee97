export { insertPictures } from './insert-pictures.ts'
export { type PictureHouse, type PictureSite, learnPictureHouse, pictureFolder } from './picture-house.ts'
export { numberedName, pictureFileName } from './picture-name.ts'
export { activeSvg, pictureType, tellsPlace } from './picture-type.ts'
