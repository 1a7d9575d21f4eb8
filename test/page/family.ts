import type { BarActor } from '../../src/platform/page/bar.tsx'
import { hueOfChild, type PersonMark } from '../../src/platform/page/mark.ts'

/** The invented council, workers and families of the sample pages. */
export const council = { name: 'Ardenvale Council' }
const signOut = { action: '/sign-out', hidden: { token: 'sample' } }
export const priya: BarActor = { name: 'Priya Nair', role: 'Social worker, Family Support 2', links: [{ label: 'Your devices', href: '/account' }], signOut }
export const tom: BarActor = { name: 'Tom Hughes', role: 'Team manager, Family Support 2', signOut }

const child = (name: string, symbol: PersonMark['symbol'], order: number): PersonMark => ({ name, symbol, hue: hueOfChild(order) })
const adult = (name: string, symbol: PersonMark['symbol']): PersonMark => ({ name, symbol, hue: 'slate' })

export const amelia = child('Amelia Smith', 'female', 0)
export const noah = child('Noah Smith', 'male', 1)
export const isla = child('Isla Begum', 'female', 2)
export const leo = child('Leo Begum', 'male', 3)
export const baby = child('Baby Begum', 'unborn', 4)
export const kelly = adult('Kelly Smith', 'female')
export const ahmed = adult('Ahmed Begum', 'male')
export const darren = adult('Darren Smith', 'male')
export const jean = adult('Jean Okafor', 'female')
export const ruby = adult('Ruby Lawson', 'female')
export const tariq = adult('Tariq Malik', 'male')
export const sana = adult('Sana Malik', 'female')
export const jayden = adult('Jayden Cole', 'male')
export const kyra = adult('Kyra Dunn', 'female')
export const four = [amelia, noah, isla, leo] as const
export const five = [...four, baby] as const
