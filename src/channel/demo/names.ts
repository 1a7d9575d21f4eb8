import type { Chance } from './chance.ts'

/** Where a family's names come from, with what goes with it: ethnicity, language and religion as coded in content/codes/person. */
export type Heritage = Readonly<{
  id: string; ethnicity: string; language: string; interpreter: number; religion: string | null
  girls: readonly string[]; boys: readonly string[]; women: readonly string[]; men: readonly string[]; families: readonly string[]
}>
const words = (text: string): readonly string[] => text.split(' ')

// English surnames of two halves: believable, many, and nobody's in particular.
const firstHalves = words('Ash Black Brad Brom Carl Chat Clay Cop Den Dray Elms Fen Garth Hal Hart Haw Hazel Hol Kel Lang Lock Mal Mar Nor Oak Pem Rad Rav Red Ros Sel Shaw Stan Thorn Wal Wat Wes Whit Win Wood')
const secondHalves = words('bourne bury by combe croft den ford ham hurst ley low man more stead ton well wick worth')
const built = firstHalves.flatMap((first) => secondHalves.map((second) => `${first}${second}`))

const english: Heritage = {
  id: 'english', ethnicity: 'whiteBritish', language: 'en', interpreter: 0, religion: null,
  girls: words('Olivia Amelia Isla Ava Ivy Freya Lily Florence Willow Rosie Poppy Evie Ella Grace Daisy Phoebe Maisie Esme Harper Matilda Elsie Sienna Layla Ruby Chloe Scarlett Millie Summer Lola Lexi Eliza Robyn Skye Bonnie Tilly Kayleigh Jasmine Paige Megan Holly Erin Amber Demi Keeley'),
  boys: words('Noah Oliver George Arthur Leo Harry Jack Archie Theo Freddie Alfie Henry Oscar Charlie Tommy Reggie Jude Finley Albie Ronnie Mason Riley Logan Tyler Kai Jayden Callum Jake Connor Ryan Kyle Ethan Harley Bailey Dylan Luke Owen Toby Max Sonny Frankie Louie Corey Brandon Ellis'),
  women: words('Kelly Sarah Emma Claire Lisa Michelle Nicola Samantha Stacey Rachel Donna Gemma Leanne Kerry Natalie Hayley Amy Lauren Stephanie Charlotte Danielle Zoe Jodie Katie Victoria Laura Tracy Joanne Sharon Debbie Lindsey Carly Chelsea Shannon Abigail Bethany Kirsty Vanessa Tanya Dawn'),
  men: words('Darren Lee Wayne Craig Gary Scott Dean Jason Shaun Stuart Carl Adam Daniel Matthew Christopher Mark Andrew Steven Paul Jamie Ashley Liam Aaron Nathan Simon Kevin Robert Michael David James Anthony Ian Martin Neil Barry Colin Ricky Danny Terry Glenn'),
  families: [...words('Smith Taylor Brown Wilson Evans Thomas Johnson Roberts Walker Wright Robinson Thompson White Hughes Edwards Green Hall Wood Harris Clarke Jackson Turner Hill Cooper Ward Moore King Baker Harrison Morgan Allen Scott Watson Parker Young Bennett Carter Cook Bailey Collins Bell Shaw Murphy Miller Cox Marshall Simpson Price Anderson Adams Wilkinson Foster Ellis Chapman Mason Gray Richards Rogers Knight Hunt Harvey Palmer Holmes Mills Barnes Fisher Lloyd Matthews Dixon Russell Pearson Rose West Lowe Dean Hudson Burton Payne Spencer Gibbs Lawson Cole Dunn Finch Doyle Kirby Frost Pope Skinner Tyler Nash Wells Sutton Bright'), ...built],
}
const of = (id: string, ethnicity: string, language: string, interpreter: number, religion: string | null, girls: string, boys: string, women: string, men: string, families: string): Heritage =>
  ({ id, ethnicity, language, interpreter, religion, girls: words(girls), boys: words(boys), women: words(women), men: words(men), families: words(families) })

export const heritages: readonly (readonly [Heritage, number])[] = [
  [english, 52],
  [of('welsh', 'whiteBritish', 'en', 0, null, 'Seren Ffion Cerys Carys Mali Nia Elin Efa Lowri Betsan', 'Rhys Gethin Osian Macsen Iestyn Harri Ioan Dafydd Owain Steffan', 'Sian Bethan Rhian Catrin Angharad Megan Eleri', 'Gareth Huw Gwyn Alun Emyr Dylan Geraint', 'Davies Jones Williams Griffiths Morris Llewellyn Pritchard Powell Bevan Vaughan'), 3],
  [of('scottish', 'whiteBritish', 'en', 0, null, 'Eilidh Ailsa Isla Skye Mirren Iona Catriona Morven', 'Lewis Callum Fraser Angus Rory Finlay Cameron Blair', 'Fiona Morag Kirsty Shona Mhairi Elspeth', 'Gordon Duncan Hamish Iain Alasdair Kenneth', 'McLeod Campbell Stewart MacDonald Ferguson Sinclair Drummond Buchanan McAllister'), 3],
  [of('irish', 'whiteIrish', 'en', 0, 'romanCatholic', 'Aoife Niamh Saoirse Ciara Caoimhe Roisin Orla Sinead', 'Cillian Oisin Sean Conor Cian Darragh Finn Eoin', 'Siobhan Maeve Bernadette Deirdre Grainne Una', 'Declan Brendan Fergal Padraig Eamon Cormac', "O'Connor O'Sullivan Byrne Kavanagh Gallagher McCarthy Doherty Quinn Brennan O'Brien"), 3],
  [of('traveller', 'irishTraveller', 'en', 0, 'romanCatholic', 'Margaret Bridget Philomena Chantelle Shakira Kathleen', 'Paddy Johnny Martin Jimmy Miley Felix', 'Mary Bridie Noreen Theresa Winifred', 'Michael Francie Ned Bernard Dinny', 'Connors Cash McDonagh Maughan Stokes Sweeney'), 1],
  [of('roma', 'gypsyRoma', 'rom', 0.5, null, 'Vanesa Denisa Esmeralda Natalka Roxana Larisa', 'Denis Patrik Marek Rikardo Samuel Leonardo', 'Zaneta Renata Marcela Jolana', 'Milan Ladislav Emil Gejza', 'Horvath Balog Lakatos Gabor Cina Mirga'), 1],
  [of('caribbean', 'blackCaribbean', 'en', 0, 'christian', 'Aaliyah Kiara Shanice Tiana Jada Amara Renee Nevaeh', 'Jayden Malachi Tyrese Kymani Zion Andre Reuben Josiah', 'Marcia Yvonne Sandra Natasha Simone Jacqueline', 'Winston Delroy Leroy Curtis Everton Marlon', 'Campbell Francis Grant Gayle Bailey Clarke Pinnock Lindo Dacosta Morrison'), 4],
  [of('mixed', 'whiteBlackCaribbean', 'en', 0, null, 'Amelie Zara Lacey Mya Keisha Tia Nyah Aria', 'Kian Jaiden Marley Rio Tyrell Isaac Levi Zane', 'Leah Jade Charlene Rochelle Toni', 'Jermaine Dwayne Nathaniel Marcus Darnell', 'Samuels Reid Hinds Bryan Palmer Wallace Marsh Gordon'), 4],
  [of('nigerian', 'blackAfrican', 'en', 0, 'christian', 'Temilola Adaeze Ifeoma Oluwaseyi Zainab Chiamaka Folasade Ayomide', 'Tobiloba Chidi Emeka Oluwadamilare Kelechi Femi Tunde Somto', 'Ngozi Funmilayo Blessing Adaora Yetunde Patience', 'Babatunde Ikechukwu Segun Olumide Uche Festus', 'Okafor Adeyemi Balogun Eze Okonkwo Adebayo Nwosu Ogunleye Oyelaran Akintola'), 4],
  [of('ghanaian', 'blackAfrican', 'en', 0, 'christian', 'Ama Efua Akosua Abena Adwoa Esi', 'Kwame Kofi Kwabena Yaw Kojo Kwaku', 'Comfort Gifty Mercy Akua', 'Emmanuel Ebenezer Nana Kwesi', 'Mensah Boateng Owusu Asante Appiah Agyeman'), 2],
  [of('somali', 'blackAfrican', 'so', 0.5, 'muslim', 'Hodan Ayaan Sumaya Hamdi Ifrah Nasra', 'Abdirahman Liban Zakariya Guled Bilal Yusuf', 'Fadumo Halima Sahra Amina Khadra', 'Mohamed Abdi Hassan Warsame Jama', 'Warsame Abdullahi Farah Jama Hersi Nur'), 3],
  [of('eritrean', 'blackAfrican', 'ti', 0.6, 'christian', 'Selam Winta Ruta Feven Bethlehem', 'Yonas Filmon Natnael Abel Henok', 'Letebrhan Senait Almaz Tsega', 'Tesfay Berhane Haile Mehari', 'Tekle Gebremedhin Habte Weldu Kidane'), 1],
  [of('pakistani', 'pakistani', 'ur', 0.25, 'muslim', 'Aisha Maryam Hafsa Iqra Sana Zoya Alishba Noor', 'Tariq Hamza Ibrahim Rayyan Zain Haris Usman Ayaan', 'Shazia Nasreen Saima Farzana Rukhsana Nadia', 'Imran Asif Kashif Nadeem Shahid Waqas', 'Malik Hussain Khan Mahmood Akhtar Iqbal Chaudhry Raja Qureshi Mirza'), 6],
  [of('bangladeshi', 'bangladeshi', 'bn', 0.25, 'muslim', 'Tahmina Nusrat Anika Rahima Sadia Mehzabin', 'Ahmed Rafi Tanvir Nayeem Ishaq Sajid', 'Rehana Shahnaz Hasina Momtaz Jahanara', 'Abdul Kamal Shafiq Nurul Faruk', 'Begum Miah Rahman Uddin Chowdhury Islam Ali Khatun'), 4],
  [of('indian', 'indian', 'gu', 0.1, 'hindu', 'Diya Anaya Riya Isha Kavya Mira', 'Arjun Rohan Dev Aarav Nikhil Vihaan', 'Priti Sunita Hansa Meena Jyoti', 'Rajesh Sanjay Dilip Mukesh Vijay', 'Patel Shah Desai Mistry Joshi Solanki Parmar'), 3],
  [of('sikh', 'indian', 'pa', 0.1, 'sikh', 'Simran Jasleen Harleen Gurpreet Kiranjit', 'Jaskaran Harpreet Manveer Gurdeep Amrit', 'Manjit Balwinder Parminder Surinder', 'Sukhdev Jaswinder Harjit Kuldip', 'Singh Gill Dhillon Sandhu Sidhu Bains'), 2],
  [of('tamil', 'asianOther', 'ta', 0.2, 'hindu', 'Abirami Kavitha Thivya Yalini', 'Aravind Kavin Nilan Pranavan', 'Selvi Malathi Vasanthi', 'Sivakumar Rajan Ganesh', 'Sivapalan Nadarajah Kandiah Selvaratnam'), 1],
  [of('polish', 'whiteOther', 'pl', 0.35, 'romanCatholic', 'Zuzanna Maja Hanna Lena Oliwia Nikola', 'Jakub Kacper Filip Szymon Antoni Wojciech', 'Agnieszka Katarzyna Beata Monika Malgorzata', 'Piotr Tomasz Marcin Grzegorz Krzysztof', 'Nowak Kowalczyk Wisniewska Zielinski Wojcik Mazur Krawczyk Dabrowski'), 4],
  [of('romanian', 'whiteOther', 'ro', 0.4, null, 'Andreea Ioana Alexandra Bianca Daria', 'Andrei Stefan Luca Matei Cristian', 'Mihaela Elena Gabriela Simona', 'Ionut Florin Vasile Marius', 'Popescu Ionescu Dumitru Stan Munteanu Radu'), 2],
  [of('portuguese', 'whiteOther', 'pt', 0.3, 'romanCatholic', 'Beatriz Matilde Leonor Carolina Ines', 'Tiago Rodrigo Duarte Afonso Miguel', 'Fatima Lurdes Sonia Paula', 'Joao Rui Nuno Paulo', 'Ferreira Santos Pereira Oliveira Rodrigues Sousa'), 2],
  [of('albanian', 'whiteOther', 'sq', 0.4, 'muslim', 'Elira Arta Drita Besa', 'Arben Endrit Klajdi Luan', 'Mimoza Vjollca Teuta', 'Besnik Agron Ilir', 'Hoxha Krasniqi Gashi Berisha'), 1],
  [of('ukrainian', 'whiteOther', 'uk', 0.5, 'christian', 'Sofiia Daryna Anastasiia Yeva', 'Maksym Artem Danylo Tymofii', 'Oksana Iryna Svitlana Nataliia', 'Serhii Andrii Vitalii Oleh', 'Kovalenko Shevchuk Bondar Melnyk Tkachenko'), 1],
  [of('kurdish', 'otherEthnicGroup', 'ku', 0.5, 'muslim', 'Rojin Berfin Dilan Shilan', 'Baran Rebin Azad Sherzad', 'Gulistan Nazdar Hero', 'Karwan Hiwa Dara', 'Hama Rashid Barzan Salih Aziz'), 1],
  [of('arab', 'otherEthnicGroup', 'ar', 0.45, 'muslim', 'Layan Rimas Jana Salma Yara', 'Omar Anas Karim Tarek Laith', 'Rania Huda Samar Wafa', 'Khaled Bassam Mahmoud Nabil', 'Haddad Mansour Saleh Darwish Nasser'), 2],
  [of('afghan', 'asianOther', 'ps', 0.6, 'muslim', 'Parwana Shabnam Laila Zarmina', 'Idris Farhad Samim Najib', 'Gulalai Zohra Fereshta', 'Hamid Daud Rahim', 'Ahmadzai Safi Noorzai Stanekzai'), 1],
  [of('chinese', 'chinese', 'yue', 0.3, null, 'Mei Jia Hoi-Yan Xin', 'Jun Ka-Ho Wei Lok', 'Li Wai-Ling Fang', 'Kwok-Wah Ming Jian', 'Chan Wong Lam Cheung Ng Zhang'), 1],
  [of('vietnamese', 'asianOther', 'vi', 0.5, 'buddhist', 'Linh Thao Ngoc', 'Minh Duc Quang', 'Huong Lan Thu', 'Tuan Hung Son', 'Nguyen Tran Pham Le'), 1],
]

export const heritageNamed = (id: string): Heritage => heritages.find(([heritage]) => heritage.id === id)?.[0] ?? english

/** A given name that none of those before has. */
export function givenName(chance: Chance, from: readonly string[], taken: ReadonlySet<string>): string {
  const free = from.filter((name) => !taken.has(name))
  return chance.pick(free.length > 0 ? free : from)
}

/** Short forms that people go by. */
export const shortForms: Readonly<Record<string, string>> = {
  Katherine: 'Kate', Matilda: 'Tilly', Isabella: 'Bella', Alexandra: 'Alex', Samantha: 'Sam', Stephanie: 'Steph', Victoria: 'Vicky', Nicola: 'Nicky', Michelle: 'Shell', Jacqueline: 'Jackie', Bethany: 'Beth', Abigail: 'Abi',
  Christopher: 'Chris', Matthew: 'Matt', Michael: 'Mick', Robert: 'Rob', Daniel: 'Dan', Nathaniel: 'Nate', Anthony: 'Tony', Andrew: 'Andy', Charlotte: 'Charlie', Oluwadamilare: 'Dami', Abdirahman: 'Abdi', Malgorzata: 'Gosia', Wojciech: 'Wojtek',
  Katarzyna: 'Kasia', Agnieszka: 'Aga', Funmilayo: 'Funmi', Temilola: 'Temi', Harley: 'Haz', Archie: 'Arch', Mohamed: 'Mo', Gurpreet: 'Preet', Bernadette: 'Bernie', Theresa: 'Tess', Zuzanna: 'Zuzia', Leonardo: 'Leo',
}
