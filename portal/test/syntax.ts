import ts from 'typescript';
import { namespaceOf, type SourceFile } from './sources.js';

/** Attributes whose text people see or hear. */
const SPOKEN = new Set([
  'alt', 'aria-label', 'aria-description', 'aria-roledescription', 'aria-valuetext', 'button', 'closeButtonLabel',
  'confirm', 'description', 'empty', 'error', 'intro', 'label', 'name-of', 'placeholder', 'text', 'tick', 'title',
]); // prettier-ignore

export interface Use {
  namespace: string;
  /** `status.` stands for every key below it. */
  key: string;
  prefix: boolean;
  at: string;
}

const parse = ({ path, text }: SourceFile): ts.SourceFile =>
  ts.createSourceFile(
    path,
    text,
    ts.ScriptTarget.Latest,
    true,
    path.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS,
  );

function visit(node: ts.Node, see: (node: ts.Node) => void): void {
  see(node);
  node.forEachChild((child) => visit(child, see));
}

const place = (file: ts.SourceFile, node: ts.Node): string =>
  `${file.fileName}:${file.getLineAndCharacterOfPosition(node.getStart()).line + 1}`;

/** Words typed into a component: text between tags, and in attributes that are seen or read out. */
export function typedWords(source: SourceFile): string[] {
  const file = parse(source);
  const found: string[] = [];
  const report = (node: ts.Node, text: string) => {
    if (/\p{L}/u.test(text)) found.push(`${place(file, node)}: ${text.trim()}`);
  };
  visit(file, (node) => {
    if (ts.isJsxText(node)) report(node, node.text);
    if (ts.isJsxExpression(node) && node.expression && !ts.isJsxAttribute(node.parent))
      for (const literal of literalsIn(node.expression)) report(literal, literal.text);
    if (ts.isJsxAttribute(node) && SPOKEN.has(node.name.getText()) && node.initializer) {
      if (ts.isStringLiteral(node.initializer)) report(node, node.initializer.text);
      else if (ts.isJsxExpression(node.initializer) && node.initializer.expression)
        for (const literal of literalsIn(node.initializer.expression)) report(literal, literal.text);
    }
  });
  return found;
}

/** Operators whose result has a text of theirs in it; a comparison ends in a yes or no. */
const PASSING = new Set([
  ts.SyntaxKind.PlusToken,
  ts.SyntaxKind.AmpersandAmpersandToken,
  ts.SyntaxKind.BarBarToken,
  ts.SyntaxKind.QuestionQuestionToken,
]);

/** Strings that an expression may come to, not those that it is made with. */
function literalsIn(node: ts.Expression): ts.LiteralLikeNode[] {
  if (ts.isStringLiteralLike(node)) return [node];
  if (ts.isTemplateExpression(node)) return [node.head, ...node.templateSpans.map((span) => span.literal)];
  if (ts.isParenthesizedExpression(node)) return literalsIn(node.expression);
  if (ts.isConditionalExpression(node)) return [...literalsIn(node.whenTrue), ...literalsIn(node.whenFalse)];
  if (ts.isBinaryExpression(node) && PASSING.has(node.operatorToken.kind))
    return [...literalsIn(node.left), ...literalsIn(node.right)];
  return [];
}

/** Which texts a file uses: calls of a function that came from useTexts, and labels that an area names. */
export function usesOf(source: SourceFile): Use[] {
  const file = parse(source);
  const own = namespaceOf(source.path);
  const uses: Use[] = [];
  const add = (node: ts.Node, key: string, prefix = false) =>
    uses.push({ namespace: own, key, prefix, at: place(file, node) });
  visit(file, (node) => {
    if (ts.isCallExpression(node) && ts.isIdentifier(node.expression) && node.expression.text === 't')
      keysIn(node.arguments[0], (key, prefix) => add(node, key, prefix));
    if (source.path.endsWith('/area.tsx') && ts.isPropertyAssignment(node) && node.name.getText() === 'label')
      keysIn(node.initializer, (key, prefix) => add(node, key, prefix));
  });
  return uses;
}

function keysIn(node: ts.Expression | undefined, add: (key: string, prefix: boolean) => void): void {
  if (!node) return;
  if (ts.isStringLiteralLike(node)) add(node.text, false);
  else if (ts.isTemplateExpression(node)) add(node.head.text, true);
  else if (ts.isConditionalExpression(node)) {
    keysIn(node.whenTrue, add);
    keysIn(node.whenFalse, add);
  }
}

/** The folders whose texts a file asks for, by `useTexts('…')`. */
export function askedNamespaces(source: SourceFile): string[] {
  return [...source.text.matchAll(/useTexts\('([\w-]+)'\)/g)].map((match) => match[1]!);
}
