/**
 * The project's own lint rules, for what the linter has no word for. Plain JavaScript: editors run the
 * linter on whatever Node they have.
 */

/**
 * The few parts of a syntax node that the rules read (ESTree).
 * @typedef {object} Node
 * @property {string} type
 * @property {string} [name]
 * @property {Node} [callee]
 * @property {Node} [object]
 * @property {Node} [property]
 * @property {Node} [imported]
 * @property {Node} [local]
 * @property {unknown} [value]
 * @property {readonly Node[]} [arguments]
 */

/** @typedef {{ report(problem: { node: Node, message: string }): void }} Context */

const ambient = new Set([
  'Date.now',
  'Math.random',
  'performance.now',
  'crypto.randomUUID',
  'crypto.getRandomValues',
]);

/** @param {Node | undefined} node */
const isDate = (node) => node?.type === 'Identifier' && node.name === 'Date';

const noAmbientTime = {
  meta: { docs: { description: 'Now and randomness are arguments of pure code.' } },
  /** @param {Context} context */
  create(context) {
    const message = 'Pure code is given the instant and the randomness as arguments.';
    return {
      /** @param {Node} node */
      NewExpression(node) {
        if (isDate(node.callee) && node.arguments?.length === 0) context.report({ node, message });
      },
      /** @param {Node} node */
      CallExpression(node) {
        if (isDate(node.callee)) context.report({ node, message });
      },
      /** @param {Node} node */
      MemberExpression(node) {
        const name = `${node.object?.name}.${node.property?.name ?? node.property?.value}`;
        if (ambient.has(name)) context.report({ node, message });
      },
    };
  },
};

const channels = new Set(['ipcMain', 'ipcRenderer', 'postMessage']);

const noRawChannel = {
  meta: { docs: { description: 'Processes talk through the declared channels alone.' } },
  /** @param {Context} context */
  create(context) {
    const message = 'Talk through the contract: raw channels belong to the wrapper files.';
    /** @param {Node} node @param {Node | undefined} named */
    const check = (node, named) => {
      if (channels.has(named?.name ?? '')) context.report({ node, message });
    };
    return {
      /** @param {Node} node */
      ImportSpecifier: (node) => check(node, node.imported),
      /** @param {Node} node */
      ExportSpecifier: (node) => check(node, node.local),
      /** @param {Node} node */
      MemberExpression: (node) => check(node, node.property),
    };
  },
};

export default {
  meta: { name: 'riscontro' },
  rules: { 'no-ambient-time': noAmbientTime, 'no-raw-channel': noRawChannel },
};
