/** The argument by which `doctor` tries a stub: find node, be answered by failcheck, do nothing. */
export const selfTest = "--failcheck-doctor";
