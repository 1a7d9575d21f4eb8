import type { Audited } from './audited.ts'

/** What requests about cases between councils did, in words. */
export const auditedTransfers: Readonly<Record<string, Audited>> = {
  'page.transfers': { words: 'Saw it in the list of cases between councils' },
  'page.newTransfer': { words: 'Opened the form to hand over to another council', opens: true },
  'page.transferGiven': { words: 'Opened a case that is handed to another council', opens: true },
  'page.transferFile': { words: 'Took the file of a case that is handed to another council', opens: true },
  'page.transferCame': { words: 'Opened a case that came from another council', opens: true },
  'page.transferReceipt': { words: 'Took the receipt for a case that came from another council' },
  'page.transferCare': { words: 'Opened what children who came from another council would begin their time in care with', opens: true },
  'page.councils': { words: 'Opened the keys of other councils' },
  'transfers.noteCouncil': { words: 'Entered the key of another council' },
  'transfers.withdrawCouncil': { words: 'Withdrew the key of another council' },
  'transfers.ask': { words: 'Asked to hand over to another council' },
  'transfers.decide': { words: 'Decided whether a case goes to another council' },
  'transfers.send': { words: 'Made the file of a case for another council' },
  'transfers.withdraw': { words: 'Took back what was to go to another council' },
  'transfers.receipt': { words: 'Closed a transfer by the other council’s receipt' },
  'transfers.stage': { words: 'Brought in a file of another council' },
  'transfers.refuse': { words: 'Refused a file of another council' },
  'transfers.take': { words: 'Took a case of another council into the record' },
  'transfers.accept': { words: 'Accepted a case from another council' },
  'transfers.intoCare': { words: 'Took children whom another council looked after into our care' },
  'transfers.takeBack': { words: 'Took back what a file of another council wrote' },
}
