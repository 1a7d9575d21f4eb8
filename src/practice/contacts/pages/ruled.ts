import type { RuledPage } from '../../../engine/returns/model.ts'

/** What a decision on a contact writes into the census: a referral of its day, beside whatever case of the child runs. */
export const contactPagesRuled: readonly RuledPage[] = [{ key: 'contact.decided', path: '/contacts/:id', when: { do: 'decide' }, fields: { 'outcome.all': { cin: 'CINdetails.CINreferralDate' } } }]
