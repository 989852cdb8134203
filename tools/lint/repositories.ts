import { readdirSync, readFileSync } from 'node:fs';
import ts from 'typescript';

export interface RepositoryClass {
  file: string;
  name: string;
  /** Public methods that do not begin with a company, or with what carries one. */
  unscoped: string[];
}

/** Every repository of the services. */
export const repositories = (): RepositoryClass[] =>
  readdirSync('services')
    .flatMap((service) =>
      readdirSync(`services/${service}/src`, { recursive: true, encoding: 'utf8' }).map(
        (file) => `services/${service}/src/${file}`,
      ),
    )
    .filter((file) => file.endsWith('.repository.ts'))
    .sort()
    .flatMap((file) => repositoriesIn(file, readFileSync(file, 'utf8')));

/**
 * The exported classes of a repository's file. A method is of one company when its first argument is `companyId: string`, the
 * request's context, or an entity, which was read within its company.
 */
export function repositoriesIn(file: string, text: string): RepositoryClass[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const entities = new Set(source.statements.filter(ts.isImportDeclaration).flatMap(entitiesOf));
  return source.statements.filter(ts.isClassDeclaration).map((one) => ({
    file,
    name: one.name!.text,
    unscoped: one.members
      .filter((member) => isPublic(member))
      .flatMap((member) => {
        const method = methodOf(member);
        return method && !isScoped(method.parameters[0], entities) ? [member.name!.getText()] : [];
      }),
  }));
}

function entitiesOf(one: ts.ImportDeclaration): string[] {
  const from = (one.moduleSpecifier as ts.StringLiteral).text;
  const names = one.importClause?.namedBindings;
  if (!from.endsWith('.entity.js') || !names || !ts.isNamedImports(names)) return [];
  return names.elements.map((element) => element.name.text);
}

const isPublic = (member: ts.ClassElement): boolean =>
  !ts.canHaveModifiers(member) ||
  !ts
    .getModifiers(member)
    ?.some(({ kind }) => kind === ts.SyntaxKind.PrivateKeyword || kind === ts.SyntaxKind.ProtectedKeyword);

/** A method, or a property that holds a function. */
function methodOf(member: ts.ClassElement): ts.SignatureDeclaration | null {
  if (ts.isMethodDeclaration(member)) return member;
  const value = ts.isPropertyDeclaration(member) ? member.initializer : undefined;
  return value && (ts.isArrowFunction(value) || ts.isFunctionExpression(value)) ? value : null;
}

function isScoped(first: ts.ParameterDeclaration | undefined, entities: ReadonlySet<string>): boolean {
  const type = first?.type?.getText() ?? '';
  if (first?.name.getText() === 'companyId') return type === 'string';
  return type === 'RequestContext' || entities.has(type);
}
