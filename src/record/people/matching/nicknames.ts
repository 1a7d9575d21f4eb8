import { namesOfTheWorld } from './nicknamesOfTheWorld.ts'

/** Forms of one given name on one line, the head name first: spellings, short forms and pet names heard in British and Irish families. A name may stand on several lines. */
const britishAndIrish = `
abigail abbigail abigale abby abbey abbie abi gail abs
adam ad adi
adelaide addie ada adele adela della
adrian ade adi adrien
agnes aggie nessie nessa senga
aidan aiden aden edan aodhan
aileen eileen eilidh ailie aoileann
aisling ashling aislinn ashlyn ash
alan allan allen alun al ailin
alastair alasdair alistair alister alaisdair ali al aly alec
albert bert bertie al alby albie
alexander alex alec alick sandy xander zander alexandre aleksander aleksandr al lex sasha alasdair
alexandra alex alexa sandra sandy lexi lexie ali sasha alix alessandra aleksandra xandra
alexis alex lexi lexie lex
alfred alf alfie fred freddie
alice ally ali alys alyce alicia alisha elisha alesha aleesha aleisha
alison allison ali ally alyson
amanda mandy manda mands
amelia amelie emilia millie milly mia mel ami amilia
amy aimee ami amie aimie
andrew andy drew andrea andre andrews anders andi andras andreas andrzej
andrea andy andie andi
angela angie ange angelina angelica angel
ann anne anna annie anya annabel nan nancy nannie ana hannah anita
annabel annabelle anabel bella belle ann bel
anthony tony antony ant anton antoine antonio toni
antonia toni tonia antoinette
archibald archie arch baldie archy
arlo harlo
arthur art artie
ashley ash ashleigh ashlee ashlie
audrey aud
augustus gus august augustine augie
ava eva ave
barbara barb babs barbie bab barbra
barnaby barney barnabas
barry baz bazza barrie barra
bartholomew bart bartley
beatrice bea bee beatrix trixie beattie bia
belinda bel linda lindy
benedict ben benny bene
benjamin ben benny benji benjie benj
bernadette bernie detta berni
bernard bernie barney
bethany beth bethan bethanie
beverley bev beverly
bradley brad bradly
brandon bran brendon
brenda bren
brendan bren brendon breandan
brian bryan bri ryan brien brion
bridget bridie biddy bride brigid breda brid bridgit
bronwen bronwyn bron
bruce brucie
caitlin kaitlin katelyn kaitlyn caitlyn caitlan kate cait katelin catelyn
callum calum cal kallum colm malcolm
cameron cam kameron camron
camilla milla millie cammy cam mila
caoimhe keeva kiva keva
carl karl carlo karol
caroline carolyn carol carrie caz lyn karoline carolin caro
carol carole caz karol
casey kasey kc casie
catriona katrina trina catrina katriona tina caitriona
cecilia celia cissie cecily cecilie cis sheila
charles charlie chas chuck charley chaz carl karl
charlotte charlie lottie lotty charley charl char lotte carlotta sharlotte
chelsea chels chelsey chelsie
cheryl sheryl cher chez
chloe khloe cloe chlo kloe
christian chris kris kristian cristian
christina chris chrissie tina christine kristina christie krystyna cristina kirsty tina chrissy kirsten kristen kristin
christopher chris kris topher kit kristopher christoffer krzysztof cris christof
claire clare clair klara clara
clifford cliff
clive clyve
colin col collin
colleen coleen
connor conor conner konnor connie
constance connie
craig kraig
curtis kurtis curt
cynthia cindy cyndi
daisy daisie dais
dale dayle
daniel dan danny dani danyal daniil danny
danielle dani daniella daniela danni danny daniele
darren darran daz darryl darran daryn
daryl darryl darrell darrel
david dave davey davie davy dai dafydd taffy daud dawid davide dawood
deborah debbie deb debra debs debora debby
deirdre dee didi deidre
denis dennis den denny denys
denise den dennise
derek derrick del derrik
desmond des desi
diana diane di dianne dee dyan
dominic dom nick dominik domenic dominick
donald don donny donnie donal
donna don
dorothy dot dotty dottie dolly dora dorothea thea dee
douglas doug dougie duggie
duncan dunc
dylan dyl dillon dylon
eamon eamonn edmund ed
edgar ed eddie
edith edie ede
edmund ed eddie ned ted edmond
edward ed eddie eddy ned ted teddy ward eduard
edwin ed eddie
eileen aileen ellie
eleanor ellie nell nellie elinor lenora nora ella elle elly elenor eleanore
elijah eli elias lije
elise elyse elsie lise elisa
elizabeth liz lizzie beth betty betsy eliza libby lisa elsie lizzy bess bessie bet ellie elisabeth elspeth elsbeth liza bettie lilibet elise elzbieta lisbeth
ella elle ellie ela
ellen nell ellie nellie helen elen
ellie elly elle ella
eloise elouise heloise lois
elsie else elspeth
emily em emmy emma millie milly emmie emilie emilee emilia ems
emma em emmy emmie ems
eric rick erik ric
erin eryn
ernest ernie ern
esme esmee esmay esmeralda
ethan ethen eathan
eugene gene owen eoghan
evan ewan euan ewen ieuan ifan
evelyn eve evie evelin eveline lyn
eve evie eva
faith fay faye
felicity fliss flick felice fee
finlay finley findlay fin finn finnley
finn fin fionn
fiona fi fee ona fionna
florence flo flossie florrie flora florrie
frances fran francesca frankie fanny francis frannie fanny
francesca fran frankie cesca chess chessie franchesca
francis frank frankie fran francesco francisco franciszek
frank franklin frankie
frederick fred freddie freddy fredrick fredric rick frederic
frederica freddie fred rica
gabriel gabe gabby
gabrielle gabby gaby gabriella gabriela gabi elle
gareth gaz garth gary
gary garry gaz gazza
gavin gav
gemma jemma gem jem
geoffrey geoff jeff jeffrey jeffery geoffry
george georgie geordie jorge jerzy georgi yuri
georgia georgina georgie george gina georgiana georgette
gerald gerry jerry ged gerard
gerard gerry gerrard ged jerry gerald gerhard
geraldine gerry geri
gillian gill jill jillian gilly jilly gil
glen glenn
gordon gord gordy
grace gracie grayce
graham graeme grahame gray
gregory greg gregor grigor grzegorz gregg
gwendoline gwen gwendolyn gwenda wendy
hannah hanna hana han hanah
harold harry hal harald
harriet hattie harriette hatty harry ettie
harrison harry harris
harry harold henry harri
hayden haydn aiden
hayley haley hailey haylie hayleigh haylee
hazel haze
heather heath hev
heidi heidie
helen helena ellen nell nellie lena hel ellie elena ela helene halina
henry harry hal hank henri henryk heinrich
henrietta hetty hattie etta henriette harriet
hilary hillary hil
holly hollie holli
hope hopey
howard howie
hugh hughie huey hew huw hugo
ian iain ean
imogen immy imogene immie emogen
ioan ieuan john
irene renee rene rena
isaac isaak zac ike izaak issac
isabel isabella isobel isabelle bella izzy belle izabella izzie bel ishbel isbel issy izabela sybil
isla ayla islay
ivan ivor
ivy ivey ivie
jack jackie jacky jak john jac
jackson jaxon jaxson jaxxon jack jax
jacob jake jakob jacobi jacub jakub jaycob coby
jacqueline jackie jacqui jacquie jacky jaqueline jackqueline
jade jayde jaide
jake jaike jacob
james jim jimmy jamie jem jas jimmie jaimes seamus hamish diego
jamie jaime jaimie jayme james
jane janie janey jayne jenny jeannie sian sinead jean
janet jan jannet netta jessie
janice jan janis
jasmine jas jaz jazmin jasmin jazz yasmin jessamine
jason jay jase jayson
jean jeanie jeannie jeanne jane
jeremy jem jerry jez jeremiah
jennifer jen jenny jennie jenni jenna jeni
jessica jess jessie jessy jesse jesica jessika
jillian jill
joan joanie joanne jo siobhan
joanne jo joanna johanna joann joan johanne
jodie jody jodi jo
joel jowel
john johnny jon jack johnnie jonny sean shaun ian evan ivan jan johan juan ewan owain giovanni
jonathan jon jonny jonathon john johnny jonno johnathan
jordan jordy jord jorden jordon
joseph joe joey jos josef jo jose josh
josephine jo josie josephina posy fifi jojo pepita
joshua josh joss joshie jos
joy joyce
joyce joy
judith judy jude judie
julia julie jules juliet julianne yulia
julian jules jule
juliet juliette jules julie
june junie
justin jus
kai kye ky
karen kaz karin caren caz karyn
katherine catherine kathryn kathrin katharine catharine cathryn kathryne katheryn kate katie katy kat kath kathy cathy cath kitty kit kay kathie catrin katrin katya katarina katarzyna kasia caitlin kathleen catalina katerina kathrine catherin katey kati cate kaz trina
kathleen kath kathy cathleen kate kathlene cath kay kitty
kayden caden kaiden cayden kaden
kayleigh kayley kaylee kaley caleigh kayla kay kayleah
keeley keely keelie
keith keef
kelly kelley kellie kel
kenneth ken kenny kenn
kerry kerrie keri ceri
kevin kev kevan caoimhin
kieran kieron ciaran keiran kieren kiaran kier
kimberley kim kimberly kimmy kym kimberleigh
kirsty kirstie kirsten kirstin kirstie christina
kyle kile kyal
lara laura larissa
laura lauren laurie lara lora lorrie laurel lorna laurah
lauren loren laurie laura lauryn lori
lawrence laurence larry laurie lol lorenzo loz
leah lia lea leia
leanne lianne leeanne lee leann leigh
lee leigh
leo leon leonard leopold
leonard len lenny leo lennie leonardo
leslie les lesley lez
lewis louis lew lou louie luis ludwik
lily lilly lillian lillie lil lilian lilith lili liliana
linda lynda lin lindy lyn
lindsay linsey lyndsey lindsey lyndsay linzi lyn linsay
lisa liza leesa lise
logan logen
lorraine lori raine lorain
louise lou louisa lulu louie luisa
lucas luke lukas luca luc
lucy lucie luce lucille lucinda lou luci
luke lucas luc luka
lydia lyddie lidia
lynn lyn lynne linda
mackenzie kenzie mckenzie makenzie
madeleine maddy maddie madeline madelyn madison mads lena madelaine
madison maddie maddy maddison mads
maeve mave maebh meabh meadhbh
mairead margaret maighread
maisie maisy mazie mayzie margaret
malachy malachi mal
malcolm mal malc callum
marcus mark markus marc
margaret maggie meg peg peggy madge marge margie greta daisy rita margot mags maisie megan margery margarita malgorzata margret mog
marie maria mary
marilyn marilynn lyn
mark marc marcus markus marek
martin marty mart martyn marcin
martha marty mattie marta patty
mary molly polly may maria marie mae mariah moll mamie maire mollie maryam miriam
matilda tilly tillie mattie maud tilda tilley
matthew matt mathew mat matty matthias mateusz mathias mattew matteo
maureen mo maura reenie
maurice morris mo moritz maurizio
max maxwell maximilian maxim maxi maximus maksymilian maks
maxine max maxi
megan meg meghan meaghan megs margaret
melanie mel mell melany
melissa mel missy lissa melisa
mercedes mercy sadie
mia maya mya miah
michael mike mick mickey micky micheal mikey mitch michal mikael miguel mikhail miko micah mikel
michelle shell chelle michele mich shelley mitch
mildred millie milly
millicent millie milly
mohan mo
molly mollie moll mary
monica mon monika
morgan morgana mo
muriel muireall
myles miles milo
nancy nan nance
naomi nay noemi
natalie nat natalia nattie natasha tally nathalie nataly
natasha tash tasha nat natascha natacha
nathan nat nate nathaniel nathen
nathaniel nat nate nathan nathanial
neil neal niall nial neill
niamh neve neeve nieve neave niam neamh
nicholas nick nicky nicolas nico nik klaus niko nicholaus mikolaj nickolas
nicola nicky nikki nic nicki nichola nickie nicole
nicole nicky nikki nic nikole nichole
nigel nige
noah noa
norman norm
oisin osheen ossian
oliver olly ollie oli olivier olivia
olivia liv livvy ollie livia olive alivia libby oliwia
orla orlagh orlaith
oscar oskar ozzy
owen owain eoin eoghan ewan euan owin
padraig patrick paddy pauric padraic
pamela pam pammy pamella
patience pat patty
patricia pat trish tricia patsy patty trisha paddy pattie triss
patrick pat paddy patsy padraig rick paddie packy patryk patrik
paul pauly pavel pawel paolo pablo pol
paula paulette polly pauline
pauline paula polly
penelope penny pen nell
peter pete petey pyotr piotr petr pierre pedro peadar
philip phil phillip pip filip phillippe felipe
philippa pip pippa phillipa phil flip
phoebe pheebs pheobe phebe
phyllis phyl phil
poppy pops poppie popi
priscilla cilla prissy
quentin quinn quintin
rachel rach rachael rae raquel rachelle shelly
ralph raff rafe ralf
raymond ray
rebecca becky bec becca beck rebekah reba becks becki rebeka bex
reece rhys rees reese
reginald reg reggie ron reggie
rhiannon rhi annon rihanna rianna
richard rick ricky dick rich richie dickie ricardo ryszard ritchie rik
robert rob bob bobby robbie bert robin rab rabbie roberto bobbie bobb robb
roberta bobbie robbie berta bobby
robin robyn rob
roderick rod roddy rory
rodney rod
roger rog rodger
roisin rosheen rosaleen rose
ronald ron ronnie ronny
rory ruairi ruaridh rurik roderick ruari
rosalind ros roz rosalyn linda
rosamund ros roz rose
rose rosie rosa rosy rosina
rosemary rose rosie romy rosemarie ro mary
ross roscoe
rowan roan rohan
roy royston
rosaleen rose roisin
ruby rubie roo
rupert rupe bert
russell russ rusty russel
ruth ruthie
ryan rian rhyan
sadie sade sarah
samantha sam sammy sammie samanta manda
samuel sam sammy sammie shmuel sami
sandra sandy sandie alexandra
sarah sally sadie sara sal zara sarra sarrah
scarlett scarlet scarlette scar
scott scotty
sean shaun shawn shane john seaan
sebastian seb bas baz bastian sebby sebastien
seren serena
shane sean shayne
shannon shan shanon
sharon shaz shazza shari sharron
sheila shelagh shiela sheelagh cecilia
shirley shirl shirlie
sian sharn shan jane
sidney sid sydney syd
silvia sylvia sylvie silvie
simon si simeon szymon sy
simone sim mona
sinead shinead jane
siobhan shivaun shevaun siobhain chevonne shavon joan shiv
sophie sophia sofia sof soph sofie zofia sophy
spencer spence
stacey stacy staci anastasia stace eustacia
stanley stan
stephanie steph stef stephenie stevie stefanie fanny stephany
stephen steven steve stevie steph stefan stephan ste stefano szczepan etienne
stuart stewart stu stew
summer sum
susan sue susie suzie suzanne susanna susannah suzy sukie sanna zuzanna
suzanne sue suzie susan suzy susanne
sybil sib sybill
tamara tam tammy tamar
tamsin tam tammy tamzin thomasina
tabitha tabby tabs tabatha
tara taragh
taylor tayla tay tailor
teresa terry tess tessa theresa tracy tere resa terri therese reza
terence terry terrence tel terrance
thea theodora dorothea althea tia
theodore theo ted teddy theodor tad
thomas tom tommy tam thom tomas tomasz thos tomos
tiffany tiff tiffy tiffani
timothy tim timmy timmothy
toby tobias tobie
tracey tracy trace traci tracie teresa
trevor trev
tristan tris tristram trystan
tyler ty tylor
una oonagh oona winifred
valerie val
vanessa nessa ness van
vera ronnie veronica
veronica ron ronnie vera nica roni
victor vic vik wiktor
victoria vicky vicki tori vic vikki vickie tory queenie wiktoria viktoria
vincent vin vince vinny vinnie
violet vi viola
virginia ginny gin ginnie
vivien viv vivienne vivian bibi
walter wally walt wat
wayne wain
wendy wend gwendoline
wilfred wilf fred wilfrid
william will bill billy willy liam willie wills guillermo wilhelm bil gwilym
winifred win winnie freda una
yvonne vonnie evonne
zachary zach zac zak zack zachariah zachery zackary
zara zahra sarah
zoe zo zoey zoie
`

export const nameGroups: readonly string[] = [...britishAndIrish.split('\n'), ...namesOfTheWorld.split('\n')].map((line) => line.trim()).filter((line) => line !== '')
