/** The setting of a folder that names the post that was open when it was last left. */
export const openPostKey = 'session.open-post'
