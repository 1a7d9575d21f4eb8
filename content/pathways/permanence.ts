import type { Pathway } from '../../src/engine/pathways/model.ts'

const agencies = 'Adoption Agencies Regulations 2005'

/** From the plan for permanence to the order. What the agency decision maker decides is no sign-off: the regulations give it to that office. */
export const permanence: Pathway = {
  id: 'permanence', version: 1, title: 'Permanence',
  starts: ['askDecision', 'familyFinding'],
  steps: [
    { id: 'askDecision', name: 'Put it to the agency decision maker', kind: 'task', work: 'agencyDecision', about: 'eachChild', who: 'social worker', duties: ['adoptionPlan.presented'], outcomes: [{ code: 'asked', label: 'Sent with the reasons and the panel’s minutes', opens: ['agencyDecision'] }] },
    {
      id: 'agencyDecision', name: 'Agency decision', kind: 'decision', work: 'agencyDecision', about: 'eachChild', who: 'agency decision maker', duties: ['agencyDecision.made'],
      statutoryDecision: { source: `${agencies}, regulations 19 (should be placed for adoption) and 33 (the match)` },
      outcomes: [
        { code: 'agreed', label: 'Decided as asked: the plan', opens: ['familyFinding'] },
        { code: 'matched', label: 'Decided as asked: the match', opens: ['placed'] },
        { code: 'returned', label: 'Not yet: more is needed', opens: ['askDecision'], reason: true },
      ],
    },
    { id: 'familyFinding', name: 'A family is looked for', kind: 'task', work: 'familyFinding', about: 'together', who: 'family finder', outcomes: [{ code: 'linked', label: 'Adopters are thought of', opens: ['matchingPanel'] }] },
    { id: 'matchingPanel', name: 'Matching panel', kind: 'task', work: 'familyFinding', about: 'together', who: 'adoption panel', outcomes: [{ code: 'recommended', label: 'Recommended', opens: ['askDecision'] }, { code: 'notRecommended', label: 'Not recommended', opens: ['familyFinding'], reason: true }] },
    { id: 'placed', name: 'Placed for adoption', kind: 'task', work: 'placedForAdoption', about: 'together', who: 'social worker', duties: ['adoptionReview.placedFirst', 'adoptionVisit.first'], outcomes: [{ code: 'order', label: 'Adoption order', opens: [], ends: true }, { code: 'disrupted', label: 'The placement ended', opens: ['familyFinding'], reason: true }] },
  ],
}
