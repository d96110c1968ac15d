import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

/** As much of JSON Schema (2020-12) as our types need. */
export interface JsonSchema {
  readonly $ref?: string;
  readonly description?: string;
  readonly type?: string;
  readonly format?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly JsonSchema[];
  readonly items?: JsonSchema;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | JsonSchema;
}

/** The members of an exported type as schemas, and what they refer to. Docstrings become descriptions. */
export interface SchemasOfType {
  readonly members: Readonly<Record<string, JsonSchema>>;
  readonly definitions: Readonly<Record<string, JsonSchema>>;
}

/** @throws where a type has no counterpart in JSON. */
export function schemasOf(file: string, typeName: string): SchemasOfType {
  const root = join(import.meta.dirname, '../..');
  const text = readFileSync(join(root, 'tsconfig.json'), 'utf8');
  const config = { ...(JSON.parse(text) as object), include: [] };
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, root);
  const program = ts.createProgram([file], options);
  const checker = program.getTypeChecker();
  const source = program.getSourceFile(file);
  const symbol = source && checker.getSymbolAtLocation(source);
  const exported =
    symbol && checker.getExportsOfModule(symbol).find((one) => one.name === typeName);
  if (exported === undefined) throw new Error(`${file} exports no ${typeName}`);
  const schemas = new Schemas(program);
  const members = checker
    .getPropertiesOfType(checker.getDeclaredTypeOfSymbol(exported))
    .map((member) => [member.name, schemas.of(checker.getTypeOfSymbol(member))]);
  return {
    members: Object.fromEntries(members) as SchemasOfType['members'], // pairs of just that
    definitions: Object.fromEntries(schemas.definitions),
  };
}

/** How every document begins. */
const first = ['schemaVersion', 'command', 'status', 'exitCode'];

class Schemas {
  readonly definitions = new Map<string, JsonSchema>();
  readonly #program: ts.Program;
  readonly #checker: ts.TypeChecker;
  readonly #names = new Map<ts.Type, string>();

  constructor(program: ts.Program) {
    this.#program = program;
    this.#checker = program.getTypeChecker();
  }

  of(type: ts.Type): JsonSchema {
    const { flags } = type;
    if (flags & ts.TypeFlags.Union) return this.#union(type as ts.UnionType); // by its flag
    if (type.isStringLiteral() || type.isNumberLiteral()) return { const: type.value };
    if (flags & ts.TypeFlags.BooleanLiteral) return { const: this.#textOf(type) === 'true' };
    if (flags & ts.TypeFlags.String) return { type: 'string' };
    if (flags & ts.TypeFlags.TemplateLiteral) return { type: 'string' };
    if (flags & ts.TypeFlags.Number) return { type: 'number' };
    if (flags & ts.TypeFlags.Null) return { type: 'null' };
    if (flags & ts.TypeFlags.Unknown) return {};
    if (flags & ts.TypeFlags.NonPrimitive) return { type: 'object' };
    if (flags & (ts.TypeFlags.Object | ts.TypeFlags.Intersection)) return this.#object(type);
    throw new Error(`${this.#textOf(type)} is not a type of JSON`);
  }

  #union({ types }: ts.UnionType): JsonSchema {
    const some = types.filter(({ flags }) => !(flags & ts.TypeFlags.Undefined));
    const literals = some.filter((one): one is ts.LiteralType => one.isLiteral());
    const booleans = some.filter(({ flags }) => flags & ts.TypeFlags.BooleanLiteral);
    const others = some.filter((one) => !one.isLiteral() && !booleans.includes(one));
    const schemas = [
      ...(literals.length > 1 ? [{ enum: literals.map(({ value }) => value) }] : []),
      ...(literals.length === 1 ? literals.map((one) => this.of(one)) : []),
      ...(booleans.length === 2 ? [{ type: 'boolean' }] : booleans.map((one) => this.of(one))),
      ...others.map((one) => this.of(one)),
    ];
    const [only, second] = schemas;
    return only !== undefined && second === undefined ? only : { anyOf: schemas };
  }

  #object(type: ts.Type): JsonSchema {
    if (this.#checker.isArrayType(type) || this.#checker.isTupleType(type)) {
      const items = this.#checker.getTypeArguments(type as ts.TypeReference); // as every array is
      return { type: 'array', items: items.length === 1 && items[0] ? this.of(items[0]) : {} };
    }
    if (type.getSymbol()?.name === 'Date') return { type: 'string', format: 'date-time' };
    const known = this.#names.get(type);
    if (known !== undefined) return { $ref: `#/$defs/${known}` };
    const name = this.#nameOf(type);
    if (name === undefined) return this.#members(type);
    this.#names.set(type, name);
    this.definitions.set(name, {});
    this.definitions.set(name, this.#members(type));
    return { $ref: `#/$defs/${name}` };
  }

  /** A declared name, without those of generic types, which stand for many. */
  #nameOf(type: ts.Type): string | undefined {
    const generic = (type as ts.TypeReference).typeArguments ?? type.aliasTypeArguments ?? [];
    const name = (type.aliasSymbol ?? type.getSymbol())?.name;
    if (generic.length > 0 || name === undefined || name.startsWith('__')) return undefined;
    if (!this.definitions.has(name)) return name;
    throw new Error(`Two types are called ${name}: give one another name`);
  }

  #members(type: ts.Type): JsonSchema {
    const properties: Record<string, JsonSchema> = {};
    const required: string[] = [];
    const members = this.#checker.getPropertiesOfType(type);
    const isFirst = ({ name }: ts.Symbol): boolean => first.includes(name);
    const head = members
      .filter(isFirst)
      .sort((a, b) => first.indexOf(a.name) - first.indexOf(b.name));
    for (const member of [...head, ...members.filter((one) => !isFirst(one))]) {
      const value = this.#checker.getTypeOfSymbol(member);
      properties[member.name] = described(this.of(value), this.#wordsOf(member));
      const isOptional = member.flags & ts.SymbolFlags.Optional || mayBeUndefined(value);
      if (!isOptional) required.push(member.name);
    }
    const [index] = this.#checker.getIndexInfosOfType(type);
    const schema = {
      type: 'object',
      ...(Object.keys(properties).length > 0 && { properties, required }),
      additionalProperties: index === undefined ? false : this.of(index.type),
    };
    return described(schema, this.#wordsOf(type.aliasSymbol ?? type.getSymbol()));
  }

  /** Nothing of the language's own types. */
  #wordsOf(symbol: ts.Symbol | undefined): string {
    const file = symbol?.getDeclarations()?.[0]?.getSourceFile();
    if (file === undefined || this.#program.isSourceFileDefaultLibrary(file)) return '';
    return ts
      .displayPartsToString(symbol?.getDocumentationComment(this.#checker))
      .replace(/\s+/g, ' ');
  }

  #textOf(type: ts.Type): string {
    return this.#checker.typeToString(type);
  }
}

function mayBeUndefined(type: ts.Type): boolean {
  if (type.flags & ts.TypeFlags.Unknown) return true;
  return type.isUnion() && type.types.some(({ flags }) => flags & ts.TypeFlags.Undefined);
}

function described(schema: JsonSchema, description: string): JsonSchema {
  return description === '' ? schema : { description, ...schema };
}
