/**
 * Names and places that are other words too; without a capital, or alone, they may mean those. Added to the words of every day.
 * Rules: docs/spec/identifier.md, I60.
 */
import { EVERYDAY } from "../../identifier/everyday.ts";

const OTHER = // given names
  (
    "aneurin elan euros gruff nest saran angelica bart bonnie brad bryony chad christian clarence clement colleen dean dirk don earl fay faye felicity fern gemma georgia gene jade jan jasper jerry " +
    "jo kit kirk lee marina marshall matt max mick mike moses noel opal pilar pip randy rex rick rod roman rosemary rowan sally salvador sherry sienna teddy toby verity virginia mo said ram mei yaw hung ming " +
    "an al bess bola cam celt cod dot ed fran ford gale gill hank josie joss kay kim lane lark lou mac mona nan norm olive ollie page paige paris pearl peg per piper ray reed reg rob roger rory sam sol sonny tad tex van vi wes win " +
    "rhain rhun tegan tirion deryn rhedyn gwenith awen deri mair non nel hedydd morwen teleri erin anest iola jac wil moi ned dai cadi lena lana iris ivory chen wei jin li lin tan ama sha haven chance destiny charity comfort patience " +
    "christmas easter sunday monday friday justice major sergeant baron duke king prince queen abbot abbott bishop pope deacon parson cardinal squire marquis " +
    // surnames
    "dyer gale griffin pennant peregrine tudor archer bannister barber barker barlow barley bates batty bateman bear beck bee benson berry birch bland bloom bolt bolton bond booth bourne bowers bowman boyce brewer bridges briggs bright " +
    "browning bull bullock burgess burns burrows bush butcher butler cannon carpenter cartwright chamberlain chambers chandler chapman clay clegg coe collier cooper copper corn cotton couch cousins cox crabtree craft cross crouch crow cummings " +
    "curry deer doe dolphin draper duck dunn duff eagle elder english fair fairbanks falls farmer fielding fisher flowers flood folk foot forest forester foster fowler franklin free freeman french frost fry fuller fullers gamble garner garland " +
    "garlic gates gill glover goldsmith goose gore grace graves greenwood groom groves gunn gunner hale ham hardy harper hatch haven hawk hawkins hay herring hick high hind hobby hogg holland holly holmes hood hook hooper hopper horn horner house huffman hull hunter " +
    "irons jarvis joiner judge keen kitchen lad lance lawless lawn leach leader lemon lister locke lord lynch madden malt manning mark marks marshal mason masters mead mercer mills monk moody moor moore morrow mullet nail nailor nettle nutter oak oakes ogle page pack painter " +
    "palmer partridge payne peacock pepper pike pickles pierce pitt plumb pollard pool porter potts prentice proctor pugh purse quick rains ramsey rand ratcliff reader reeve rhodes ridge ridley rivers roe rook rope rowe sadler salt sandals sawyer seal sellers settle sharp shearer shepherd shields shore " +
    "silver singer singleton slack slater sloan smart smith smithy snell southern sparks sparrow spear speed spicer spring squires stark steel stock stokes storey stout street strong summers sumner swain swallow swan sweet sykes tanner tate temple thatcher thick thorn tiller tinker tower towers townsend trotter tucker tunnel turnbull " +
    "tyler underwood vane vine wagner wainwright waite walls warner waters watt watts weaver weeks weir welch wells wheel wheeler whistler whittle wild wilde wills winter winters wise witt wolfe woodcock woodward wool worth wright yard younger das den diaz jain sen ng obi park pinto roux costa land lang law weber meier vogel graf ray roy rose rossi rowley seaton stone " +
    // places
    "bath barking bury deal down ealing ely epping hook hull mold nice reading rugby sale slough split tumble valley sketty splott essen sarn betws beaufort nelson johnston valley ware wells wick wing york jersey turkey china japan chile jordan chad mali guinea panama georgia victoria washington virginia florence sofia lima cali paris march " +
    "brent angus perth boston lincoln lewes derby preston stratford stafford durham warwick windsor hamilton wellington nelson austin charlotte orlando phoenix buffalo darwin madison columbus florida kent surrey essex cork bern hague split como lens tours nancy cologne rosario santiago salvador san rhos llan cwm porth pentre talybont betws sarn ely barri borth holt solva undy neath usk bow poole corby crewe down angus fife"
  ).split(" ");

const ALL: ReadonlySet<string> = new Set([...EVERYDAY, ...OTHER]);

/** Whether a folded word is another word, too. */
export function isAmbiguous(word: string): boolean {
  return ALL.has(word);
}
