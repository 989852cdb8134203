import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** What the TypeScript compiler says about a snippet: its code, and the line of the snippet it speaks of. */
export interface Diagnosis {
  code: number;
  line: string;
  message: string;
}

/** Compiles snippets as if each were a file of this folder; all in one program, since its start is what costs. */
export function diagnose(snippets: Readonly<Record<string, string>>): Record<string, Diagnosis[]> {
  const { options } = ts.parseJsonConfigFileContent(
    ts.readConfigFile(`${root}tsconfig.base.json`, ts.sys.readFile).config,
    ts.sys,
    root,
  );
  const files = new Map(
    Object.entries(snippets).map(([, text], i) => [`${root}tools/types/snippet-${i}.ts`, text]),
  );
  const host = ts.createCompilerHost(options);
  const { readFile, fileExists } = host;
  host.fileExists = (path) => files.has(path) || fileExists(path);
  host.readFile = (path) => files.get(path) ?? readFile(path);
  // What is declared and never used is not what is asked.
  const program = ts.createProgram({
    rootNames: [...files.keys()],
    options: { ...options, types: ['node'], noUnusedLocals: false, noUnusedParameters: false },
    host,
  });
  return Object.fromEntries(
    Object.keys(snippets).map((name, i) => {
      const source = program.getSourceFile(`${root}tools/types/snippet-${i}.ts`)!;
      const found = [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)];
      return [name, found.map((d) => toDiagnosis(d, source))];
    }),
  );
}

function toDiagnosis(d: ts.Diagnostic, source: ts.SourceFile): Diagnosis {
  const { line } = source.getLineAndCharacterOfPosition(d.start ?? 0);
  return {
    code: d.code,
    line: source.text.split('\n')[line]!.trim(),
    message: ts.flattenDiagnosticMessageText(d.messageText, '\n'),
  };
}
