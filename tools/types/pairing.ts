import ts from 'typescript';

/** What a kind of decorator makes of a value; `@IsIn` and `@Nested` are held to the declared type by the compiler's own look at it. */
const KINDS: Record<string, string> = {
  ...Object.fromEntries(
    'IsName IsNameOrEmpty IsText IsTextOrEmpty IsString IsLine IsVerbatim IsCursor IsUUID IsEmailAddress IsCountry IsLanguageTag IsInstant'
      .split(' ')
      .map((name) => [name, 'string']),
  ),
  IsInt: 'number',
  IsBoolean: 'boolean',
  Equals: 'true',
  IsObject: 'Record<string, unknown>',
};
/** Their format limits them. */
const LIMITED = new Set(['IsCursor', 'IsUUID', 'IsEmailAddress', 'IsCountry', 'IsLanguageTag', 'IsInstant']);

/** Where the decorators of a property and its declared type say different things. */
export function mismatches(file: ts.SourceFile, checker: ts.TypeChecker): string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isPropertyDeclaration(node)) {
      const name = `${(node.parent as ts.ClassDeclaration).name?.text}.${node.name.getText()}`;
      found.push(...mismatchesOf(node, checker).map((what) => `${name}: ${what}`));
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

function mismatchesOf(property: ts.PropertyDeclaration, checker: ts.TypeChecker): string[] {
  const calls = (ts.getDecorators(property) ?? []).map((d) => d.expression).filter(ts.isCallExpression);
  if (calls.length === 0) return [];
  const named = new Map(calls.map((c) => [c.expression.getText(), c]));
  // A decorator of several, such as IsOtherVersions, says all of it in its own place.
  const kind = [...named.keys()].find((n) => n in KINDS || ['IsIn', 'Nested', 'NestedList'].includes(n));
  const found: string[] = [];
  if (!kind) return found;
  const declared = checker.getTypeAtLocation(property);
  const parts = partsOf(declared);
  const nullable = parts.some((t) => t.flags & ts.TypeFlags.Null);
  if (!!property.questionToken !== named.has('IsOptional')) found.push('`?` and @IsOptional go together');
  if (nullable !== named.has('IsNullable')) found.push('`| null` and @IsNullable go together');
  const list = named.has('IsArray') || kind === 'NestedList';
  if (list && kind !== 'NestedList' && !named.has('ArrayMaxSize')) found.push('a list has a maximum');
  if (KINDS[kind] === 'string' && !LIMITED.has(kind) && !named.has('MaxLength'))
    found.push('a text has a maximum');
  const wanted = wantedType(kind, named.get(kind)!, checker);
  const plain = checker.getNonNullableType(declared);
  const value = list ? checker.getIndexTypeOfType(plain, ts.IndexKind.Number) : plain;
  if (list !== checker.isArrayType(plain)) found.push('a list has a list’s decorators');
  else if (!value || !same(value, wanted, checker)) {
    found.push(
      `the type is ${checker.typeToString(declared)}, @${kind} makes ${typeof wanted === 'string' ? wanted : checker.typeToString(wanted)}`,
    );
  }
  return found;
}

function wantedType(kind: string, call: ts.CallExpression, checker: ts.TypeChecker): ts.Type | string {
  const known = KINDS[kind];
  if (known) return known;
  const argument = checker.getTypeAtLocation(call.arguments[0]!);
  if (kind === 'IsIn') {
    const [values] = call.arguments;
    // Values in place are what they are; the list's own type would be that of any text.
    const types = ts.isArrayLiteralExpression(values!)
      ? values.elements.map((e) => checker.getTypeAtLocation(e))
      : partsOf(checker.getIndexTypeOfType(argument, ts.IndexKind.Number)!);
    return choicesOf(types, checker);
  }
  const made = argument.getCallSignatures()[0]!.getReturnType();
  return made.getConstructSignatures()[0]!.getReturnType();
}

function same(value: ts.Type, wanted: ts.Type | string, checker: ts.TypeChecker): boolean {
  if (typeof wanted === 'string') return choicesOf(partsOf(value), checker) === wanted;
  return checker.isTypeAssignableTo(value, wanted) && checker.isTypeAssignableTo(wanted, value);
}

const partsOf = (type: ts.Type): readonly ts.Type[] => (type.isUnion() ? type.types : [type]);

/** Its booleans in one word: to the compiler they are two. */
const choicesOf = (types: readonly ts.Type[], checker: ts.TypeChecker): string =>
  types
    .map((t) => checker.typeToString(t))
    .sort()
    .join(' | ')
    .replace('false | true', 'boolean');
