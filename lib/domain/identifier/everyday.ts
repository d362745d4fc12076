/** Words of every day that are names too. Rules: docs/spec/identifier.md, I11. */

/** Everyday English and Welsh words that are names too; found only with their capital. */
export const EVERYDAY: ReadonlySet<string> = new Set(
  (
    "mark will grace hope mold barry bow may june april august rose ivy daisy lily dawn joy faith summer autumn winter holly hazel jack bill bob pat sue " +
    "drew rob nick frank ray jay dean dale glen guy art chase chance rich price young king brown black white green gray grey long short best love day " +
    "knight bishop cook baker carter mason miller parker potter taylor turner walker ward wood woods hall hill field fields ford lane park parks pool brook " +
    "banks marsh moss reed rice lamb fox wolf bird swan crane finch bell ball stone rock sharp swift wise small little page book read case cole dove drake " +
    "gold good grant hand head heath hunt lake law major mayor moon noble north south east west pearl penny power prince rush sale savage sky snow spring " +
    "star storm street thorn vale wells trust angel amber basil carol cliff crystal daily destiny earnest eve flora gene harmony harry heather honor honour " +
    "iris jasmine jean jewel josh lance laurel loyal lucky melody mercy miles olive pansy peg petal piers poppy prudence raven reason robin ruby rusty sage " +
    "sandy sonny stew stuart sunny tad tiffany trip victor viola violet wade warren web mold flint talbot newport usk neath bay port bridge castle church " +
    "mai haf wyn gwyn glas bach mawr coch llwyd teg eira enfys gwawr seren heulwen haul mel non cariad bryn glyn alaw awel celyn briallu lili gwen ceri " +
    "pwyll hedd llinos eos gwynt gobaith hefin medi ebrill mehefin bore nant pant tan dan sir cymru cymro wales welsh english england britain british"
  ).split(" "),
);
