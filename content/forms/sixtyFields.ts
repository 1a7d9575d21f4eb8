import type { FormDefinition } from '../../src/engine/forms/model.ts'

/** One section of sixty plain fields, the size that the load of the design brief saves. No pathway offers it: `npm run bench -- load` writes in it. */
export const sixtyFields: FormDefinition = {
  id: 'sixtyFields', version: 1, title: 'Sixty fields, for measuring',
  groups: [{ id: 'all', title: 'All' }],
  sections: [{
    id: 'sixty', title: 'Sixty fields', group: 'all', about: 'all',
    questions: Array.from({ length: 60 }, (_, n) => ({ id: `field${n + 1}`, ask: `Field ${n + 1}`, kind: 'words' as const, usedIn: ['Measures of speed'] })),
  }],
  readFirst: [],
}
