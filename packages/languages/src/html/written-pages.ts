import type { Call, CodeTree } from "../code/code-tree.ts";
import type { SyntaxNode } from "../code/node.ts";
import type { StringLiteral } from "../code/strings.ts";

/** A step by which a program puts a text together: what it begins with, or what it adds. */
interface Step {
  readonly node: SyntaxNode;
  /** What is written to: `html`, `parts`, `self.out`. */
  readonly target: string;
  readonly begins: boolean;
  /** Undefined where something is written that is no literal. */
  readonly literals: readonly StringLiteral[] | undefined;
}

/** The literals that a program writes one behind the other into one text, in the order of the program. */
export interface WrittenPage {
  readonly literals: readonly StringLiteral[];
  /** The text begins in the function that goes on with it. */
  readonly isOwn: boolean;
  /** Parts of it come from elsewhere. */
  readonly hasMore: boolean;
  /** The name of the function around it; empty for the file itself. */
  readonly within: string;
}

const functionTypes: ReadonlySet<string> = new Set([
  "function_definition",
  "lambda",
  "FunctionDeclaration",
  "FunctionExpression",
  "ArrowFunctionExpression",
]);
/** What makes it depend on something whether, or how often, what it holds is run. */
const controlTypes: ReadonlySet<string> = new Set([
  ...functionTypes,
  ..."for_statement while_statement if_statement elif_clause else_clause try_statement except_clause match_statement case_clause".split(
    " ",
  ),
  ..."IfStatement ForStatement ForInStatement ForOfStatement WhileStatement DoWhileStatement SwitchCase TryStatement CatchClause".split(
    " ",
  ),
]);

/** Matches `html += a`, `html = html + a`, `parts.append(a)`, `"".join([a])`, `print(a)`; not `a = b`. */
const mayWrite = /\+=|=\s?[\w.]{1,60}\s?\+|\.(?:append|push|write|writelines|join)\(|\bprint\(/;

/** Finds the texts that a program puts together by `html += "…"`, `parts.append("…")` or `out.write("…")`. */
export function writtenPages(tree: CodeTree): WrittenPage[] {
  if (!mayWrite.test(tree.text)) return [];
  const steps = stepsOf(tree);
  const owners = new Map<string, Set<SyntaxNode>>();
  for (const { target, begins, node } of steps) {
    if (begins) owners.set(target, (owners.get(target) ?? new Set()).add(functionOf(node, tree.root)));
  }
  const runs = new Map<SyntaxNode, Map<string, Step[][]>>();
  for (const step of steps) {
    const scope = scopeOf(step.node, tree.root, owners.get(step.target));
    const named = runs.get(scope) ?? new Map<string, Step[][]>();
    runs.set(scope, named);
    const list = named.get(step.target) ?? [];
    named.set(step.target, list);
    const last = list.at(-1);
    if (last === undefined || step.begins) list.push([step]);
    else last.push(step);
  }
  return [...runs].flatMap(([scope, named]) => [...named.values()].flat().flatMap((run) => pageOf(run, scope)));
}

function stepsOf(tree: CodeTree): Step[] {
  const steps: Step[] = [];
  for (const { node, target, value, operator } of tree.assignments) {
    if (value === undefined || (operator !== "=" && operator !== "+=")) continue;
    const literals = literalsOf(tree, value);
    const onto = literals?.[0]?.pieces[0];
    const adds = operator === "+=" || (onto?.kind === "hole" && onto.node?.text === target.text);
    steps.push({ node, target: target.text, begins: !adds, literals });
  }
  for (const call of tree.calls()) {
    const { node, method, receiver, args } = call;
    const list = listStep(tree, call);
    if (list !== undefined) steps.push(list);
    if (receiver === undefined || method === undefined || !writes.has(method)) continue;
    const literals = args.map((argument) => tree.stringAt(argument.node));
    const known = literals.flatMap((literal) => literal ?? []);
    steps.push({
      node,
      target: receiver.text,
      begins: false,
      literals: known.length === literals.length && known.length > 0 ? known : undefined,
    });
  }
  return steps.sort((a, b) => a.node.at[0] - b.node.at[0]);
}

/** What a call writes that joins a list of literals, writes its lines, or prints. */
function listStep(tree: CodeTree, { node, method, receiver, name, args }: Call): Step | undefined {
  const [first] = args;
  if (name === "print" && first !== undefined) {
    const file = args.find((argument) => argument.name === "file")?.node.text ?? "";
    const literal = tree.stringAt(first.node);
    return { node, target: `print ${file}`, begins: false, literals: literal === undefined ? undefined : [literal] };
  }
  if (receiver === undefined || (method !== "join" && method !== "writelines")) return undefined;
  const list = receiver.type === "ArrayExpression" ? receiver : first?.node;
  const literals = list === undefined ? undefined : literalsOf(tree, list);
  if (method === "writelines") return { node, target: receiver.text, begins: false, literals };
  return literals && { node, target: `join ${String(node.at[0])}`, begins: true, literals };
}

const writes: ReadonlySet<string> = new Set(["append", "push", "write", "end"]);

/** A literal, or those of a list that holds nothing else. */
function literalsOf(tree: CodeTree, value: SyntaxNode): readonly StringLiteral[] | undefined {
  const whole = tree.stringAt(value);
  if (whole !== undefined) return [whole];
  if (value.type !== "list" && value.type !== "ArrayExpression") return undefined;
  const literals = value.children.flatMap((child) => tree.stringAt(child) ?? []);
  return literals.length === value.children.length ? literals : undefined;
}

function functionOf(node: SyntaxNode, root: SyntaxNode): SyntaxNode {
  let at = node.parent;
  while (at !== undefined && !functionTypes.has(at.type)) at = at.parent;
  return at ?? root;
}

/** The innermost function around it in which its text begins; else the innermost of all. */
function scopeOf(node: SyntaxNode, root: SyntaxNode, owners: ReadonlySet<SyntaxNode> | undefined): SyntaxNode {
  const own = functionOf(node, root);
  if (owners === undefined) return own;
  for (let at = own; at !== root; at = functionOf(at, root)) if (owners.has(at)) return at;
  return owners.has(root) ? root : own;
}

/** What one run of steps writes whatever happens; nothing where a loop or branch writes more than comes out even by itself. */
function pageOf(run: readonly Step[], scope: SyntaxNode): WrittenPage[] {
  const certain: StringLiteral[] = [];
  const branches = new Map<SyntaxNode, StringLiteral[]>();
  let hasMore = false;
  for (const { node, literals, begins, target } of run) {
    const branch = branchOf(node, scope);
    if (literals === undefined) {
      if (begins) {
        if (!isEmpty(node)) return [];
      } else if (mayBeHalf.test(node.text)) return [];
      else hasMore = true;
      continue;
    }
    if (literals.some((literal) => wraps(literal, target))) return [];
    if (branch === undefined) certain.push(...literals);
    else {
      const before = branches.get(branch);
      if (before === undefined) branches.set(branch, [...literals]);
      else before.push(...literals);
    }
  }
  const isEven = [...branches.values()].every((literals) => comesOutEven(literals.map(markup).join("")));
  if (!isEven || certain.length < 2) return [];
  return [{ literals: certain, isOwn: run[0]?.begins === true, hasMore, within: nameOf(scope) }];
}

/** The branch or loop body within a function that a statement stands in; undefined where it is run once whatever happens. */
function branchOf(node: SyntaxNode, scope: SyntaxNode): SyntaxNode | undefined {
  let at = node;
  while (at.parent !== undefined && at.parent !== scope) {
    if (controlTypes.has(at.parent.type)) return at;
    at = at.parent;
  }
  return undefined;
}

/** Matches `parts = []`, `html = list()`; not `html = render(a)`. */
const isEmpty = (node: SyntaxNode): boolean =>
  /=\s*(?:\[\s*\]|(?:list|StringIO|io\.StringIO)\(\s*\)|open\(.*\))\s*;?$/.test(node.text);

/** Matches names of what writes one half of a page: `page_header()`, `FOOT`. */
export const mayBeHalf = /head|foot|top|bottom|start|begin|end(?!er)|open|close|prefix|suffix|wrap|layout|before|after/i;

/** Whether the text so far stands within the new one, and not before it: `html = "<div>" + html + "</div>"`. */
const wraps = ({ pieces }: StringLiteral, target: string): boolean =>
  pieces.some((piece, index) => index > 0 && piece.kind === "hole" && piece.node?.text === target);

const nameOf = (scope: SyntaxNode): string => scope.child("name")?.text ?? scope.child("id")?.text ?? "";

/** The static text of a literal; what is filled in becomes a space. */
export const markup = ({ pieces }: StringLiteral): string =>
  pieces.map((piece) => (piece.kind === "text" ? piece.text : " ")).join("");

/** Matches `<div class="a">` and `</section>`; not `<br>`, `<p>`. */
const blocks =
  /<(\/?)(div|section|main|article|aside|header|footer|nav|form|fieldset|figure|table|ul|ol|dl|select|button|blockquote|details|dialog|template|html|body)\b/gi;

/** Whether each element that must be closed is closed, in its order. */
export function comesOutEven(text: string): boolean {
  const open: string[] = [];
  for (const [, slash, name = ""] of text.matchAll(blocks)) {
    if (slash === "") open.push(name.toLowerCase());
    else if (open.pop() !== name.toLowerCase()) return false;
  }
  return open.length === 0;
}
