/** What the other modules of the record need of access: who a person is now and how much may be seen, and who begins to work with them. */
export { happeningsOf, involve, involveBeside, lookUp, notWritable, standing } from './store.ts'
export { orRefused } from './store/keeping.ts'
