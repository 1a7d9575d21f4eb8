import type { Family, TreePerson } from '../../src/platform/page/tree/family.ts'
import { hueOfChild } from '../../src/platform/page/mark.ts'

const girl = (id: string, name: string, order: number, bornOn: string, age: string): TreePerson => ({ id, name, symbol: 'female', childWeWorkWith: true, hue: hueOfChild(order), bornOn, born: `b. ${bornOn.slice(0, 4)}`, age })
const boy = (id: string, name: string, order: number, bornOn: string, age: string): TreePerson => ({ ...girl(id, name, order, bornOn, age), symbol: 'male' })

/** The family of the pictures. */
export const smithAndBegum: Family = {
  people: [
    girl('amelia', 'Amelia', 0, '2012-03-01', '13'), boy('noah', 'Noah', 1, '2014-05-01', '11'), girl('isla', 'Isla', 2, '2016-01-14', '9'), boy('leo', 'Leo', 3, '2018-06-01', '7'),
    { id: 'baby', name: 'Baby', symbol: 'unborn', childWeWorkWith: true, hue: hueOfChild(4), born: 'due 12 March' },
    { id: 'kelly', name: 'Kelly Smith', symbol: 'female', age: '34' }, { id: 'ahmed', name: 'Ahmed Begum', symbol: 'male', age: '31' },
    { id: 'darren', name: 'Darren Smith', symbol: 'male', age: '37', remark: 'lives elsewhere' }, { id: 'jean', name: 'Jean Okafor', symbol: 'female', age: '61', remark: 'lives 1 mile away' },
  ],
  couples: [{ a: 'kelly', b: 'darren', kind: 'separated', from: '2011', until: '2014' }, { a: 'kelly', b: 'ahmed', kind: 'livingTogether', from: '2015' }],
  parents: [
    ...['amelia', 'noah'].flatMap((child) => [{ parent: 'kelly', child, kind: 'birth' as const }, { parent: 'darren', child, kind: 'birth' as const }]),
    ...['isla', 'leo', 'baby'].flatMap((child) => [{ parent: 'kelly', child, kind: 'birth' as const }, { parent: 'ahmed', child, kind: 'birth' as const }]),
    { parent: 'jean', child: 'kelly', kind: 'birth' },
  ],
  households: [{ id: 'mill', label: '12 Mill Lane', members: ['kelly', 'ahmed', 'amelia', 'noah', 'isla', 'leo', 'baby'] }],
}

const names = ['Chidimma', 'Oluwaseun-Alexandrina', 'Tobi', 'Ada', 'Emeka', 'Blessing', 'Samuel', 'Grace', 'Isaac', 'Ruth', 'Micah', 'Joy']
const many = names.map((name, index): TreePerson => ({ ...(index % 2 ? boy : girl)(`s${index}`, name, index, `${2008 + index}-02-0${1 + (index % 9)}`, `${17 - index}`), ...(index === 6 || index === 7 ? { bornTogether: 'twins', bornOn: '2014-02-07', born: 'b. 2014' } : {}), ...(index === 3 ? { died: true, born: '2011 to 2012', age: '1', childWeWorkWith: false } : {}), ...(index === 9 ? { age: '?', born: 'not known', bornOn: undefined } : {}) }))

/** Twelve brothers and sisters, two fathers and one nobody knows, twins, a death, foster and adoptive parents, three homes, three generations. */
export const uglyFamily: Family = {
  people: [
    ...many,
    { id: 'mother', name: 'Temitope Featherstonehaugh-Adeyemi-Worthington', symbol: 'female', age: '38' },
    { id: 'father1', name: 'Bartholomew Kyriakopoulos-Whittingham', symbol: 'male', age: '44', remark: 'in prison' }, { id: 'father2', name: 'Ade Bello', symbol: 'male', age: '40' },
    { id: 'partner', name: 'Robin Hale', symbol: 'notStated', age: '?' },
    { id: 'nan', name: 'Comfort Adeyemi', symbol: 'female', age: '66' }, { id: 'grandad', name: 'Joseph Adeyemi', symbol: 'male', died: true, born: '1950 to 2019' },
    { id: 'nan2', name: 'Eleni Kyriakopoulos', symbol: 'female', age: '71' },
    { id: 'carer1', name: 'Moira Kent', symbol: 'female', age: '52' }, { id: 'carer2', name: 'Alan Kent', symbol: 'male', age: '55' },
    { id: 'adopter', name: 'Jo Lindqvist', symbol: 'female', age: '41' },
    { id: 'boyfriend', name: 'Kai Marsh', symbol: 'male', age: '18' }, { id: 'grandchild', name: 'Baby Marsh', symbol: 'unborn', born: 'due 4 May', childWeWorkWith: true, hue: 'sea' },
  ],
  couples: [
    { a: 'mother', b: 'father1', kind: 'divorced', from: '2007', until: '2012' }, { a: 'mother', b: 'father2', kind: 'separated', from: '2012', until: '2017' }, { a: 'mother', b: 'partner', kind: 'livingTogether', from: '2023' },
    { a: 'nan', b: 'grandad', kind: 'married', from: '1979' }, { a: 'carer1', b: 'carer2', kind: 'married', from: '1999' },
  ],
  parents: [
    ...many.flatMap((child, index) => [{ parent: 'mother', child: child.id, kind: 'birth' as const }, ...(index < 4 ? [{ parent: 'father1', child: child.id, kind: 'birth' as const }] : index < 9 ? [{ parent: 'father2', child: child.id, kind: 'birth' as const }] : [])]),
    { parent: 'nan', child: 'mother', kind: 'birth' }, { parent: 'grandad', child: 'mother', kind: 'birth' }, { parent: 'nan2', child: 'father1', kind: 'birth' },
    { parent: 'carer1', child: 's10', kind: 'fostered' }, { parent: 'carer2', child: 's10', kind: 'fostered' }, { parent: 'adopter', child: 's11', kind: 'adopted' }, { parent: 'nan', child: 's9', kind: 'fostered' }, { parent: 'nan', child: 's8', kind: 'fostered' },
    { parent: 's0', child: 'grandchild', kind: 'birth' }, { parent: 'boyfriend', child: 'grandchild', kind: 'birth' },
  ],
  households: [
    { id: 'h1', label: 'Flat 14, Sycamore House', members: ['mother', 'partner', 's4', 's5', 's6', 's7'] }, { id: 'h2', label: '3 Orchard Rise', members: ['nan', 's8', 's9'] }, { id: 'h3', members: ['carer1', 'carer2', 's10'] }, { id: 'h4', label: '90 Station Road', members: ['s0', 'boyfriend'] },
  ],
}
