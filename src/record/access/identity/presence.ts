/** What each of these sessions may be told from (null when it is over), and that somebody is at work in one. By the hash of its token, in hexadecimal. */
export { touchSession as stillHere, watched as standings } from '../store/identity.ts'
