import type { RuledPage } from '../../../engine/returns/model.ts'

const fields = (of: Readonly<Record<string, string>>): RuledPage['fields'] => Object.fromEntries(Object.entries(of).map(([field, ssda903]) => [field, { ssda903 }]))
const place = { kind: 'Episodes.PLACE', provider: 'Episodes.PLACE_PROVIDER', postcode: 'Episodes.PL_POST', urn: 'Episodes.URN' }
const moves = { on: 'Episodes.DECOM Episodes.DEC', reason: 'Episodes.REASON_PLACE_CHANGE Episodes.REC', ...place }
const care = '/people/:id/care'

/** What is recorded of a child in our care, by its kind (content/care/facts.ts). */
const facts: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  review: { on: 'Reviews.REVIEW', 'answers.participation': 'Reviews.REVIEW_CODE' },
  missing: { on: 'Missing.MIS_START', to: 'Missing.MIS_END', 'answers.how': 'Missing.MISSING' },
  deprivationOfLiberty: { on: 'DoLo.DOLO_START', to: 'DoLo.DOLO_END' },
  asylum: { on: 'Header.UASC', to: 'UASC.DUC' },
  health: { on: 'OC2.HEALTH_ASSESSMENT' }, dental: { on: 'OC2.TEETH_CHECK' }, conviction: { on: 'OC2.CONVICTED' },
  immunisations: { 'answers.upToDate': 'OC2.IMMUNISATIONS' }, healthSurveillance: { 'answers.upToDate': 'OC2.HEALTH_CHECK' },
  strengths: { 'answers.score': 'OC2.SDQ_SCORE', 'answers.notScored': 'OC2.SDQ_REASON' },
  substanceMisuse: { 'answers.problem': 'OC2.SUBSTANCE_MISUSE', 'answers.received': 'OC2.INTERVENTION_RECEIVED', 'answers.offered': 'OC2.INTERVENTION_OFFERED' },
  motherhood: { on: 'Header.MC_DOB Header.MOTHER' },
  earlierPermanence: { on: 'PrevPerm.DATE_PERM', 'answers.which': 'PrevPerm.PREV_PERM', 'answers.council': 'PrevPerm.LA_PERM' },
  permanenceDecision: { on: 'PlacedAdoption.DATE_PLACED PlacedAdoption.DATE_PLACED_CEASED AD1.DATE_INT', 'answers.ended': 'PlacedAdoption.REASON_PLACED_CEASED' },
  match: { on: 'AD1.DATE_MATCH', 'answers.fosterCarer': 'AD1.FOSTER_CARE', 'answers.adopters': 'AD1.NB_ADOPTR', 'answers.sexes': 'AD1.SEX_ADOPTR', 'answers.status': 'AD1.LS_ADOPTR' },
  leaverContact: { 'answers.inTouch': 'OC3.IN_TOUCH', 'answers.activity': 'OC3.ACTIV', 'answers.home': 'OC3.ACCOM', 'answers.suitable': 'OC3.ACCOM' },
  workerChange: { on: 'SWEpisodes.SW_DECOM SWEpisodes.SW_DEC', 'answers.reason': 'SWEpisodes.SW_REASON' },
}

/** Which fields of these pages write which columns of SSDA903. */
export const carePagesRuled: readonly RuledPage[] = [
  { key: 'care.begin', path: `${care}/begin`, fields: fields({ on: 'Episodes.DECOM Episodes.RNE', need: 'Episodes.CIN', legalCode: 'Episodes.LS', ...place }) },
  { key: 'care.move', path: `${care}/move`, fields: fields(moves) },
  { key: 'care.end', path: `${care}/end`, fields: fields({ on: 'Episodes.DEC', reason: 'Episodes.REC' }) },
  { key: 'care.correct', path: `${care}/placements/:placement`, when: { what: 'correct' }, fields: fields(moves) },
  ...Object.entries(facts).map(([kind, of]): RuledPage => ({ key: `care.${kind}`, path: `${care}/record`, when: { kind }, fields: fields(of) })),
]
