import { messages, type MessageKind } from '../../../content/words/messages.ts'
import { isId } from '../../kernel/ids.ts'
import { broken } from '../../kernel/errors.ts'

const seal: unique symbol = Symbol('says nothing of anybody')

/** An e-mail, text message, push or entry in a calendar: a sentence of ours and a link. It has no room for a name, an address or a reason (access policy, rule 22). */
export type Message = Readonly<{ [seal]: true; subject: string; text: string; link: string }>

/** The one way to make a message. `path`: words of ours and ids only. @throws when the path could say more */
export function message(kind: MessageKind, council: Readonly<{ address: string }>, path: string): Message {
  const parts = path.split('/').slice(1)
  if (!path.startsWith('/') || !parts.every((part) => isId(part) || /^[a-z]{0,20}$/.test(part))) throw broken('A message links to a page of ours, without words of the record.')
  return { [seal]: true, ...messages[kind], link: `${council.address.replace(/\/$/, '')}${path}` }
}
