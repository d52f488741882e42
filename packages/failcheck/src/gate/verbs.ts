import type { Command } from "commander";
import { openGit } from "@failcheck/core";
import type { Answer } from "../request.ts";
import type { GateIo } from "./io.ts";

type Verb = (argv: readonly string[], io: GateIo) => Promise<Answer>;

const verbs: readonly { name: string; description: string; load: () => Promise<Verb> }[] = [
  {
    name: "install",
    description: "the git hooks that hold the gate for secrets; --uninstall, --server, --no-ref-gate",
    load: async () => (await import("./install.ts")).runInstall,
  },
  {
    name: "push",
    description: "pre-push: reads git's stdin, looks at every commit about to leave",
    load: async () => (await import("./hook.ts")).runPush,
  },
  {
    name: "receive",
    description: "a server's pre-receive: reads git's stdin inside the quarantine",
    load: async () => (await import("./hook.ts")).runReceive,
  },
  {
    name: "agent-guard",
    description: "before a coding agent's tool runs: refuses what would pass by the gate; reads the call on stdin",
    load: async () => (await import("./agent/agent-guard.ts")).runAgentGuard,
  },
  {
    name: "doctor",
    description: "which layers of the gate are really there; --format json",
    load: async () => (await import("./doctor/doctor.ts")).runDoctor,
  },
  { name: "hook", description: "what an installed hook calls", load: async () => (await import("./hook.ts")).runHook },
];

/** The verbs of the gate; each is loaded when it is called, and reads its own arguments. */
export function addGate(main: Command, answer: (work: Promise<Answer>) => Promise<void>): void {
  for (const { name, description, load } of verbs) {
    main
      .command(name, { hidden: name === "hook" })
      .description(description)
      .argument("[args...]")
      .passThroughOptions()
      .allowUnknownOption()
      .action((argv: readonly string[]) => {
        const io: GateIo = { git: openGit(), stdin: process.stdin, env: process.env };
        return answer(load().then((verb) => verb(argv, io)));
      });
  }
}
