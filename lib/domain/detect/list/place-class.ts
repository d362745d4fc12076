/**
 * The cities of Wales, and its counties that are called otherwise than a city, by part of Wales: how closely a place may be told
 * without naming it. As of 2024, common knowledge, written for the product. Rules: docs/spec/identifier.md, I58 and I94.
 */
export const CITIES_OF_WALES = {
  north: "Bangor, St Asaph/Llanelwy, Wrexham/Wrecsam",
  mid: "",
  south_west: "St Davids/St David's/Tyddewi, Swansea/Abertawe",
  south_east: "Cardiff/Caerdydd, Newport/Casnewydd",
} as const;

export const COUNTIES_OF_WALES = {
  north:
    "Anglesey/Ynys Môn/Isle of Anglesey/Sir Fôn, Conwy, Denbighshire/Sir Ddinbych, Flintshire/Sir y Fflint, Gwynedd",
  mid: "Ceredigion, Powys",
  south_west:
    "Carmarthenshire/Sir Gaerfyrddin/Sir Gâr, Neath Port Talbot/Castell-nedd Port Talbot, Pembrokeshire/Sir Benfro",
  south_east:
    "Blaenau Gwent, Bridgend/Pen-y-bont ar Ogwr, Caerphilly/Caerffili, Merthyr Tydfil/Merthyr Tudful, Monmouthshire/Sir Fynwy, Rhondda Cynon Taf, Torfaen, Vale of Glamorgan/Bro Morgannwg",
} as const;
