/**
 * What a council processes with Kith, and why: the ground of its register of processing (UK GDPR, article 30) and of its draft impact assessment
 * (article 35). Written from knowledge of the law, not checked against its text: the council's data protection officer confirms each line.
 */
export type Processing = Readonly<{
  /** The part of the record, as teams and shares name it. */
  domain: 'children' | 'earlyHelp' | 'adults' | 'adoption' | 'legal' | 'allegation' | 'staff'
  name: string
  purposes: readonly string[]
  whose: readonly string[]
  categories: readonly string[]
  /** UK GDPR article 6, article 9 with the Data Protection Act 2018, and the duty in law. */
  basis: string
  specialBasis: string
  duties: readonly string[]
  recipients: readonly string[]
  /** Of the duties of retention in the timescales. */
  retention: readonly string[]
}>

const publicTask = 'Article 6(1)(e), public task; article 6(1)(c) where a return or an answer is a legal obligation'
const social = 'Article 9(2)(h) and (g) with the Data Protection Act 2018, schedule 1, paragraphs 2 (health or social care) and 18 (safeguarding of children and of individuals at risk)'
const family = ['Children, also unborn', 'Parents, carers and other adults of the family or household', 'Professionals who refer or work with them']
const careCategories = ['Identity, addresses, relationships', 'Notes, visits, assessments, plans and decisions', 'Health, disability, ethnicity, religion, immigration status', 'Allegations, offences and risk', 'The words of children']

export const processings: readonly Processing[] = [
  {
    domain: 'children', name: 'Children’s social care', purposes: ['To receive and decide on contacts and referrals', 'To assess, protect and support children in need and their families', 'To look after children and care leavers', 'To report to the Department for Education'],
    whose: family, categories: careCategories, basis: publicTask, specialBasis: social, duties: ['Children Act 1989, sections 17, 20, 22, 31 and 47', 'Children Act 2004, sections 10 and 11', 'Children Act 1989, section 83 (returns)'],
    recipients: ['Schools, health services and the police, as far as a child’s plan or protection asks', 'The Department for Education', 'Courts and Cafcass'], retention: ['lookedAfterRecords.kept', 'childRecords.kept'],
  },
  {
    domain: 'earlyHelp', name: 'Early help', purposes: ['To help families early, with the agencies that they know'], whose: family, categories: ['Identity, addresses, relationships', 'Assessments and plans of early help', 'Health and education as far as the family tells'],
    basis: 'Article 6(1)(e), public task', specialBasis: social, duties: ['Children Act 2004, section 10', 'Working Together to Safeguard Children'], recipients: ['Agencies that the family agreed to: see shares below'], retention: ['childRecords.kept'],
  },
  {
    domain: 'adults', name: 'Adult social care', purposes: ['To assess and meet needs for care and support', 'To safeguard adults'], whose: ['Adults with needs for care and support', 'Carers'], categories: ['Identity, addresses, relationships', 'Needs, health, capacity', 'Safeguarding concerns'],
    basis: publicTask, specialBasis: social, duties: ['Care Act 2014', 'Mental Capacity Act 2005'], recipients: ['Health services and providers of care'], retention: [],
  },
  {
    domain: 'adoption', name: 'Adoption', purposes: ['To place children for adoption and support adoptive families', 'To keep the adoption file apart from the child’s new identity'], whose: ['Adopted children', 'Birth families', 'Adopters'], categories: ['Identity before and after adoption', 'The adoption case record'],
    basis: publicTask, specialBasis: social, duties: ['Adoption and Children Act 2002'], recipients: ['Adoption agencies', 'Courts'], retention: ['adoptionRecords.kept'],
  },
  {
    domain: 'legal', name: 'Legal advice and proceedings', purposes: ['To take and keep legal advice on a case', 'To bring and answer proceedings'], whose: family, categories: ['Legal advice', 'Material of proceedings'],
    basis: 'Article 6(1)(e), public task', specialBasis: 'Article 9(2)(f), legal claims', duties: ['Local Government Act 1972, section 222'], recipients: ['Courts and parties, by order'], retention: [],
  },
  {
    domain: 'allegation', name: 'Allegations against people who work with children', purposes: ['To manage allegations and protect children from adults who may pose a risk'], whose: ['People who work with children', 'Children concerned'], categories: ['Allegations, offences, outcomes'],
    basis: 'Article 6(1)(e), public task; article 10 for offences, with schedule 1, paragraph 18', specialBasis: social, duties: ['Children Act 2004, section 11', 'Working Together to Safeguard Children'], recipients: ['The police, employers, the Disclosure and Barring Service'], retention: [],
  },
  {
    domain: 'staff', name: 'Accounts and audit', purposes: ['To let in only those who should', 'To show who looked at and changed what, and why'], whose: ['Everybody with an account'], categories: ['Name, work address, role, team', 'Sign-ins, requests, reasons given'],
    basis: 'Article 6(1)(e), public task; article 32, security of processing', specialBasis: 'None is meant to be processed', duties: ['UK GDPR, articles 5(1)(f), 5(2) and 32'], recipients: ['Nobody outside the council; a court or the Information Commissioner by law'], retention: [],
  },
]

export type Risk = Readonly<{ risk: string; how: string; measures: readonly string[]; left: string }>

/** What may go wrong for those on record, and what Kith does about it. `left`: what remains for the council. */
export const risks: readonly Risk[] = [
  { risk: 'Somebody reads a record who has no business with it', how: 'Curiosity, a family matter, a shared screen', measures: ['Sight follows the work: row-level security in the database on every table about people', 'Exclusions and one’s own record, which win over every role', 'Break-glass with a reason, at most eight hours, reading only, each one reviewed', 'Every request is audited or not answered; who looked is one page; unusual viewing is listed weekly'], left: 'Somebody reviews the openings and the weekly list. Teams and roles are kept true.' },
  { risk: 'A hidden address reaches somebody it must be kept from', how: 'A letter, an export, a page read aloud', measures: ['An address can be hidden from named people or nearly everybody, every output is compared with what is hidden from its reader and needs a second person, and a whole record restricted or sealed'], left: 'Not every output is stopped by Kith yet, and free text can paraphrase an address: read what leaves the house.' },
  { risk: 'The record of what happened is changed or lost', how: 'A mistake, an attack, a failing disk', measures: ['Nothing signed is edited; each change keeps what stood before', 'The audit is append-only, chained and signed; npm run kith -- check audit', 'Backup and restore as two commands'], left: 'Backups are taken, kept apart and rehearsed. The checkpoints of the audit are copied outside.' },
  { risk: 'Somebody comes in with another’s account', how: 'A guessed or stolen password, an open screen', measures: ['Passwords as argon2id, a second factor, slowing down after failures', 'Sessions end after 15 minutes without work and after 12 hours; a leaver is out within seconds'], left: 'The council chooses of whom a second factor is asked: see below.' },
  { risk: 'Two people are taken for one, or one for two', how: 'A merge, an import', measures: ['A merge re-points nothing and can be taken apart', 'Possible duplicates are shown, never merged by themselves'], left: 'The records role decides each merge.' },
  { risk: 'More is kept, or for longer, than is needed', how: 'No retention is set', measures: ['Duties of retention stand in the timescales, each with its source'], left: 'Disposal with two approvals is not built: the council disposes by its own schedule.' },
]
