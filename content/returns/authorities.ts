/**
 * The three digits by which the Department for Education knows an authority, England, today's and those that were divided or joined since
 * and still stand on older records; written as `201-213` where they follow each other.
 */
const england = '201-213 301-320 330-336 340-344 350-359 370-373 380-384 390-394 420 800-803 805-808 810-813 815 816 820-823 825 826 830 831 835-841 845 846 850-852 855-857 860 861 865-874 876-896 908 909 916 919 921 925 926 928 929 931 933 935-938 940-943'
const wales = '660-681'
/** Where no authority of England: Wales, Scotland, Northern Ireland, outside the United Kingdom. */
export const outsideEngland: ReadonlySet<string> = new Set(['WAL', 'SCO', 'NIR', 'NUK', 'CON'])

const numbers = (spans: string): string[] => spans.split(' ').flatMap((span) => {
  const [from = 0, to = from] = span.split('-').map(Number)
  return Array.from({ length: to - from + 1 }, (_, at) => String(from + at))
})
export const authoritiesOfEngland: ReadonlySet<string> = new Set(numbers(england))
export const authoritiesOfWales: ReadonlySet<string> = new Set(numbers(wales))
/** Given by others than an authority: schools abroad and of the services, and numbers from before a council was known. */
export const authoritiesOnlyInPupilNumbers: ReadonlySet<string> = new Set(['001', '002', '003', '004', '005', ...numbers('701-708')])
