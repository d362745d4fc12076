/**
 * Public bodies in Wales and what else people in its public services name, each in a class. "A/B" are names of one body, English
 * and Welsh. The size of a class says how many there are in Wales: from few, a class names its members. As of 2024, common
 * knowledge, written for the product. Rules: docs/spec/identifier.md, I59.
 */

/** How many there are in Wales; `null` where nobody could say. */
export type BodyClass = Readonly<{ size: number | null; bodies: string }>;

export const BODY_CLASSES = {
  council: {
    size: 22,
    bodies: `Blaenau Gwent County Borough Council/Cyngor Bwrdeistref Sirol Blaenau Gwent/Blaenau Gwent Council/Cyngor Blaenau Gwent, Bridgend County Borough Council/Cyngor Bwrdeistref Sirol Pen-y-bont ar Ogwr/Bridgend Council/Cyngor Pen-y-bont ar Ogwr, Caerphilly County Borough Council/Cyngor Bwrdeistref Sirol Caerffili/Caerphilly Council/Cyngor Caerffili, Cardiff Council/Cyngor Caerdydd/City of Cardiff Council, Carmarthenshire County Council/Cyngor Sir Caerfyrddin/Cyngor Sir Gâr/Carmarthenshire Council/Cyngor Sir Gaerfyrddin, Ceredigion County Council/Cyngor Sir Ceredigion/Ceredigion Council/Cyngor Ceredigion, Conwy County Borough Council/Cyngor Bwrdeistref Sirol Conwy/Conwy Council/Cyngor Conwy, Denbighshire County Council/Cyngor Sir Ddinbych/Denbighshire Council, Flintshire County Council/Cyngor Sir y Fflint/Flintshire Council, Gwynedd Council/Cyngor Gwynedd, Isle of Anglesey County Council/Cyngor Sir Ynys Môn/Anglesey Council/Cyngor Môn/Cyngor Sir Fôn/Anglesey County Council, Merthyr Tydfil County Borough Council/Cyngor Bwrdeistref Sirol Merthyr Tudful/Merthyr Council/Cyngor Merthyr Tudful, Monmouthshire County Council/Cyngor Sir Fynwy/Monmouthshire Council, Neath Port Talbot Council/Cyngor Castell-nedd Port Talbot/Neath Port Talbot County Borough Council, Newport City Council/Cyngor Dinas Casnewydd/Newport Council/Cyngor Casnewydd, Pembrokeshire County Council/Cyngor Sir Penfro/Pembrokeshire Council/Cyngor Sir Benfro, Powys County Council/Cyngor Sir Powys/Powys Council/Cyngor Powys, Rhondda Cynon Taf County Borough Council/Cyngor Bwrdeistref Sirol Rhondda Cynon Taf/Rhondda Cynon Taf Council/RCT Council/Cyngor Rhondda Cynon Taf, Swansea Council/Cyngor Abertawe/City and County of Swansea/Dinas a Sir Abertawe, Torfaen County Borough Council/Cyngor Bwrdeistref Sirol Torfaen/Torfaen Council/Cyngor Torfaen, Vale of Glamorgan Council/Cyngor Bro Morgannwg, Wrexham County Borough Council/Cyngor Bwrdeistref Sirol Wrecsam/Wrexham Council/Cyngor Wrecsam`,
  },
  "health-board": {
    size: 7,
    bodies: `Aneurin Bevan University Health Board/Bwrdd Iechyd Prifysgol Aneurin Bevan/Aneurin Bevan/ABUHB, Betsi Cadwaladr University Health Board/Bwrdd Iechyd Prifysgol Betsi Cadwaladr/Betsi Cadwaladr/BCUHB/Betsi, Cardiff and Vale University Health Board/Bwrdd Iechyd Prifysgol Caerdydd a'r Fro/Cardiff and Vale UHB/Cardiff and Vale, Cwm Taf Morgannwg University Health Board/Bwrdd Iechyd Prifysgol Cwm Taf Morgannwg/Cwm Taf Morgannwg/CTMUHB, Hywel Dda University Health Board/Bwrdd Iechyd Prifysgol Hywel Dda/Hywel Dda, Powys Teaching Health Board/Bwrdd Iechyd Addysgu Powys/PTHB, Swansea Bay University Health Board/Bwrdd Iechyd Prifysgol Bae Abertawe/Swansea Bay UHB/SBUHB`,
  },
  "nhs-trust": {
    size: 3,
    bodies: `Public Health Wales/Iechyd Cyhoeddus Cymru, Velindre University NHS Trust/Ymddiriedolaeth GIG Prifysgol Felindre/Velindre/Felindre, Welsh Ambulance Services University NHS Trust/Ymddiriedolaeth GIG Prifysgol Gwasanaethau Ambiwlans Cymru/Welsh Ambulance Service/Gwasanaeth Ambiwlans Cymru/WAST`,
  },
  "special-health-authority": {
    size: 2,
    bodies: `Digital Health and Care Wales/Iechyd a Gofal Digidol Cymru/DHCW, Health Education and Improvement Wales/Addysg a Gwella Iechyd Cymru/HEIW/AaGIC`,
  },
  fire: {
    size: 3,
    bodies: `North Wales Fire and Rescue Service/Gwasanaeth Tân ac Achub Gogledd Cymru, Mid and West Wales Fire and Rescue Service/Gwasanaeth Tân ac Achub Canolbarth a Gorllewin Cymru, South Wales Fire and Rescue Service/Gwasanaeth Tân ac Achub De Cymru`,
  },
  police: {
    size: 4,
    bodies: `Dyfed-Powys Police/Heddlu Dyfed-Powys, Gwent Police/Heddlu Gwent, North Wales Police/Heddlu Gogledd Cymru, South Wales Police/Heddlu De Cymru`,
  },
  "national-park": {
    size: 3,
    bodies: `Bannau Brycheiniog National Park Authority/Awdurdod Parc Cenedlaethol Bannau Brycheiniog/Brecon Beacons National Park Authority/Bannau Brycheiniog National Park/Brecon Beacons National Park/Parc Cenedlaethol Bannau Brycheiniog, Eryri National Park Authority/Awdurdod Parc Cenedlaethol Eryri/Snowdonia National Park Authority/Snowdonia National Park/Parc Cenedlaethol Eryri/Eryri National Park, Pembrokeshire Coast National Park Authority/Awdurdod Parc Cenedlaethol Arfordir Penfro/Pembrokeshire Coast National Park/Parc Cenedlaethol Arfordir Penfro`,
  },
  university: {
    size: 9,
    bodies: `Aberystwyth University/Prifysgol Aberystwyth, Bangor University/Prifysgol Bangor, Cardiff University/Prifysgol Caerdydd, Cardiff Metropolitan University/Prifysgol Metropolitan Caerdydd/Cardiff Met/Met Caerdydd, Swansea University/Prifysgol Abertawe, University of South Wales/Prifysgol De Cymru/USW, University of Wales Trinity Saint David/Prifysgol Cymru Y Drindod Dewi Sant/UWTSD/PCYDDS/Y Drindod, Wrexham University/Prifysgol Wrecsam/Wrexham Glyndŵr University/Glyndŵr, The Open University in Wales/Y Brifysgol Agored yng Nghymru, University of Wales/Prifysgol Cymru, Coleg Cymraeg Cenedlaethol`,
  },
  college: {
    size: 12,
    bodies: `Adult Learning Wales/Addysg Oedolion Cymru, Bridgend College/Coleg Penybont, Cardiff and Vale College/Coleg Caerdydd a'r Fro, Coleg Cambria, Coleg Ceredigion, Coleg Gwent, Coleg Sir Gâr, Coleg y Cymoedd, Gower College Swansea/Coleg Gŵyr Abertawe, Grŵp Llandrillo Menai/Coleg Llandrillo/Coleg Menai/Coleg Meirion-Dwyfor, Grŵp Colegau NPTC/NPTC Group/NPTC Group of Colleges, Merthyr Tydfil College/Y Coleg Merthyr Tudful, Pembrokeshire College/Coleg Sir Benfro, St David's Catholic College`,
  },
  "arms-length-body": {
    size: 55,
    bodies: `Natural Resources Wales/Cyfoeth Naturiol Cymru/NRW/CNC, Careers Wales/Gyrfa Cymru, Sport Wales/Chwaraeon Cymru, Arts Council of Wales/Cyngor Celfyddydau Cymru, National Library of Wales/Llyfrgell Genedlaethol Cymru, Amgueddfa Cymru/National Museum Wales/Museum Wales/National Museum of Wales, Cadw, Social Care Wales/Gofal Cymdeithasol Cymru, Qualifications Wales/Cymwysterau Cymru, Estyn, Medr/Commission for Tertiary Education and Research, Transport for Wales/Trafnidiaeth Cymru/TfW/TrC, Centre for Digital Public Services/Canolfan Gwasanaethau Cyhoeddus Digidol/CDPS/CGCD, Welsh Revenue Authority/Awdurdod Cyllid Cymru/WRA, Development Bank of Wales/Banc Datblygu Cymru, Care Inspectorate Wales/Arolygiaeth Gofal Cymru, Healthcare Inspectorate Wales/Arolygiaeth Gofal Iechyd Cymru, Education Workforce Council/Cyngor y Gweithlu Addysg, Royal Commission on the Ancient and Historical Monuments of Wales/Comisiwn Brenhinol Henebion Cymru, Books Council of Wales/Cyngor Llyfrau Cymru, Creative Wales/Cymru Greadigol, Visit Wales/Croeso Cymru, Business Wales/Busnes Cymru, Llais/Citizen Voice Body, Welsh Language Commissioner/Comisiynydd y Gymraeg, Children's Commissioner for Wales/Comisiynydd Plant Cymru, Older People's Commissioner for Wales/Comisiynydd Pobl Hŷn Cymru, Future Generations Commissioner/Comisiynydd Cenedlaethau'r Dyfodol, Public Services Ombudsman for Wales/Ombwdsmon Gwasanaethau Cyhoeddus Cymru, Audit Wales/Archwilio Cymru, Auditor General for Wales/Archwilydd Cyffredinol Cymru, NHS Wales Shared Services Partnership/Partneriaeth Cydwasanaethau GIG Cymru/NWSSP, NHS Wales Executive, Hybu Cig Cymru, Industry Wales, Digital Communities Wales/Cymunedau Digidol Cymru, Wales Council for Voluntary Action/Cyngor Gweithredu Gwirfoddol Cymru/WCVA/CGGC, Welsh Local Government Association/Cymdeithas Llywodraeth Leol Cymru/WLGA/CLlLC, Data Cymru, Adnodd`,
  },
  government: {
    size: 1,
    bodies: `Welsh Government/Llywodraeth Cymru, Senedd Cymru/Welsh Parliament/Senedd, Welsh Assembly/National Assembly for Wales/Cynulliad Cenedlaethol Cymru`,
  },
  joint: {
    size: 20,
    bodies: `Cardiff Capital Region/Prifddinas-Ranbarth Caerdydd, Swansea Bay City Deal, Ambition North Wales/Uchelgais Gogledd Cymru, North Wales Economic Ambition Board, Growing Mid Wales/Tyfu Canolbarth Cymru, Shared Resource Service/SRS Wales, GwE, Consortiwm Canolbarth y De/Central South Consortium, Education Achievement Service, Partneriaeth, Rhondda Cynon Taf Public Services Board, Gwent Public Services Board, North Wales Regional Partnership Board, Gwent Archives/Archifau Gwent, Glamorgan Archives/Archifau Morgannwg`,
  },
  "housing-association": {
    size: 34,
    bodies: `Adra, ateb, Barcud, Bron Afon, Cadwyn, Caredig, Cartrefi Conwy, ClwydAlyn, Coastal Housing, Cynon Taf Community Housing, Grŵp Cynefin, Hafod, Hafod Housing, Hedyn, Linc Cymru, Melin Homes, Merthyr Tydfil Housing Association, Merthyr Valleys Homes, Mid-Wales Housing, Monmouthshire Housing Association, Newport City Homes, Newydd Housing, North Wales Housing/Tai Gogledd Cymru, Pobl Group/Grŵp Pobl, RHA Wales, Rhondda Housing Association, Taff Housing, Tai Calon, Tai Ceredigion, Tai Tarian, Tai Wales and West/Wales & West Housing, Trivallis, United Welsh, Valleys to Coast, Codi, Cardiff Community Housing Association, Community Housing Cymru/Cartrefi Cymunedol Cymru, Tai Pawb, Bro Myrddin Housing Association`,
  },
  "third-sector": {
    size: null,
    bodies: `Age Cymru, Citizens Advice Cymru/Cyngor ar Bopeth/Citizens Advice, Cwmpas, Wales Co-operative Centre, Mind Cymru, Shelter Cymru, Barnardo's Cymru, Tenovus, Marie Curie, Macmillan, British Red Cross, St John Ambulance Cymru, Urdd Gobaith Cymru/Yr Urdd, Mudiad Meithrin, Merched y Wawr, Young Farmers, Menter Môn, Menter Caerdydd, Mantell Gwynedd, Medrwn Môn, PAVO, CAVO, PAVS, GAVO, Interlink, GVS, Nesta, Carnegie UK, National Trust/Ymddiriedolaeth Genedlaethol, RNIB Cymru, RNID, Samaritans, NSPCC, Oxfam, Save the Children, Wales TUC, Unison, Unite, Plaid Cymru, Llamau, Crisis, Turning Point, Hafal, Adferiad, Disability Wales/Anabledd Cymru, Learning Disability Wales, Ethnic Minorities and Youth Support Team, Race Council Cymru, Stonewall Cymru, Women's Aid/Cymorth i Fenywod, Chwarae Teg, National Eisteddfod/Eisteddfod Genedlaethol, Royal Welsh Show/Sioe Frenhinol`,
  },
  utility: {
    size: 3,
    bodies: `Dŵr Cymru/Welsh Water/Dŵr Cymru Welsh Water, Hafren Dyfrdwy, Wales and West Utilities`,
  },
  "central-government": {
    size: null,
    bodies: `Cabinet Office, Home Office/Y Swyddfa Gartref, HM Revenue and Customs/HMRC/CThEM, HM Treasury, HM Land Registry, HM Passport Office, HM Prison and Probation Service, Ministry of Justice, Ministry of Defence, Ministry of Housing, Ministry of Agriculture, Ministry of Finance, Ministry of Foreign Affairs, Ministry of Health, Ministry of the Interior, Ministry of Education, Foreign Office, Foreign and Commonwealth Office, Department for Work and Pensions/DWP/Adran Gwaith a Phensiynau, Department for Education, Department of Health, Department for Transport, DVLA, Driver and Vehicle Licensing Agency, DVSA, Companies House/Tŷ'r Cwmnïau, Intellectual Property Office, Office for National Statistics/ONS/Swyddfa Ystadegau Gwladol, Ordnance Survey, Met Office, Environment Agency, Jobcentre Plus, Job Centre, Crown Prosecution Service, Crown Commercial Service, Government Digital Service, National Cyber Security Centre, National Audit Office, Charity Commission, Information Commissioner's Office, Ofcom, Ofsted, Ofgem, Wales Office/Swyddfa Cymru, House of Commons, House of Lords, Natural England, Historic England, Homes England, NHS England, NHS Digital, NHS Scotland, NatureScot, UK Government, Scottish Government, Northern Ireland Executive, Local Government Association, European Commission, European Parliament, European Union, United Nations, World Health Organization, World Bank, NATO, UNICEF, UNESCO, Red Cross, Amnesty International, Interpol, Europol, FBI, CIA, NASA`,
  },
  company: {
    size: null,
    bodies: `Accenture, Acorn, Adobe, Airbus, Amazon, Amazon Web Services/AWS, Apple, Arup, Arriva, Asda, Atos, Barclays, BBC, BBC Cymru, BT, Capgemini, Capita, Centrica, CGI, Cisco, Civica, Cognizant, Dell, Deloitte, DHL, EDF, Ernst & Young, Esri, Facebook, FedEx, Fujitsu, GitHub, Google, Granicus, Hewlett Packard, HSBC, IBM, Idox, Infosys, Instagram, ITV, John Lewis, JPMorgan, KPMG, Liberata, LinkedIn, Lloyds, Marks & Spencer, McKinsey, Meta, Microsoft, Morrisons, MRI Software, Nationwide, NatWest, NEC Software, Netcall, Netflix, Nokia, Northgate, OpenAI, Oracle, Palantir, PayPal, PwC, PricewaterhouseCoopers, Royal Mail, S4C, Sainsbury's, Salesforce, Samsung, Santander, SAP, Serco, ServiceNow, Shell, Siemens, Sky, Sony, Sopra Steria, Spotify, Tata Steel, Tesco, Tesla, TikTok, Twitter, Uber, UPS, Verizon, Virgin Media, Vodafone, Walmart, Wipro, YouTube, Zoom, Hitachi, Toyota, BMW, Volkswagen, Golwg, Golwg360, Nation.Cymru, Western Mail, Daily Post, WalesOnline, Guardian, Reuters, Cambrian News, Tinopolis, Admiral, Principality, Stagecoach, GE Aviation, Alliance Leisure, Freedom Leisure, Halo Leisure, Kainos, Made Tech, dxw, Perago, Box UK, Goss Interactive, Jadu, Placecube, Hitachi Solutions`,
  },
} as const satisfies Record<string, BodyClass>;
