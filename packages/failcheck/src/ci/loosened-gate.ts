/** What a change that loosens the gate is reported as; a line of the base's allowance file can approve it. */
export const loosenedGate = "failcheck/loosened-gate";
