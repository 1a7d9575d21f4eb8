/** Given names from the many other heritages of families in England, as offices write them in Latin letters: one name a line, its usual form first. */
export const namesOfTheWorld = `
mohammed muhammad mohamed mohammad mohamad muhammed mohd md mahomed mahammed muhamed mehmet mohamud mahamed mohamet maxamed mehmed muhamad mo moe
ahmed ahmad ahmet ahmid achmed axmed ahmedh
mahmoud mahmud mehmood mahmood mehmud
mustafa mustapha moustafa mostafa mustaf
abdullah abdulla abdallah abdula abdul abdillahi abdullahi
abdul abdel abd abdool abdur abdu
abdirahman abdulrahman abdurrahman abdur rahman cabdiraxmaan
ali aly alee cali
hassan hasan hassen xasan hasaan
hussain hussein husain hussayn hosein husein hossain hoosain hussien xuseen
ibrahim ebrahim ibraheem ibrahima abraham avraham abe brahim
ismail ishmael ismael ismaeel ismaila esmail
yusuf yousef yousuf youssef yusef josef joseph yosef yussuf yusif usif
yunus younis younus yunis jonah
yaqub yakub yacoub yaqoob jacob yakob
yahya yehia yahia john
omar umar omer umer
osman usman uthman othman ousmane cismaan
bilal belal bilaal
hamza hamzah hamzeh
khalid khaled kalid halid
karim kareem kerim abdulkarim
rashid rasheed rachid
said saeed sayed sayeed saiid
sayed syed sayyid syd saiyed
tariq tarek tarik tareq
zain zayn zane zayne zainul
zaid zayd zayed ziad zeyad
zakaria zakariya zakariyya zechariah zachary zaki zak
imran emran imraan
irfan erfan
adnan adnaan
adil adeel aadil
amir ameer emir aamir amer
anwar anwer anvar
asif aasif assif
aziz azeez abdulaziz
faisal faysal feisal
farid fareed
farooq farouk faruk faruq faruque
habib habeeb
haroon harun haron aaron
ayub ayoub ayyub job
idris idrees edris
iqbal ikbal eqbal
ishaq isaac ishak ishaaq isxaaq
jamal jamaal gamal jamil
jamil jameel gamil
junaid juned junayd
kamal kamaal kemal
kashif kashaf
luqman lukman loqman
majid majeed
malik maleek malek
mansur mansoor mansour
musa moosa mousa moses moshe mose
mustaq mushtaq mustak
nadeem nadim
nasir naseer nasser nassir
naveed navid
noor nur nour noura noura
nasreen nasrin nasrine
qasim kassim kasim qassim
rafiq rafik rafeeq
rahim raheem
rehman rahman rahmaan
ridwan rizwan redwan
saleem salim selim
salman salmaan sulaiman
shahid shaheed
shakil shakeel
sulaiman suleiman suleyman solomon sulayman suleman saleebaan soloman
tahir taher
taha tahaa
usama osama
waleed walid oualid
yasin yaseen yassin yacine
yasir yasser yassir
zubair zubayr zuber
rayan rayyan ryan
eesa isa issa ciise esa
aisha ayesha aysha aaisha iesha aishah ayesa caasha asha aishat
khadija khadijah kadija khadeeja hatice khadiza kadijatou khadra
fatima fatimah fatema fathima fatma fatoumata faduma faadumo fatim fatuma
zainab zaynab zeinab zeynep zaineb seynabou
maryam mariam mariyam miriam meryem maryan mariama maria mary marium
amina aminah ameena aamina aminata amna
amna aamna amina
hafsa hafsah hafza
halima haleema halimah xaliimo
hawa hawwa eve xaawo hawah
iman imaan eman
jamila jameela
khadra qadra
laila layla leila leyla layla lailah laylah
nadia nadya nadiya
naima naeema naimah
nasra nasrah
rabia rabiya rabiah
rukhsana roxana ruksana
safiya safia safiyah sofia safiyya
saira sairah sara
salma selma salmah
samira sameera samirah
sana sanaa
shabana shabanna
shazia shaziya
sumaya sumayya sumaiya soumaya
yasmin yasmeen yasmine jasmine yasemin jasmin
yusra yousra
zahra zara zahraa zehra fatima zahrah
zaynah zaina zainah
asma asmaa esma
bushra boushra
farah farrah
farzana farjana
nusrat nusrath
parveen parvin perveen
razia raziya
rehana rihana rehanna
ruqayya rukaiya ruqayyah rukia
sabina sabeena
sadia sadiya saadia
saima saimah
sakina sakeena
shahida shaheeda
shirin shireen
tahira taahira
tasnim tasneem
zakia zakiya
begum begam begom
ayaan ayan aayan
aaliyah aliyah alia aliya aleeya
inaya inayah enaya
arjun arjan
amrit amrita amrith
balbir balvir
baljit baljeet
daljit daljeet
gurpreet gurprit gurpeet
gurdeep gurdip
gurjit gurjeet
harjit harjeet
harpreet harprit
hardeep hardip
inderjit inderjeet
jagdeep jagdip
jaspreet jasprit jas jaz
jasvinder jaswinder
kuldeep kuldip
kulwinder kulvinder
mandeep mandip
manjit manjeet
maninder manvinder
manpreet manprit
navdeep navdip
parminder perminder
paramjit paramjeet
rajvinder rajwinder
ranjit ranjeet
satnam sat
simran simranjit simranjeet
sukhdeep sukhdip
sukhvinder sukhwinder
surinder surender
surjit surjeet
tejinder teja
amit ameet
anil aneel
arun aroon
ashok asok
deepak dipak
deepa dipa
dipti deepti
dinesh dineshkumar
ganesh ganeshan
gita geeta
harish hareesh
jayesh jay
jyoti jothi jyothi
kavita kavitha
krishna krishnan krish
lakshmi laxmi lacchmi luxmi
mahesh maheshkumar
manish maneesh
manoj manoj
meena mina
mohan mohun
mukesh mukeshkumar
narendra narinder narender
neela nila
neelam nilam
nikhil nick nikil
nisha neesha
prakash parkash
pradeep pradip
praveen pravin
priya preeya pria
puja pooja
rahul raoul
rajesh raj rajeshkumar
rajendra rajinder rajender
rakesh rakeshkumar
ramesh rameshkumar
ravi ravinder ravindra
rekha raykha
rohan rohun rowan
sandeep sandip
sanjay sanjai sunjay sanj
satish sateesh
shanti santi
shilpa silpa
sita seeta
sunil suneel
sunita suneeta
suresh sureshkumar
sushila susheela
usha oosha
vijay vijai bijay
vikram bikram
vinod binod
vishal bishal
yash yashvardhan
agnieszka aga agnes agusia
aleksandra ola alexandra olenka aleksandrea
aleksander olek alexander aleks
andrzej andrew jedrek andrej andrei andriy
antoni antek anthony antonin
barbara basia barbra
bartosz bartek bartlomiej bart
beata beatka
bogdan boguslaw bohdan
dariusz darek darius
dawid david dawidek
dorota dorothy dorotka
elzbieta ela elizabeth elza
ewa eva ewka eve
filip philip filipek
franciszek franek francis
grzegorz grzesiek gregory grzes
halina hala helena
hanna hania hannah hanka
iwona iwonka yvonne ivona
izabela iza isabel izabella
jacek jacenty
jadwiga jadzia hedwig
jakub kuba jacob jakob
jan janek john janusz johan
jaroslaw jarek
jerzy jurek george
joanna asia joanne joasia
jozef jozek joseph
julia julka julita
kacper kasper jasper caspar kacperek
kamil kamilek
karolina caroline karola
katarzyna kasia kaska katherine
kinga kingusia
krystyna krysia christina
krzysztof krzysiek christopher krzys
lena lenka
lukasz luke lukasek
maciej maciek matthias
magdalena magda madeleine lena magdalene
maja maya maia mia
malgorzata gosia malgosia margaret
marcel marceli
marcin martin
marek mark
mariusz marius
marta martha
mateusz mati matthew
michal michael michalek
mikolaj nicholas miki
monika monica
natalia natalka natalie
nikola nicola nikolka
oliwia olivia
patryk patrick
pawel paul
piotr peter piotrek
przemyslaw przemek
rafal raphael rafael
robert robek
ryszard rysiek richard
slawomir slawek
stanislaw staszek stan
stefan stephen
szymon simon
tadeusz tadek
tomasz tomek thomas
urszula ula ursula
wiktoria wika victoria
wiktor victor
witold witek
wladyslaw wladek
wojciech wojtek
zbigniew zbyszek
zofia zosia sophie
zuzanna zuzia susan
alexandru alex sandu alin
andrei andrew andrej andrey
bogdana dana
cristian chris cristi christian
cristina cris christina
constantin costel costi konstantin
daniela dana danielle
elena lena helen ileana
florin florian
gheorghe george gigi
gabriela gabi
ioana joanna oana
ion ioan john ionut
ionel ionut ion
laurentiu lawrence
mihaela michaela miha
mihai michael mihail
nicoleta nicole
nicolae nicu nicholas
radu radoslav
razvan raz
stefania stephanie
vasile vasil basil
viorica vio
anastasia nastya stacey ana nastia anastasija
dmitri dima dmitry dimitri dmytro dimitris dimitar
ekaterina katya catherine kateryna yekaterina
ivana vanya ivanka
mykola nicholas kolya nikolai
natalya natasha natalia nataliya
oksana oxana ksenia
oleksandr sasha alexander oleks
oleksandra sasha lesya
olena helen olenka elena
olga olha olya
sergei sergey serhiy sergiu sergio
svetlana sveta svitlana lana
tatiana tanya tatyana tetyana tania
viktor victor vitya
vladimir volodymyr vova vlad
yevgeny eugene evgeni yevhen
yulia julia yuliya iulia
agim agron
arben ben
besnik nik
blerim blerina
dritan tani
endrit drit
erjon jon
fatmir miri
gezim gzim
valmir valmira
ayse ayshe aisha
cem jem
emre emrah
hatice hatije khadija
hasan hassan
huseyin hussein
murat murad
ozan ozzy
yigit yit
adebayo bayo ade debayo
adeola ade ola
adewale wale ade
adunni ade
ayodele ayo dele
ayomide ayo mide
babatunde tunde baba
bukola buki bukky olubukola
chidi chidiebere
chiamaka amaka
chinedu nedu edu
chinonso nonso
chioma oma
chukwuemeka emeka
damilola dami lola
ebunoluwa ebun
emeka emmanuel chukwuemeka
emmanuel manny emanuel manu imanuel emma mannie
femi olufemi oluwafemi
folake flake fola
funmilayo funmi funmilola
ifeoma ify oma
ikechukwu ike iyke
kehinde kenny taiwo
kelechi kele
kwame kwami
kofi coffie
kwabena kobby kobina
yaw yao
akosua akos esi
abena aba
ama amma
nkechi kechi
ngozi ngo
obinna obi
oluwaseun seun
oluwatobi tobi
oluwaseyi seyi
olusegun segun
sade folasade shade
temitope temi tope
titilayo titi
tolulope tolu
uchenna uche
yetunde yeti
abdi cabdi abdirahman
ayaan ayan
cabdullahi abdullahi
deqa deka
farhiya farhia
hodan hodane
hibaq hibo
ifrah ifraah
nasteho nasteexo
sagal saagal
sahra sahro zahra
ubah ubax
warsame warsama
zamzam samsam
abraham abe bram avram ibrahim
biniam benjamin benyam
dawit david
fikru fikre
gebre gabriel ghebre
haile hailu
mehret mihret
meron miron
selam salam
tekle takele
tesfaye tesfay
yohannes john johannes yonas
semhar samhar
arash aresh
behrouz behrooz
darius dariush
farhad ferhad
fereshteh freshta fereshta
hamid hameed abdulhamid
hossein hussain
jawad javad djawad
kourosh cyrus
mahdi mehdi
mehran mihran
mina meena
mohsen muhsin mohsin
mojtaba mujtaba
nazanin nazi
parisa parissa
reza raza rida ridha
roya roia
shahram shah
soraya suraya thuraya
zahir zaheer
aram aran
azad azaad
dilan dylan
hiwa heewa
rojin rozhin
shilan shelan
carlos charles carl
catarina katarina catherine
diogo diego james
francisco paco chico
ines agnes inez
joana joanna joanne
joao john jao
jose joe pepe joseph ze
juan john
lourdes lulu
lucia lucy luzia
luis louis luiz
manuel manny manolo
margarida margaret daisy
mateo matthew matteo
miguel michael
paulo paul pablo
pedro peter
rafael raphael rafa raf
santiago james yago tiago
sofia sophie sophia
teresa theresa
giovanni john gianni
giulia julia
giuseppe joseph beppe pino
lorenzo lawrence
chun jun
hui hwee
jing ging
li lee
lin ling
mei may
ming min
wei way
xiao siu
xin sin
yan yen
ying yin
yu yue
zhang cheung chang
anh ahn
duc duke
hoa wa
linh lynn ling
minh ming
nguyen nguyenn
phuong fuong
thanh tanh
thi thy
tuan twan
aarav arav
advik advait
anaya anaaya
devansh dev
ishaan ishan eshan
kiaan kian kyan cian
nikita niki
riya ria rhea
saanvi sanvi
shivani shiv
siya sia
vihaan vihan
jaydon jayden jaiden jaden jaidon
jaiden jayden
tyrone ty tyron
leroy roy
marlon marlin
denzel denzil
shanice shaniece chanice
shanelle chanel chanelle
keisha lakeisha kisha
tanisha tenisha nisha
tyrell tyrel
kayla kaela kayley
amara amarah
imani imanni
malachi malachy malakai
zion sion
`
