import { CannotCheck, didYouMean } from "@failcheck/core";
import { agents } from "./agents.ts";
import type { Piece } from "./piece.ts";
import { pieces } from "./pieces.ts";
import type { Project } from "./project.ts";

/** What the command line says about the pieces; a flag that brings further ones adds its field here. */
export interface Choice {
  /** Names of pieces; those that suit the project where none is named. */
  readonly names: readonly string[];
  /** Whether coding agents are to ask before they run a command. */
  readonly agents: boolean;
  /** Files of other scanners that are taken over. */
  readonly from: readonly string[];
}

/** The pieces that are asked for, in the order in which they build on each other. */
export async function chosenPieces(choice: Choice, project: Project): Promise<readonly Piece[]> {
  const names = choice.agents ? [...choice.names, agents.name] : choice.names;
  const all = [...pieces, agents];
  const known = all.map(({ name }) => name);
  for (const name of names) {
    if (known.includes(name)) continue;
    throw new CannotCheck(`init has no piece called ${name}. There are: ${known.join(", ")}${await didYouMean(name, known)}`);
  }
  return all.filter((piece) => (names.length > 0 ? names.includes(piece.name) : piece.suits(project)));
}
