/** For an import that keeps notes of another system inside a command of its own. Who writes a note here uses its command. */
export { insertNote as keepNote } from './store.ts'
