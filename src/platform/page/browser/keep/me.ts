import type { Me } from './again.tsx'

/** Who is signed in, as the page says it; nobody before sign-in. */
export function meOf(page: Document): Me | undefined {
  const { actor, actorName, actorEmail } = page.body.dataset
  return actor ? { id: actor, name: actorName ?? '', email: actorEmail ?? '' } : undefined
}
