import { relative, sep } from "node:path";
import ts from "typescript";

/**
 * What was found: where the function can be, and why that can't be told. Known is one place without a cause.
 *
 * @typedef {{ places: { path: string, line: number }[], causes: string[] }} Found
 */

/** Follows names to the functions that they stand for, with the type checker of a program. */
export class Functions {
  #root;
  #program;
  #checker;

  /**
   * @param {string} root the checkout
   * @param {ts.Program} program
   */
  constructor(root, program) {
    this.#root = root;
    this.#program = program;
    this.#checker = program.getTypeChecker();
  }

  /**
   * @param {string} file a module
   * @param {string} handler a property of what it exports as `handlers`
   * @returns {Found}
   */
  handler(file, handler) {
    const source = this.#program.getSourceFile(file);
    const module = source && this.#checker.getSymbolAtLocation(source);
    if (!module) {
      return none(`${this.#path(file)} is no module`);
    }
    const handlers = this.#checker.getExportsOfModule(module).find(({ name }) => name === "handlers");
    if (!handlers) {
      return none(`${this.#path(file)} exports no \`handlers\``);
    }
    const map = this.#original(handlers);
    if (!map) {
      return none(`${this.#path(file)} exports \`handlers\` from a module that is not there`);
    }
    const values = (map.declarations ?? []).map(valueOf).filter((value) => value !== undefined);
    return values.length > 0
      ? joined(values.map((value) => this.#member(value, handler, new Set())))
      : (this.#ofProperty(
          this.#checker.getPropertyOfType(this.#checker.getTypeOfSymbol(map), handler),
          new Set(),
        ) ?? none(`\`handlers\` of ${this.#path(file)} has no property \`${handler}\``));
  }

  /** The function behind a property that the checker knows; undefined where it only knows that there is one. */
  #ofProperty(property, seen) {
    const declarations = (property?.declarations ?? []).filter((declaration) => !isOnlyType(declaration));
    return declarations.length === 0 ? undefined : this.#ofDeclarations(declarations, seen);
  }

  /**
   * The function behind a member of what an expression yields.
   *
   * Objects are taken apart before the checker is asked: their types may hide what they hold, as `Record` does, and
   * two objects of equal types become one.
   */
  #member(expression, name, seen) {
    const value = bare(expression);
    const either = alternatives(value);
    if (either) {
      return joined(either.map((one) => this.#member(one, name, seen)));
    }
    if (ts.isObjectLiteralExpression(value)) {
      return this.#memberOfLiteral(value, name, seen);
    }
    const behind = ts.isIdentifier(value) ? this.#constant(value) : undefined;
    if (behind && !seen.has(behind)) {
      return this.#member(behind, name, new Set([...seen, behind]));
    }
    return this.#ofType(value, name, seen);
  }

  #ofType(value, name, seen) {
    const type = this.#checker.getTypeAtLocation(value);
    const property = this.#checker.getPropertyOfType(type, name);
    if (
      !property &&
      !(type.flags & (ts.TypeFlags.Any | ts.TypeFlags.Unknown)) &&
      !type.getStringIndexType()
    ) {
      return none(lacks(name));
    }
    const found =
      this.#ofProperty(property, seen) ??
      none(`what \`${shortened(value)}\` has as \`${name}\` can't be told`);
    return property && property.flags & ts.SymbolFlags.Optional ? joined([found, none(lacks(name))]) : found;
  }

  /** What a constant is, unless it got more properties later. */
  #constant(identifier) {
    const symbol = this.#checker.getSymbolAtLocation(identifier);
    const declarations = (symbol && this.#original(symbol)?.declarations) ?? [];
    const [one] = declarations;
    return declarations.length === 1 && !(ts.isVariableDeclaration(one) && this.#isAssignedAgain(one))
      ? valueOf(one)
      : undefined;
  }

  /** As the language does: the last of an object's entries with a name counts. */
  #memberOfLiteral(literal, name, seen) {
    const possible = [];
    for (const entry of [...literal.properties].reverse()) {
      if (ts.isSpreadAssignment(entry)) {
        const found = this.#member(entry.expression, name, seen);
        const causes = found.causes.filter((cause) => cause !== lacks(name));
        possible.push({ ...found, causes });
        if (causes.length === found.causes.length) {
          return joined(possible);
        }
      } else if (entry.name && this.#nameOf(entry.name) === name) {
        return joined([...possible, this.#ofDeclarations([entry], seen)]);
      }
    }
    return joined([...possible, none(lacks(name))]);
  }

  #nameOf(name) {
    if (!ts.isComputedPropertyName(name)) {
      return name.text;
    }
    const type = this.#checker.getTypeAtLocation(name.expression);
    return type.isStringLiteral() ? type.value : undefined;
  }

  #ofDeclarations(declarations, seen) {
    const functions = declarations.filter((one) => !ts.isFunctionDeclaration(one) || one.body);
    // Of two in one object, or two function declarations in one file, the last counts.
    const areTogether = functions.every(({ parent }) => parent === functions[0].parent);
    const counting = areTogether ? functions.slice(-1) : functions;
    return joined(
      counting.map((declaration) => this.#ofDeclaration(declaration, seen)),
      "it is only declared",
    );
  }

  #ofDeclaration(declaration, seen) {
    if (seen.has(declaration)) {
      return none("the names go round in a circle");
    }
    const after = new Set([...seen, declaration]);
    if (ts.isShorthandPropertyAssignment(declaration)) {
      return this.#ofSymbol(
        this.#checker.getShorthandAssignmentValueSymbol(declaration),
        declaration.name,
        after,
      );
    }
    if (ts.isPropertyAssignment(declaration)) {
      return this.#ofExpression(declaration.initializer, declaration.name, after);
    }
    if (ts.isMethodDeclaration(declaration) || ts.isFunctionDeclaration(declaration)) {
      return this.#at(declaration.name ?? declaration);
    }
    if (ts.isVariableDeclaration(declaration) || ts.isPropertyDeclaration(declaration)) {
      return this.#ofVariable(declaration, after);
    }
    if (ts.isBindingElement(declaration)) {
      return this.#ofBinding(declaration, after);
    }
    if (ts.isExportAssignment(declaration)) {
      return this.#ofExpression(declaration.expression, declaration, after);
    }
    const assignment = ts.isBinaryExpression(declaration) ? declaration : declaration.parent;
    if (assignment && ts.isBinaryExpression(assignment)) {
      return this.#ofExpression(assignment.right, assignment.left, after);
    }
    return none(`it is a ${ts.SyntaxKind[declaration.kind]}, whose function can't be told`);
  }

  #ofVariable(declaration, seen) {
    if (this.#isAssignedAgain(declaration)) {
      return none(`\`${declaration.name.getText()}\` is assigned more than once`);
    }
    return declaration.initializer
      ? this.#ofExpression(declaration.initializer, declaration.name, seen)
      : none(`\`${declaration.name.getText()}\` has no value where it is declared`);
  }

  #ofBinding(declaration, seen) {
    const variable = declaration.parent.parent;
    const key = declaration.propertyName ?? declaration.name;
    const value = ts.isVariableDeclaration(variable) ? variable.initializer : undefined;
    return value && !declaration.dotDotDotToken && ts.isIdentifier(key)
      ? this.#member(value, key.text, seen)
      : none(`\`${declaration.name.getText()}\` is taken out of something that can't be told`);
  }

  #isAssignedAgain(declaration) {
    if (!ts.isIdentifier(declaration.name) || ts.getCombinedNodeFlags(declaration) & ts.NodeFlags.Const) {
      return false;
    }
    const symbol = this.#checker.getSymbolAtLocation(declaration.name);
    const assigns = (node) =>
      (ts.isBinaryExpression(node) &&
        node.operatorToken.kind >= ts.SyntaxKind.FirstAssignment &&
        node.operatorToken.kind <= ts.SyntaxKind.LastAssignment &&
        ts.isIdentifier(node.left) &&
        this.#checker.getSymbolAtLocation(node.left) === symbol) ||
      ts.forEachChild(node, assigns);
    return Boolean(assigns(declaration.getSourceFile()));
  }

  #ofExpression(expression, name, seen) {
    const value = bare(expression);
    if (ts.isArrowFunction(value) || ts.isFunctionExpression(value)) {
      return this.#at(name);
    }
    if (ts.isIdentifier(value)) {
      return this.#ofSymbol(this.#checker.getSymbolAtLocation(value), value, seen);
    }
    if (ts.isPropertyAccessExpression(value)) {
      return this.#ofAccess(value, value.name.text, seen);
    }
    if (ts.isElementAccessExpression(value) && ts.isStringLiteralLike(value.argumentExpression)) {
      return this.#ofAccess(value, value.argumentExpression.text, seen);
    }
    const either = alternatives(value);
    if (either) {
      return joined(either.map((one) => this.#ofExpression(one, name, seen)));
    }
    return none(`it is what \`${shortened(value)}\` yields`);
  }

  #ofAccess(access, name, seen) {
    const object = this.#checker.getSymbolAtLocation(access.expression);
    const original = object && this.#original(object);
    if (original && original.flags & ts.SymbolFlags.ValueModule) {
      const exported = this.#checker.getExportsOfModule(original).find((one) => one.name === name);
      return this.#ofSymbol(exported, access, seen);
    }
    return this.#member(access.expression, name, seen);
  }

  #ofSymbol(symbol, node, seen) {
    const original = symbol && this.#original(symbol);
    return original
      ? this.#ofDeclarations(original.declarations ?? [], seen)
      : none(`\`${node.getText()}\` comes from a module that is not there`);
  }

  /** What a symbol stands for behind imports and exports, undefined where that can't be told. */
  #original(symbol) {
    const original = symbol.flags & ts.SymbolFlags.Alias ? this.#checker.getAliasedSymbol(symbol) : symbol;
    return original.declarations?.length ? original : undefined;
  }

  #at(node) {
    const source = node.getSourceFile();
    const path = this.#path(source.fileName);
    if (source.isDeclarationFile || path.startsWith("..") || path.includes("node_modules/")) {
      return none(`it is defined outside of the sources, in ${path}`);
    }
    const line = source.getLineAndCharacterOfPosition(node.getStart()).line + 1;
    return { places: [{ path, line }], causes: [] };
  }

  #path(file) {
    return relative(this.#root, file).split(sep).join("/");
  }
}

/** @returns {Found} what several ways to it found; `otherwise` is why there is no way */
export function joined(founds, otherwise) {
  const places = new Map(founds.flatMap((found) => found.places).map((place) => [at(place), place]));
  const causes = [...new Set(founds.flatMap((found) => found.causes))];
  return places.size === 0 && causes.length === 0
    ? none(otherwise)
    : { places: [...places.values()], causes };
}

/** @returns {Found} */
export function none(cause) {
  return { places: [], causes: [cause] };
}

/** @param {Found} found @returns {string} why it is not known which function it is; empty where it is */
export function reasonOf({ places, causes }) {
  if (places.length === 0) {
    return causes.join("; ");
  }
  return places.length + causes.length === 1
    ? ""
    : `it can be ${[...places.map(at), ...causes].join(" or ")}`;
}

function at({ path, line }) {
  return `${path}:${line}`;
}

function valueOf(declaration) {
  if (ts.isVariableDeclaration(declaration) || ts.isPropertyAssignment(declaration)) {
    return declaration.initializer;
  }
  if (ts.isExportAssignment(declaration)) {
    return declaration.expression;
  }
  return undefined;
}

function bare(expression) {
  let inner = expression;
  while (
    ts.isParenthesizedExpression(inner) ||
    ts.isAsExpression(inner) ||
    ts.isSatisfiesExpression(inner) ||
    ts.isNonNullExpression(inner) ||
    ts.isTypeAssertionExpression(inner)
  ) {
    inner = inner.expression;
  }
  return inner;
}

function lacks(name) {
  return `there is no \`${name}\` in it`;
}

/** The expressions of which one is taken, undefined where there is no choice. */
function alternatives(expression) {
  if (ts.isConditionalExpression(expression)) {
    return [expression.whenTrue, expression.whenFalse];
  }
  const operator = ts.isBinaryExpression(expression) ? expression.operatorToken.kind : undefined;
  return operator === ts.SyntaxKind.BarBarToken || operator === ts.SyntaxKind.QuestionQuestionToken
    ? [expression.left, expression.right]
    : undefined;
}

function isOnlyType(declaration) {
  return (
    ts.isPropertySignature(declaration) ||
    ts.isMethodSignature(declaration) ||
    ts.isMappedTypeNode(declaration)
  );
}

function shortened(node) {
  const text = node.getText().replace(/\s+/g, " ");
  return text.length > 60 ? `${text.slice(0, 57)}...` : text;
}
