import { dayInWords, dayOf, moment } from '../../../kernel/dates.ts'
import { newId } from '../../../kernel/ids.ts'
import { sentence } from '../../../kernel/phrasing.ts'
import { Actions, Button } from '../../../platform/page/button.tsx'
import { Card } from '../../../platform/page/card.tsx'
import { ErrorSummary } from '../../../platform/page/error-summary.tsx'
import { Select, Tick } from '../../../platform/page/fields/choice.tsx'
import { Line } from '../../../platform/page/fields/text.tsx'
import { Columns, Page, PageHead } from '../../../platform/page/layout.tsx'
import { Confirmation, EmptyState } from '../../../platform/page/message.tsx'
import { Table } from '../../../platform/page/table.tsx'
import { Tag } from '../../../platform/page/tag.tsx'
import type { Caller, Outcome } from '../../../record/access/act.ts'
import { beginRole, endRole, keepAccount, keepTeam, setAccountActive, setPassword } from '../../../record/access/commands/staff.ts'
import { roles, type Role } from '../../../record/access/model.ts'
import { wordNow } from '../../../record/access/own/now.ts'
import { again, form, page, type Ask } from '../../../record/access/page.ts'
import { accountHistory, staff } from '../../../record/access/queries.ts'
import { askRecovery, changeSecondFactor, endSessionsOf } from '../../../record/access/commands/identity.ts'
import { signInRule, signInsOf } from '../../../record/access/identity/account.ts'
import { SignInRule, SignInsOf } from './signIns.tsx'
import { AdminTabs } from '../../../platform/page/admin-tabs.tsx'

export const textOf = (value: unknown): string => (typeof value === 'string' ? value.trim() : '')
const roleWords: Readonly<Record<Role, string>> = {
  worker: 'Worker', manager: 'Manager', head: 'Head of service', businessSupport: 'Business support', records: 'Records', administrator: 'Administrator', privacy: 'Privacy officer', legal: 'Legal', designatedOfficer: 'Designated officer', adoption: 'Adoption', returns: 'Returns officer', partner: 'Partner',
}
const problemOf = (ask: Ask, field: string) => { const found = ask.problems.find((p) => p.question === field); return found ? { problem: found.problem } : {} }

/** Everybody who works here; one account opens with its roles and who changed what. */
export const staffPage = page('/admin/staff', {
  what: 'page.staff',
  may: 'council.configure',
  load: async (asking, ask) => {
    const found = await staff.of(asking, {})
    const id = ask.query.open ?? textOf(ask.body.actorId)
    const open = found.accounts.find((account) => account.id === id)
    const signIns = open ? await signInsOf.of(asking, { actorId: open.id }) : undefined
    return { ...found, ...(await signInRule.of(asking, {})), open, signIns, changes: open ? (await accountHistory.of(asking, { actorId: open.id })).changes : [] }
  },
  view: ({ accounts, teams, memberships, rule, open, signIns, changes }, frame, ask) => {
    const find = textOf(ask.body.find).trim()
    const shown = accounts.filter((account) => account.kind !== 'machine' && `${account.name} ${account.email ?? ''}`.toLowerCase().includes(find.toLowerCase()))
    const rolesOf = (id: string) => memberships.filter((m) => m.actorId === id)
    const teamName = (id: string | null) => teams.find((team) => team.id === id)?.name ?? 'the whole council'
    const action = '/admin/staff'
    return (
      <Page {...frame} title="People who work here" place="admin" problemCount={ask.problems.length}>
        <PageHead title="People who work here" lede="Who is what in which team, from when to when. A change holds at once, on open pages too." />
        <AdminTabs here="staff" />
        <ErrorSummary problems={ask.problems.map((p) => ({ field: p.question, words: p.problem }))} />
        {ask.query.saved ? <Confirmation title="Changed.">It holds now, and is kept with your name and reason.</Confirmation> : null}
        <Columns
          main={<>
            {open ? (
              <Card id="open" title={open.name} aside={<a href={action}>Close</a>}>
                <p>{open.email}. {open.active ? '' : 'This account is closed.'}</p>
                <Table caption={`Roles of ${open.name}`} stack rows={rolesOf(open.id)} empty={<EmptyState title="No role yet">Without a role nobody sees anything.</EmptyState>} columns={[
                  { title: 'Role', head: true, cell: (m) => roleWords[m.role] },
                  { title: 'In', cell: (m) => teamName(m.teamId) },
                  { title: 'From', cell: (m) => dayInWords(dayOf(moment(m.from))) },
                  { title: 'End it', titleUnseen: true, cell: (m) => m.to ? `ends ${dayInWords(dayOf(moment(m.to)))}` : (
                    <form method="post" action={action} data-prove><Hidden what="end" actorId={open.id} /><input type="hidden" name="id" value={m.id} /><Line id={`reason-${m.id}`} name="reason" label="Why it ends" look="hidden" placeholder="Why it ends" width={12} /><Button kind="row" about={`${roleWords[m.role]} in ${teamName(m.teamId)}`}>End it</Button></form>) },
                ]} />
                <details class="fold" open={textOf(ask.body.what) === 'begin'}><summary><span class="fold-link">Give a role</span></summary>
                  <form method="post" action={action} data-prove><Hidden what="begin" actorId={open.id} />
                    <Select name="role" label="Role" value={textOf(ask.body.role)} options={roles.map((role) => ({ value: role, label: roleWords[role] }))} />
                    <Select name="teamId" label="In which team" empty="The whole council" value={textOf(ask.body.teamId)} options={teams.filter((t) => t.active).map((t) => ({ value: t.id, label: t.name }))} />
                    <Line name="reason" label="Why" {...problemOf(ask, 'reason')} /><Button kind="row">Give this role</Button>
                  </form>
                </details>
                <details class="fold" open={textOf(ask.body.what) === 'details'}><summary><span class="fold-link">Change what they do</span></summary>
                  <form method="post" action={action} data-prove><Hidden what="details" actorId={open.id} />
                    <input type="hidden" name="version" value={open.version} /><input type="hidden" name="kind" value={open.kind} /><input type="hidden" name="hours" value={open.hours} />
                    <Line id="d-name" name="name" label="Name" value={textOf(ask.body.name) || open.name} {...problemOf(ask, 'name')} />
                    <Line id="d-email" name="email" type="email" label="E-mail address" value={textOf(ask.body.email) || (open.email ?? '')} {...problemOf(ask, 'email')} />
                    <Line id="d-jobTitle" name="jobTitle" label="What they do" value={textOf(ask.body.jobTitle) || (open.jobTitle ?? '')} />
                    <Line id="d-phone" name="phone" label="Telephone" value={textOf(ask.body.phone) || (open.phone ?? '')} />
                    <Line id="d-caseloadLimit" name="caseloadLimit" label="Agreed limit of children" width={4} inputMode="numeric" value={textOf(ask.body.caseloadLimit) || (open.caseloadLimit === null ? '' : String(open.caseloadLimit))} />
                    <Tick name="qualified" label="Social-work-qualified: may decide on a contact" checked={open.qualified} />
                    <Line id="d-registration" name="registration" label="Number with Social Work England" hint="As SW123456: the return about looked-after children names workers by it." value={textOf(ask.body.registration) || (open.registration ?? '')} {...problemOf(ask, 'registration')} />
                    <Button kind="row">Change it</Button>
                  </form>
                </details>
                <details class="fold" open={textOf(ask.body.what) === 'password'}><summary><span class="fold-link">Give a new password</span></summary>
                  <form method="post" action={action} data-prove><Hidden what="password" actorId={open.id} /><Line name="password" type="password" autocomplete="new-password" label="New password" hint="Twelve characters or more. They change it when they sign in." {...problemOf(ask, 'password')} /><Button kind="row">Set it</Button></form>
                </details>
                <details class="fold" open={textOf(ask.body.what) === 'active'}><summary><span class="fold-link">{open.active ? 'Close this account' : 'Open this account again'}</span></summary>
                  <form method="post" action={action} data-prove><Hidden what="active" actorId={open.id} /><input type="hidden" name="active" value={open.active ? 'no' : 'yes'} /><Line id="active-reason" name="reason" label="Why" /><Button kind="row">{open.active ? 'Close it now' : 'Open it again'}</Button></form>
                </details>
                {signIns ? <SignInsOf actorId={open.id} name={open.name} found={signIns} ask={ask} action={action} /> : null}
                {changes.length > 0 ? <><h3 class="group-title">Who changed what</h3><ul class="lines">{changes.slice(0, 12).map((c) => <li><p><strong>{c.what}</strong><span class="second">{c.by}, {dayInWords(dayOf(moment(c.at)))}{c.reason ? `: ${c.reason}` : ''}</span></p></li>)}</ul></> : null}
              </Card>
            ) : null}
            <Card title="Accounts" aside={String(shown.length)}>
              <form method="post" action={action} class="give"><input type="hidden" name="what" value="find" /><Line name="find" label="Find somebody" value={find} type="search" /><Button kind="row">Find</Button></form>
              <Table caption="Accounts" stack rows={shown.slice(0, 200)} columns={[
                { title: 'Name', head: true, cell: (a) => <><a class="name" href={`${action}?open=${a.id}#open`}>{a.name}</a><span class="second">{a.jobTitle ?? ''}</span></> },
                { title: 'Roles', cell: (a) => rolesOf(a.id).slice(0, 3).map((m) => `${roleWords[m.role]}, ${teamName(m.teamId)}`).join('; ') || 'None' },
                { title: 'State', cell: (a) => (a.active ? '' : <Tag>Closed</Tag>) },
              ]} />
            </Card>
          </>}
          aside={<><Card title="Somebody new">
            <form method="post" action={action} data-prove><Hidden what="new" actorId={newId()} />
              <Line id="name" name="name" label="Name" value={open ? '' : textOf(ask.body.name)} {...problemOf(ask, 'name')} />
              <Line id="email" name="email" type="email" label="E-mail address" value={open ? '' : textOf(ask.body.email)} {...problemOf(ask, 'email')} />
              <Line id="jobTitle" name="jobTitle" label="What they do" value={open ? '' : textOf(ask.body.jobTitle)} />
              <Line id="caseloadLimit" name="caseloadLimit" label="Agreed limit of children" width={4} inputMode="numeric" value={open ? '' : textOf(ask.body.caseloadLimit)} />
              <Tick name="qualified" label="Social-work-qualified: may decide on a contact" checked={ask.body.qualified === 'yes'} />
              <Actions><Button kind="primary">Add them</Button></Actions>
            </form>
          </Card><SignInRule rule={rule} action={action} /></>} />
      </Page>
    )
  },
})

const Hidden = ({ what, actorId }: { what: string; actorId: string }) => <><input type="hidden" name="commandId" value={newId()} /><input type="hidden" name="what" value={what} /><input type="hidden" name="actorId" value={actorId} /></>

async function change(caller: Caller, ask: Ask): Promise<Outcome<unknown>> {
  const b = ask.body
  const actorId = textOf(b.actorId)
  const reason = textOf(b.reason)
  switch (textOf(b.what)) {
    case 'new': return keepAccount.perform(caller, { id: actorId, version: 0, kind: 'staff', name: textOf(b.name), email: textOf(b.email), jobTitle: textOf(b.jobTitle) || null, phone: null, qualified: b.qualified === 'yes', caseloadLimit: /^\d+$/.test(textOf(b.caseloadLimit)) ? Number(b.caseloadLimit) : null, hours: 1 }, ask.commandId)
    case 'details': return keepAccount.perform(caller, { id: actorId, version: Number(b.version), kind: textOf(b.kind), name: textOf(b.name), email: textOf(b.email), jobTitle: textOf(b.jobTitle) || null, phone: textOf(b.phone) || null, qualified: b.qualified === 'yes', registration: textOf(b.registration).toUpperCase() || null, caseloadLimit: /^\d+$/.test(textOf(b.caseloadLimit)) ? Number(b.caseloadLimit) : null, hours: Number(b.hours), ...(reason ? { reason } : {}) }, ask.commandId)
    case 'begin': return beginRole.perform(caller, { actorId, teamId: textOf(b.teamId) || null, role: textOf(b.role), reason }, ask.commandId)
    case 'end': return endRole.perform(caller, { id: textOf(b.id), reason }, ask.commandId)
    case 'endSessions': return endSessionsOf.perform(caller, { actorId }, ask.commandId)
    case 'rule': return changeSecondFactor.perform(caller, { rule: textOf(b.rule) }, ask.commandId)
    case 'recover': return textOf(b.witnessId) ? askRecovery.perform(caller, { actorId, witnessId: textOf(b.witnessId), reason }, ask.commandId) : { problems: [{ question: 'witnessId', problem: 'Choose a witness: somebody who knows them.' }] }
    case 'password': return setPassword.perform(caller, { actorId, password: typeof b.password === 'string' ? b.password : '' }, ask.commandId)
    case 'active': return setAccountActive.perform(caller, { actorId, active: b.active === 'yes', reason }, ask.commandId)
    default: return { problems: [{ question: '', problem: 'Nothing was chosen, so nothing was changed.' }] }
  }
}

export const changeStaff = form('/admin/staff', async (caller, ask, around) => {
  // A name is looked for by a post: it never stands in an address.
  if (textOf(ask.body.what) === 'find') return again(staffPage, [])(caller, ask, around)
  const outcome = await change(caller, ask)
  if ('problems' in outcome) return again(staffPage, outcome.problems.map((p) => (p.question === 'reason' && textOf(ask.body.what) !== 'recover' ? { ...p, problem: 'Say in a few words why.' } : p.question === 'name' ? { ...p, problem: 'Write their name.' } : p)))(caller, { ...ask, query: textOf(ask.body.what) === 'new' ? {} : { open: textOf(ask.body.actorId) } }, around)
  return { go: `/admin/staff?saved=1${textOf(ask.body.actorId) ? `&open=${textOf(ask.body.actorId)}` : ''}` }
})

const kindKeys = { directorate: 'directorate', service: 'service', team: 'team', frontDoor: 'frontDoor', emergencyDuty: 'emergencyDuty', agency: 'partnerAgency' } as const
const kindInWords = (kind: keyof typeof kindKeys): string => sentence(wordNow(kindKeys[kind]))
const teamKinds = ['directorate', 'service', 'team', 'frontDoor', 'emergencyDuty', 'agency'] as const

/** Teams and what stands above them. */
export const teamsPage = page('/admin/teams', {
  what: 'page.teams',
  may: 'council.configure',
  load: (asking) => staff.of(asking, {}),
  view: ({ teams, memberships }, frame, ask) => (
    <Page {...frame} title="Teams" place="admin" problemCount={ask.problems.length}>
      <PageHead title="Teams" lede="A manager of a team sees the teams below it. Moving a team keeps its history." />
      <AdminTabs here="teams" />
      <ErrorSummary problems={ask.problems.map((p) => ({ field: p.question, words: p.problem }))} />
      {ask.query.saved ? <Confirmation title="Changed.">It holds now.</Confirmation> : null}
      <Columns
        main={<Card title="Teams" aside={String(teams.length)}>
          <Table caption="Teams" stack rows={teams} columns={[
            { title: 'Team', head: true, cell: (t) => <>{t.name}{t.active ? '' : <> <Tag>Closed</Tag></>}</> },
            { title: 'Kind', cell: (t) => kindInWords(t.kind) },
            { title: 'Under', cell: (t) => teams.find((up) => up.id === t.parentId)?.name ?? '' },
            { title: 'People', number: true, cell: (t) => new Set(memberships.filter((m) => m.teamId === t.id && !m.to).map((m) => m.actorId)).size },
          ]} />
        </Card>}
        aside={<Card title="A new team">
          <form method="post" action="/admin/teams" data-prove>
            <input type="hidden" name="commandId" value={newId()} /><input type="hidden" name="id" value={newId()} />
            <Line name="name" label="Name" value={textOf(ask.body.name)} {...problemOf(ask, 'name')} />
            <Select name="kind" label="Kind" value={textOf(ask.body.kind) || 'team'} options={teamKinds.map((kind) => ({ value: kind, label: kindInWords(kind) }))} />
            <Select name="parentId" label="Under" empty="Nothing" value={textOf(ask.body.parentId)} options={teams.filter((t) => t.active && t.kind !== 'agency').map((t) => ({ value: t.id, label: t.name }))} />
            <Actions><Button kind="primary">Add the team</Button></Actions>
          </form>
        </Card>} />
    </Page>
  ),
})

export const changeTeams = form('/admin/teams', async (caller, ask, around) => {
  const b = ask.body
  const outcome = await keepTeam.perform(caller, { id: textOf(b.id), version: 0, name: textOf(b.name), kind: textOf(b.kind), domain: textOf(b.kind) === 'agency' ? 'earlyHelp' : 'children', parentId: textOf(b.parentId) || null, active: true }, ask.commandId)
  if ('problems' in outcome) return again(teamsPage, outcome.problems.map((p) => (p.question === 'name' ? { ...p, problem: 'Write the team’s name.' } : p)))(caller, ask, around)
  return { go: '/admin/teams?saved=1' }
})
