const breaks = /[\v\f\u0085\u2028\u2029]/
const breaksAll = /[\v\f\u0085\u2028\u2029]/g
const unseen = /[^\P{Cc}\t\n\r\0\u0080-\u009f]/u
const unseenAll = /[^\P{Cc}\t\n\r\0\u0080-\u009f]/gu

/** A text as somebody reads it: the line breaks of word processors (vertical tab, form feed, line separator) are line breaks, and other control characters go. NUL stays, to be refused. */
export const asLines = (text: string): string => (breaks.test(text) || unseen.test(text) ? text.replace(breaksAll, '\n').replace(unseenAll, '') : text)
