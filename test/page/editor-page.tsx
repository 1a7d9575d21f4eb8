import { Button, ButtonLink } from '../../src/platform/page/button.tsx'
import { BroughtForward } from '../../src/platform/page/brought-forward.tsx'
import { Card } from '../../src/platform/page/card.tsx'
import { Clock } from '../../src/platform/page/clock.tsx'
import { TimeBar } from '../../src/platform/page/charts.tsx'
import { Words } from '../../src/platform/page/fields/text.tsx'
import { EditorFrame, Page, type AssetAddress } from '../../src/platform/page/layout.tsx'
import { SaveState } from '../../src/platform/page/message.tsx'
import { HiddenPassages, Passage, ReferencePanel } from '../../src/platform/page/reference-panel.tsx'
import { SectionNav, type SectionState } from '../../src/platform/page/section-nav.tsx'
import { PersonButton, SplitByChild } from '../../src/platform/page/split.tsx'
import { Tag } from '../../src/platform/page/tag.tsx'
import { TokenRow } from '../../src/platform/page/token.tsx'
import { amelia, council, five, isla, leo, noah, priya } from './family.ts'

const section = (title: string, state: SectionState, more: { here?: boolean; remark?: string } = {}) => ({ title, href: `#${title}`, state, ...more })

export const EditorSample = ({ asset, apart = false }: { asset: AssetAddress; apart?: boolean }) => (
  <Page title="Child and family assessment" council={council} asset={asset} actor={priya} frame="editor" newContactHref="/contacts/new" bell={{ href: '/news', count: 2 }} band={
    <div class="editor-head">
      <div><a href="#family">Smith and Begum family</a><h1>Child and family assessment <TokenRow marks={five} size="m" /></h1></div>
      <div><div class="line-ends"><Clock state="inTime" words="14 working days left" /><span class="second">due Mon 8 Dec</span></div><TimeBar share={31 / 45} words="Working day 31 of 45, since the referral on 6 Oct" /></div>
      <div class="editor-send"><SaveState words="Saved at 10:42" /><Button>Send to Tom</Button></div>
    </div>}>
    <EditorFrame
      sections={<SectionNav head="13 of 20 finished" second="2 answers to check" groups={[
        { title: 'Starting points', sections: [section('Why we are assessing', 'done'), section('Who is in the family', 'done')] },
        { title: 'Each child', sections: [section('Health', 'done'), section('School and learning', 'toCheck', { here: true, remark: '1 answer to check' }), section('Feelings and behaviour', 'done'), section('Identity and belonging', 'started', { remark: 'started' }), section('Friends and family', 'done')] },
        { title: 'Parents', sections: [section('Everyday care', 'done'), section('Routines and boundaries', 'toCheck', { remark: '1 answer to check' }), section('Getting ready for the baby', 'started', { remark: 'Sam Price is here' })] },
        { title: 'Bringing it together', sections: [section("The children's own words", 'notStarted'), section('What this means', 'notStarted')] }]} />}
      beside={<ReferencePanel closeHref="?beside=none" tabs={[{ label: 'Visits', href: '#v', here: true }, { label: 'Chronology', href: '#c' }, { label: 'Plan', href: '#p' }, { label: 'Last time', href: '#l' }]} foot={<><a href="#earlier">Earlier: 4 Nov</a><span>2 of 9 visits</span><a href="#later">Later</a></>}>
        <div><h3><TokenRow marks={[isla, leo]} />Visit at Oakfield Primary</h3><p class="source">Tuesday 11 November, 09:40 to 10:25. Isla seen alone for 20 minutes. By Priya Nair.</p></div>
        <p>Isla came straight from assembly. She looked tired, with dark rings, but was pleased to show her reading level.</p>
        <p>I asked how she slept.</p>
        <Passage theirs quoted={<Tag kind="good" icon="tick">Quoted in Isla's answer</Tag>}>“On Sunday and Monday I was on the sofa, so I was too sleepy for spellings. Leo kicks.”</Passage>
        <p>The bunk bed is still in its box. Ahmed says he needs a second person to lift it.</p>
        <Passage quote={<Button kind="row" icon="quote" type="button">Quote this</Button>}>She likes it when Jean comes “because then it is quiet”. She worries that there will be no room for the baby.</Passage>
        <HiddenPassages words="About Leo only: 2 passages, hidden while you write for Isla." showHref="#show" />
      </ReferencePanel>}>
      <h2 class="section-title">School and learning</h2>
      <form method="post" action="#">
        <Card>
          <h3 class="question">How are the children getting on at school?</h3><p class="hint">Say what you have seen and heard, and who told you.</p>
          <SplitByChild sharedBy={apart ? [] : [amelia, noah, leo]} sharedTitle="Amelia, Noah and Leo" sharedRemark="one answer for three"
            shared={<Words name="school" label="For Amelia, Noah and Leo" look="hidden" rows={5} value={'All three like school and can name a friend there. None has been excluded, and each teacher speaks warmly of them.\n\nAll three have been late or absent since September. The reason they give is the same: the mornings at home.'} />}
            own={(apart ? [amelia, noah, isla, leo] : [isla]).map((mark) => ({ mark, title: `${mark.name.split(' ')[0]}, separately`, join: <Button kind="quiet" name="join" value={mark.hue}>Join with the others</Button>, shown: `Shown only in ${mark.name.split(' ')[0]}'s record. Not in the copies of brothers or sisters.`, answer: <Words name={`school.${mark.hue}`} label={`For ${mark.name}`} look="hidden" rows={4} value={'Two years ahead in reading and proud of it. Often tired: late nine times in September, twice this half term.\n\nOn 11 November she said: “On Sunday and Monday I was on the sofa, so I was too sleepy for spellings.” (visit, 11 Nov)'} /> }))}
            offer={apart ? undefined : <><span>Write separately for</span>{[amelia, noah, leo].map((mark) => <PersonButton mark={mark} label={mark.name.split(' ')[0] ?? ''} name="split" value={mark.hue} about="Write separately for" />)}</>} />
        </Card>
        <BroughtForward name="brought.help" question="Does anyone get extra help at school?" words="Noah has help with speech once a week. Nobody else has extra help." source="Assessment of 20 September 2024, written by Priya Nair." readHref="#read" />
        <div class="editor-foot"><a href="#back">Back to Health</a><ButtonLink kind="primary" href="#next">Next: Feelings and behaviour</ButtonLink></div>
      </form>
    </EditorFrame>
  </Page>
)
