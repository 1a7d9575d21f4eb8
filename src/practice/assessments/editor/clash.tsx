import type { Value } from '../../../engine/conditions/model.ts'
import { timeOf } from '../../../kernel/dates.ts'
import { Button } from '../../../platform/page/button.tsx'
import { Message } from '../../../platform/page/message.tsx'
import { press, type ClashView } from './question.tsx'

/** Two people wrote in one place: both texts, and three ways on. */
export const ClashCard: ClashView = ({ clash, live, acts, whom }) => {
  const text = (value: Value | null) => (Array.isArray(value) ? value.join('; ') : String(value ?? 'Nothing'))
  const button = (use: 'mine' | 'theirs' | 'both', words: string) => <Button kind="row" name="do" value={`clash:${clash.id}:${use}`} about={whom} {...press(live, () => acts.settleClash(clash.id, use))}>{words}</Button>
  return (
    <div class="clash" id={`clash-${clash.id}`} tabIndex={-1}>
      <Message kind="soon" title={`Two people wrote here${clash.at ? ` at ${timeOf(clash.at)}` : ''}.`}>Both texts are kept. Choose what to use.</Message>
      <div class="two">
        <div><h4>{clash.by ?? 'One of you'} wrote</h4><blockquote class="serif">{text(clash.mine)}</blockquote></div>
        <div><h4>{clash.theirsBy && clash.theirsBy !== clash.by ? `${clash.theirsBy} wrote, and it stands now` : 'What stands there now'}</h4><blockquote class="serif">{text(clash.theirs)}</blockquote></div>
      </div>
      <div class="actions">{button('mine', 'Use the first')}{button('theirs', 'Use the second')}{button('both', 'Put both together')}</div>
    </div>
  )
}
