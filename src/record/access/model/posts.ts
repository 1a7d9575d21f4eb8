/**
 * How the posts of those are called who chair conferences or review children in our care, as patterns of SQL. They stand apart from the work and carry no case:
 * the independent reviewing officer (Care Planning Regulations 2010, regulation 46) and the conference chair (Working Together: independent of the operational line of the case).
 */
export const postsApart: readonly string[] = ['%chair%', '%reviewing officer%', '%reviewing manager%']
