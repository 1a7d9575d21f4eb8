import type { FormDefinition } from '../../../src/engine/forms/model.ts'

const act = 'Children Act 1989, section 31A: the section 31A plan'

/** The care plan that the court reads before it makes an order. What the record knows of placement, orders and plans is put in by the record. */
export const courtCarePlan: FormDefinition = {
  id: 'courtCarePlan', version: 1, title: 'Care plan for the court',
  groups: [{ id: 'aim', title: 'Where this leads' }, { id: 'how', title: 'How' }],
  sections: [
    {
      id: 'aim', title: 'The aim', group: 'aim', about: 'eachChild', whom: 'everyone',
      questions: [
        { id: 'courtPlanAim', ask: 'Where will this child grow up, and by when is that settled?', kind: 'words', bringForward: true, required: { why: 'Children and Families Act 2014, section 15: the permanence provisions', problem: 'Write where the child will grow up, and by when' }, usedIn: ['Care plan for the court'] },
        { id: 'courtPlanImpact', ask: 'How does this meet what the child has been through and needs?', kind: 'words', bringForward: true, required: { why: 'Children Act 1989, section 31(3B): impact of harm, needs now and to come', problem: 'Write how the plan meets the child’s needs' }, usedIn: ['Care plan for the court'] },
        { id: 'courtPlanViews', ask: 'What do the child, the parents and the carers think of it?', kind: 'words', required: { why: act, problem: 'Write what the child, the parents and the carers think' }, usedIn: ['Care plan for the court'] },
      ],
    },
    {
      id: 'living', title: 'Living there', group: 'how', about: 'eachChild', whom: 'everyone',
      questions: [
        { id: 'courtPlanPlace', ask: 'Where and with whom will the child live, and why there?', kind: 'words', bringForward: true, required: { why: act, problem: 'Write where the child will live, and why there' }, usedIn: ['Care plan for the court'] },
        { id: 'courtPlanContact', ask: 'Whom will the child see, how often, and with what help?', kind: 'words', bringForward: true, hint: 'Parents, brothers and sisters, others who matter.', required: { why: 'Children Act 1989, section 34(11)', problem: 'Write whom the child will see and how often' }, usedIn: ['Care plan for the court'] },
        { id: 'courtPlanHealth', ask: 'What is planned for health and for school?', kind: 'words', bringForward: true, usedIn: ['Care plan for the court'] },
      ],
    },
    {
      id: 'carry', title: 'Carrying it out', group: 'how', about: 'all',
      questions: [
        { id: 'courtPlanSteps', ask: 'Who does what, by when?', kind: 'words', bringForward: true, required: { why: act, problem: 'Write who does what, by when' }, usedIn: ['Care plan for the court'] },
        { id: 'courtPlanOtherwise', ask: 'What happens if this cannot be carried out?', kind: 'words', bringForward: true, required: { why: act, problem: 'Write what happens otherwise' }, usedIn: ['Care plan for the court'] },
      ],
    },
  ],
  readFirst: ['aim'],
}
