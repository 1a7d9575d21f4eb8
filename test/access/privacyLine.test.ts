import { describe, expect, it } from 'vitest'
import { newId } from '../../src/kernel/ids.ts'
import { privacyLine } from '../../src/record/access/evidence/privacyLine.ts'
import { usualCouncil } from '../factories/council.ts'
import { freshDatabase } from '../database.ts'

const { owner, ownerUrl } = await freshDatabase()
const council = await usualCouncil(owner)

async function printed(...words: string[]): Promise<string> {
  const lines: string[] = []
  await privacyLine.run({ ownerUrl, dataFolder: '/nonexistent', words, print: (line) => void lines.push(line) })
  return lines.join('\n')
}

describe('npm run kith -- privacy', () => {
  it('prints what a new council has not set as not set, and never as if it were', async () => {
    const text = await printed()
    expect(text).toContain('# Register of processing: not set')
    expect(text).toContain('- Data protection officer: not set')
    expect(text).toContain('# Data protection impact assessment (draft)')
    expect(text).toContain('- privacy: 1 account')
    expect(text).toMatch(/### Adult social care\n\nNot in use/)
  })

  it('follows the council’s configuration: name, parts in use, retention, and what is shared with whom and why', async () => {
    const [agency, person] = [newId(), newId()]
    for (const [key, value] of [['council.name', 'Ardenvale Council'], ['retention.adults', 'Eight years after the last service']]) await owner.query('insert into ops.setting (id, key, value) values ($1, $2, $3)', [newId(), key, JSON.stringify(value)])
    await owner.query("insert into access.team (id, name, kind, domain) values ($1, 'Kestrel School', 'agency', 'earlyHelp'), ($2, 'Adults East', 'team', 'adults')", [agency, newId()])
    await owner.query('insert into access.subject (id, created_by) values ($1, $2)', [person, council.worker])
    await owner.query("insert into access.share (id, person_id, agency_id, purpose, lawful_basis) values ($1, $2, $3, 'An early help plan', 'Public task')", [newId(), person, agency])
    const text = await printed()
    expect(text).toContain('# Register of processing: Ardenvale Council')
    expect(text).toMatch(/### Adult social care\n\nIn use: 1 team\./)
    expect(text).toContain('- Eight years after the last service')
    expect(text).toContain('- Kestrel School: 1 share now. Purposes: An early help plan. Lawful basis: Public task.')
    expect(text).not.toContain(person)
    const notice = await printed('notice')
    for (const words of ['# How we use what we know about you (draft): Ardenvale Council', '## Adult social care', '- Kestrel School: An early help plan', 'Our data protection officer: not set', 'complain to the Information Commissioner']) expect(notice).toContain(words)
    // Only of the parts in which somebody works, and nothing of anybody.
    expect(notice).not.toMatch(/## (Adoption|Accounts and audit)/)
    expect(notice).not.toContain(person)
    await expect(printed('everything')).rejects.toThrow('privacy notice')
  })
})
