/** Annexes: what is printed behind a report, or in a section of it, under 附件, 附表 or 附录. */

/** A line that begins an annex may be a sentence; it is no longer than this. */
export const longestAnnex = 160;

const annex = /^[(（【[]?(?:附件|附表|附录|附注|附)(?!近|属|带|加|设|有)/;

/** Does the folded line begin an annex? */
export const isAnnexLine = (folded: string): boolean => folded.length <= longestAnnex && annex.test(folded);
