/** What the desktop app prints once its window is on the screen; `npm start` waits for it. */
export const windowShownLine = 'lectern: window shown'
