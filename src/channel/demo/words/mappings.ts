/** What was mapped with a family: the columns, and its dangers with their goals. `{child}` is one of the children. */
export type MappingWords = Readonly<{ with: string; columns: Readonly<Record<string, string>>; /** Of one child alone. */ own: Readonly<Record<string, string>>; dangers: readonly Readonly<{ danger: string; goal: string }>[] }>

export const mappingWords: readonly MappingWords[] = [
  {
    with: 'At home, with both parents, their grandmother and the health visitor',
    columns: {
      mapHarm: 'Twice this term the children were alone at night. Once the little one was found on the stairs.',
      mapAhead: 'One of them could be hurt when nobody is there.',
      mapHarder: 'Night shifts, money, and a telephone that is often off.',
      mapStrengths: 'The children are at school every day. Their grandmother lives round the corner and comes when she is asked.',
      mapSafety: 'Since half-term their grandmother has slept there on each night shift but one.',
      mapNext: 'Their mother rings before each shift. Their grandmother has a key. We look together in six weeks.',
      mapEnough: 'Three months of nights with somebody there, as the children tell it.',
    },
    own: { mapStrengths: '{child} rings Gran when something is wrong, and knows the number by heart.' },
    dangers: [
      { danger: 'Gran and the social worker worry that the children are alone at night again and that one of them is hurt.', goal: 'On every night somebody whom the children trust is awake or asleep in the house, and the children know who.' },
      { danger: 'School worries that {child} is too tired to learn and falls behind for good.', goal: '{child} sleeps nine hours and is in class at nine, five days a week.' },
    ],
  },
  {
    with: 'At school, with their mother, an aunt and the class teacher',
    columns: {
      mapHarm: 'The children saw their mother hit, and called the police themselves.',
      mapAhead: 'He could come back to the house, and one of them could stand between.',
      mapHarder: 'He has a key, and there is a debt that both signed.',
      mapStrengths: 'Their mother asked for help herself. The children tell their aunt what frightens them.',
      mapSafety: 'The last time she took them to her sister’s before it began.',
      mapNext: 'The locks are changed this week. The aunt is the one whom the children ring. We write the plan on one page for the fridge.',
    },
    own: { mapHarm: '{child} had a cut on the hand from the broken door.' },
    dangers: [{ danger: 'Their aunt and the police worry that he comes back, and that the children are hurt or too frightened to sleep.', goal: 'The children and their mother live where he does not come, and everybody in the family does what is on the page when he tries.' }],
  },
]
